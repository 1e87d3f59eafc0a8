import { visitor } from '@/lib/access/session'
import { takesCheckIns } from '@/lib/activities/rules'
import { getDoorActivity, listForDoor } from '@/lib/attendance/door-queries'
import { canCheckInAtDoor } from '@/lib/attendance/policy'

type Context = { params: Promise<{ id: string }> }

/** Who may come, for the desk to find while it has no connection. Only names and enterprises, and nowhere kept. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await visitor()
  const activity = await getDoorActivity(actor, (await params).id)
  if (!activity || !canCheckInAtDoor(actor, activity) || !takesCheckIns(activity))
    return new Response(null, { status: 404 })
  return Response.json(await listForDoor(actor, activity), { headers: { 'cache-control': 'no-store' } })
}
