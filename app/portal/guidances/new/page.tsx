import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { RequestGuidanceForm } from '@/components/guidances/request-form'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { requireActor } from '@/lib/access/session'
import { canRequestGuidance } from '@/lib/guidances/policy'
import { pageTitle } from '@/lib/text/page-title'

const path = '/portal/guidances'

export const generateMetadata = pageTitle('guidances.request')

export default async function RequestGuidancePage() {
  const actor = await requireActor(`${path}/new`)
  if (!canRequestGuidance(actor)) notFound()
  const t = await getTranslations('guidances')

  return (
    <>
      <PageHeader title={t('request')} note={t('form.note')} crumbs={[{ href: path, label: t('title') }]} />
      <Words of={['guidances', 'experts']}>
        <RequestGuidanceForm requestKey={randomUUID()} />
      </Words>
    </>
  )
}
