import { getLocale } from 'next-intl/server'
import { visitor } from '@/lib/access/session'
import { downloadHeaders } from '@/lib/core/download'
import { today } from '@/lib/core/now'
import { messagesOf } from '@/lib/text/messages'
import { exportOwnData } from '@/lib/users/data-queries'
import { ownWorkbook } from '@/lib/users/data-documents'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** All that the portal holds about whoever asks; that it was taken is in the access log. */
export async function GET(): Promise<Response> {
  const data = await exportOwnData(await visitor())
  if (!data) return new Response(null, { status: 404 })
  const locale = await getLocale()
  const file = await ownWorkbook(locale, data)
  const name = `${messagesOf(locale).account.data.fileName}-${today()}.xlsx`
  return new Response(Buffer.from(file), { headers: downloadHeaders(name, spreadsheet) })
}
