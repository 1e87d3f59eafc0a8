import { findAll } from '@/app/portal/search/found'
import { isSignedIn } from '@/lib/access/actor'
import { visitor } from '@/lib/access/session'
import { hitsInDialog, isTooShort, searchedText } from '@/lib/search/rules'

const headers = { 'Cache-Control': 'private, no-store' }

/** What the dialog of Ctrl K shows for `?q=`: a few of each kind, within what the actor sees. */
export async function GET(request: Request): Promise<Response> {
  const actor = await visitor()
  if (!isSignedIn(actor)) return new Response(null, { status: 404, headers })
  const query = searchedText(new URL(request.url).searchParams.get('q'))
  if (isTooShort(query)) return Response.json(null, { headers })
  return Response.json(await findAll(actor, query, hitsInDialog), { headers })
}
