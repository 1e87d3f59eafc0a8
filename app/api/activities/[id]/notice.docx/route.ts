import { visitor } from '@/lib/access/session'
import { downloadHeaders } from '@/lib/core/download'
import { now } from '@/lib/core/now'
import { noticeName, noticePaper } from '@/lib/papers/notice-documents'
import { wordType } from '@/lib/papers/page-documents'
import { getNoticeActivity } from '@/lib/papers/queries'

type Context = { params: Promise<{ id: string }> }

/** The notice of an activity as a Word file, for whoever sees the activity. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const activity = await getNoticeActivity(await visitor(), (await params).id)
  if (!activity) return new Response(null, { status: 404 })
  const file = await noticePaper(activity, now())
  return new Response(new Uint8Array(file), { headers: downloadHeaders(noticeName(activity), wordType) })
}
