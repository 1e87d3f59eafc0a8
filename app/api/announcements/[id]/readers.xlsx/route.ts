import { visitor } from '@/lib/access/session'
import { readersWorkbook } from '@/lib/announcements/documents'
import { getAnnouncement } from '@/lib/announcements/queries'
import { exportReaders } from '@/lib/announcements/reader-queries'
import { downloadHeaders } from '@/lib/core/download'
import { now } from '@/lib/core/now'

type Context = { params: Promise<{ id: string }> }

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Which firms have noted an announcement, as an Excel file; who took it is in the access log. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await visitor()
  const announcement = await getAnnouncement(actor, (await params).id)
  const rows = announcement && (await exportReaders(actor, announcement))
  if (!announcement || !rows) return new Response(null, { status: 404 })
  const file = await readersWorkbook(announcement.title, rows, now())
  return new Response(Buffer.from(file), { headers: downloadHeaders('已阅情况.xlsx', spreadsheet) })
}
