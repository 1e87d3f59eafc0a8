import { visitor } from '@/lib/access/session'
import { downloadHeaders } from '@/lib/core/download'
import { now } from '@/lib/core/now'
import { minutesName, minutesPaper } from '@/lib/papers/minutes-documents'
import { wordType } from '@/lib/papers/page-documents'
import { takeMinutes } from '@/lib/papers/queries'

type Context = { params: Promise<{ id: string }> }

/** The minutes as a Word file, for whoever writes them. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const minutes = await takeMinutes(await visitor(), (await params).id)
  if (!minutes) return new Response(null, { status: 404 })
  const file = await minutesPaper(minutes, now())
  return new Response(new Uint8Array(file), { headers: downloadHeaders(minutesName(minutes), wordType) })
}
