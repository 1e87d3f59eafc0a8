import { visitor } from '@/lib/access/session'
import { downloadHeaders } from '@/lib/core/download'
import { now } from '@/lib/core/now'
import { gateListFileName, gateListWorkbook } from '@/lib/hosts/documents'
import { exportGateList } from '@/lib/hosts/gate-queries'

type Context = { params: Promise<{ id: string }> }

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The list that lies at the gate, as an Excel file; who took it is in the access log. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const list = await exportGateList(await visitor(), (await params).id)
  if (!list) return new Response(null, { status: 404 })
  const file = await gateListWorkbook(list, now())
  return new Response(Buffer.from(file), { headers: downloadHeaders(gateListFileName(list.gate), spreadsheet) })
}
