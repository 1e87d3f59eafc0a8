import { visitor } from '@/lib/access/session'
import { getActivity } from '@/lib/activities/queries'
import { canChooseAudience } from '@/lib/audiences/policy'
import { countThought } from '@/lib/audiences/queries'
import { thoughtIn } from '@/lib/audiences/rules'
import { thoughtInput } from '@/lib/audiences/schema'

type Context = { params: Promise<{ id: string }> }

/** How many people and firms a choice of audience would meet, while it is being made. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await visitor()
  const activity = await getActivity(actor, (await params).id)
  if (!activity || !canChooseAudience(actor, activity)) return new Response(null, { status: 404 })
  const thought = thoughtInput.safeParse(thoughtIn(new URL(request.url).searchParams))
  if (!thought.success) return new Response(null, { status: 400 })
  return Response.json(await countThought(actor, activity, thought.data), { headers: { 'Cache-Control': 'no-store' } })
}
