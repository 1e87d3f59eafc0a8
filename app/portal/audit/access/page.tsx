import { AccessList } from '@/components/audit/access-list'
import type { Query } from '@/components/list/href'
import { listAccessEvents } from '@/lib/access/access-trail'
import { accessKinds } from '@/lib/access/audit'
import { accessFilter, isNarrowed } from '@/lib/access/schema'
import { requirePortalAdministrator } from '@/lib/access/session'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('audit.tabs.access')

export default async function AccessPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requirePortalAdministrator('/portal/audit/access')
  const query = await searchParams
  const filter = accessFilter.parse(query)
  const page = await listAccessEvents(actor, filter)

  return <AccessList page={page} query={query} isNarrowed={isNarrowed(filter)} kinds={accessKinds} />
}
