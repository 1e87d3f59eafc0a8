import { type Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { InsurerList } from '@/components/insurers/insurer-list'
import { requireActor } from '@/lib/access/session'
import { listInsurers } from '@/lib/organizations/insurer-queries'
import { canAddInsurer, canListInsurers } from '@/lib/organizations/policy'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organizations.insurers'))('title') }
}

export default async function InsurersPage() {
  const actor = await requireActor('/portal/insurers')
  if (!canListInsurers(actor)) notFound()
  return <InsurerList insurers={await listInsurers(actor)} mayAdd={canAddInsurer(actor)} />
}
