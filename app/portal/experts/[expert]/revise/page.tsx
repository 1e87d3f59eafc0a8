import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ReviseExpertForm } from '@/components/experts/expert-forms'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { requireActor } from '@/lib/access/session'
import { canReviseExpert } from '@/lib/experts/policy'
import { getExpert } from '@/lib/experts/queries'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('experts.form.reviseTitle')

export default async function ReviseExpertPage({ params }: { params: Promise<{ expert: string }> }) {
  const { expert: asked } = await params
  const actor = await requireActor(`/portal/experts/${asked}/revise`)
  const expert = (await getExpert(actor, asked)) ?? notFound()
  if (!canReviseExpert(actor)) notFound()
  const t = await getTranslations('experts')
  const { id, version, name, organization, title, fields, otherFields, phone } = expert
  return (
    <>
      <PageHeader title={t('form.reviseTitle')} crumbs={[{ href: `/portal/experts/${id}`, label: name }]} />
      <Words of={['experts']}>
        <ReviseExpertForm
          expert={{ id, version, name, organization, title, fields, otherFields, maskedPhone: phone }}
        />
      </Words>
    </>
  )
}
