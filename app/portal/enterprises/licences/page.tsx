import { notFound } from 'next/navigation'
import { EndingLicences } from '@/components/licences/ending-licences'
import type { Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import { hasDossiers } from '@/lib/enterprises/policy'
import { countEndingLicences, listEndingLicences } from '@/lib/registry/licence-queries'
import { licenceQuery } from '@/lib/registry/schema'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('registry.licences.title')

export default async function LicencesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/enterprises/licences')
  if (!hasDossiers(actor)) notFound()
  const query = await searchParams
  const { within, cursor } = licenceQuery.parse(query)
  const [page, counts] = await Promise.all([listEndingLicences(actor, within, cursor), countEndingLicences(actor)])
  return <EndingLicences page={page} counts={counts} rung={within} query={query} today={actor.today} />
}
