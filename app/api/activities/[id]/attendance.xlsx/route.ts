import { visitor } from '@/lib/access/session'
import { attendanceFileName, attendanceWorkbook } from '@/lib/attendance/documents'
import { exportAttendance } from '@/lib/attendance/export-queries'
import { attendanceFilterOf } from '@/lib/attendance/list-rules'
import { downloadHeaders } from '@/lib/core/download'
import { now } from '@/lib/core/now'

type Context = { params: Promise<{ id: string }> }

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The attendance list as an Excel file, with the page's own filters; who took it is in the access log. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const filter = attendanceFilterOf((name) => searchParams.get(name)?.trim() || undefined)
  const taken = await exportAttendance(await visitor(), (await params).id, filter)
  if (!taken) return new Response(null, { status: 404 })
  const file = await attendanceWorkbook(taken.activity, taken.lines, now())
  return new Response(Buffer.from(file), {
    headers: downloadHeaders(attendanceFileName(taken.activity), spreadsheet),
  })
}
