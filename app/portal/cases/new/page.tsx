import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { AddCaseForm } from '@/components/cases/case-forms'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { requireActor } from '@/lib/access/session'
import { canAddCase } from '@/lib/cases/policy'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('cases.form.addTitle')

export default async function NewCasePage() {
  const actor = await requireActor('/portal/cases/new')
  if (!canAddCase(actor)) notFound()
  const t = await getTranslations('cases')
  return (
    <>
      <PageHeader title={t('form.addTitle')} crumbs={[{ href: '/portal/cases', label: t('title') }]} />
      <Words of={['cases']}>
        <AddCaseForm />
      </Words>
    </>
  )
}
