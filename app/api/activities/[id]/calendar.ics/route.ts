import { visitor } from '@/lib/access/session'
import { getCalendarActivity } from '@/lib/activities/queries'
import { downloadHeaders } from '@/lib/core/download'
import { activityCalendar } from '@/lib/places/calendar-documents'

type Context = { params: Promise<{ id: string }> }

/** The activity as a calendar file; opening it anew moves or removes the entry. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const activity = await getCalendarActivity(await visitor(), (await params).id)
  if (!activity) return new Response(null, { status: 404 })
  return new Response(activityCalendar(activity), {
    headers: downloadHeaders(`${activity.title}.ics`, 'text/calendar; charset=utf-8'),
  })
}
