import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { AddInsurerForm } from '@/components/insurers/insurer-forms'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { requireActor } from '@/lib/access/session'
import { canAddInsurer } from '@/lib/organizations/policy'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('organizations.insurers.add')

export default async function NewInsurerPage() {
  const actor = await requireActor('/portal/insurers/new')
  if (!canAddInsurer(actor)) notFound()
  const t = await getTranslations('organizations.insurers')
  return (
    <>
      <PageHeader title={t('add')} crumbs={[{ href: '/portal/insurers', label: t('title') }]} note={t('addNote')} />
      <Words of={['organizations']}>
        <AddInsurerForm />
      </Words>
    </>
  )
}
