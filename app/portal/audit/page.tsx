import { AuditList } from '@/components/audit/audit-list'
import type { Query } from '@/components/list/href'
import { listAuditEvents } from '@/lib/access/audit-trail'
import { auditFilter, isNarrowed } from '@/lib/access/schema'
import { requirePortalAdministrator } from '@/lib/access/session'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('audit.title')

export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requirePortalAdministrator('/portal/audit')
  const query = await searchParams
  const filter = auditFilter.parse(query)
  const page = await listAuditEvents(actor, filter)

  return <AuditList page={page} query={query} isNarrowed={isNarrowed(filter)} />
}
