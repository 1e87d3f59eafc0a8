import { notFound } from 'next/navigation'
import { InsurerList } from '@/components/insurers/insurer-list'
import { requireActor } from '@/lib/access/session'
import { listInsurers } from '@/lib/organizations/insurer-queries'
import { canAddInsurer, canListInsurers } from '@/lib/organizations/policy'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('organizations.insurers.title')

export default async function InsurersPage() {
  const actor = await requireActor('/portal/insurers')
  if (!canListInsurers(actor)) notFound()
  return <InsurerList insurers={await listInsurers(actor)} mayAdd={canAddInsurer(actor)} />
}
