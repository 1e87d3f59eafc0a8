import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { RegisterExpertForm } from '@/components/experts/expert-forms'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { requireActor } from '@/lib/access/session'
import { canRegisterExpert } from '@/lib/experts/policy'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('experts.form.addTitle')

export default async function NewExpertPage() {
  const actor = await requireActor('/portal/experts/new')
  if (!canRegisterExpert(actor)) notFound()
  const t = await getTranslations('experts')
  return (
    <>
      <PageHeader title={t('form.addTitle')} crumbs={[{ href: '/portal/experts', label: t('title') }]} />
      <Words of={['experts']}>
        <RegisterExpertForm />
      </Words>
    </>
  )
}
