import { visitor } from '@/lib/access/session'
import { downloadHeaders } from '@/lib/core/download'
import { registryWorkbook } from '@/lib/enterprises/documents'
import { exportEnterprises } from '@/lib/enterprises/export-queries'
import { filterOf, isFallingOf, registryQuery } from '@/lib/enterprises/schema'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The registry as an Excel file, with the list's own filters; who took it is in the access log. */
export async function GET(request: Request): Promise<Response> {
  const actor = await visitor()
  const asked = registryQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  const taken = await exportEnterprises(actor, filterOf(asked), isFallingOf(asked))
  if (!taken) return new Response(null, { status: 404 })
  return new Response(registryWorkbook(taken), {
    headers: downloadHeaders(`企业台账 ${actor.today}.xlsx`, spreadsheet),
  })
}
