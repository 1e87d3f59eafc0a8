import { visitor } from '@/lib/access/session'
import { downloadHeaders } from '@/lib/core/download'
import { now } from '@/lib/core/now'
import { servicesWorkbook } from '@/lib/services/documents'
import { exportServices } from '@/lib/services/export-queries'
import { serviceFilterOf } from '@/lib/services/rules'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The service ledger as an Excel file, with the page's own filters; who took it is in the access log. */
export async function GET(request: Request): Promise<Response> {
  const actor = await visitor()
  const { searchParams } = new URL(request.url)
  const filter = serviceFilterOf((name) => searchParams.get(name)?.trim() || undefined, actor.today)
  const lines = await exportServices(actor, filter)
  if (!lines) return new Response(null, { status: 404 })
  const file = await servicesWorkbook(lines, filter.year, now())
  return new Response(Buffer.from(file), {
    headers: downloadHeaders(`事故预防服务台账-${filter.year}.xlsx`, spreadsheet),
  })
}
