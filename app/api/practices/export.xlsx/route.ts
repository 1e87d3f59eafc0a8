import { visitor } from '@/lib/access/session'
import { practicesWorkbook } from '@/lib/practices/documents'
import { exportPractices } from '@/lib/practices/export-queries'
import { practiceFilterOf } from '@/lib/practices/filter-rules'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The library as an Excel file, with the page's own filters; who took it is in the access log. */
export async function GET(request: Request): Promise<Response> {
  const actor = await visitor()
  const asked = new URL(request.url).searchParams
  const rows = await exportPractices(
    actor,
    practiceFilterOf((name) => asked.get(name) ?? undefined),
  )
  if (!rows) return new Response(null, { status: 404 })
  const name = encodeURIComponent(`经验做法-${actor.today}.xlsx`)
  return new Response(Buffer.from(await practicesWorkbook(rows)), {
    headers: {
      'Content-Type': spreadsheet,
      'Content-Disposition': `attachment; filename="practices.xlsx"; filename*=UTF-8''${name}`,
    },
  })
}
