import { exportAuditEvents } from '@/lib/access/audit-trail'
import { auditFilter } from '@/lib/access/schema'
import { visitor } from '@/lib/access/session'
import { auditWorkbook } from '@/lib/access/trail-documents'
import { downloadHeaders } from '@/lib/core/download'
import { now, today } from '@/lib/core/now'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The audit trail as an Excel file, with the page's own filters; who took it is in the access log. */
export async function GET(request: Request): Promise<Response> {
  const actor = await visitor()
  const filter = auditFilter.parse(Object.fromEntries(new URL(request.url).searchParams))
  const exported = await exportAuditEvents(actor, filter)
  if (!exported) return new Response(null, { status: 404 })

  const file = await auditWorkbook(exported.rows, exported.total, now())
  return new Response(Buffer.from(file), { headers: downloadHeaders(`审计记录-${today()}.xlsx`, spreadsheet) })
}
