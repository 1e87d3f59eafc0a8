import { visitor } from '@/lib/access/session'
import { now } from '@/lib/core/now'
import { participationWorkbook } from '@/lib/reports/documents'
import { exportParticipation } from '@/lib/reports/export-queries'
import { filterOf, orderOf, reportQuery } from '@/lib/reports/schema'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The report by enterprise as an Excel file, with the page's own filters; who took it is in the access log. */
export async function GET(request: Request): Promise<Response> {
  const actor = await visitor()
  const asked = reportQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  const filter = filterOf(asked, Number(actor.today.slice(0, 4)))
  const lines = await exportParticipation(actor, filter, orderOf(asked))
  if (!lines) return new Response(null, { status: 404 })

  const period = filter.quarter ? `${filter.year}年第${filter.quarter}季度` : `${filter.year}年`
  const file = await participationWorkbook(lines, period, now())
  const name = encodeURIComponent(`参与情况-${period}.xlsx`)
  return new Response(Buffer.from(file), {
    headers: {
      'Content-Type': spreadsheet,
      'Content-Disposition': `attachment; filename="participation.xlsx"; filename*=UTF-8''${name}`,
    },
  })
}
