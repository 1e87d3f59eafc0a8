import { notFound } from 'next/navigation'
import { BulkPage } from '@/components/bulk/bulk-page'
import type { Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import { canWorkInBulk } from '@/lib/bulk/policy'
import { listRegistryPlaces } from '@/lib/enterprises/place-queries'
import { pageTitle } from '@/lib/text/page-title'
import { askedOf } from './asked'

export const generateMetadata = pageTitle('bulk.title')

export default async function BulkActionPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/enterprises')
  if (!canWorkInBulk(actor)) notFound()
  const query = await searchParams
  const places = await listRegistryPlaces(actor)
  const asked = await askedOf(actor, query, places)
  return <BulkPage {...asked} places={places} query={query} today={actor.today} />
}
