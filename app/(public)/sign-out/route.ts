import { isOwnOrigin } from '@/lib/access/origin'
import { callerOf } from '@/lib/access/caller'
import { perform } from '@/lib/access/perform'
import { sessionClearCookie } from '@/lib/access/session-token'
import { visitor } from '@/lib/access/session'
import { signOut } from '@/lib/users/account-actions'

/** A plain form in the top bar. Ends the row, takes the cookie, and lets the browser forget what it kept of the portal. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers.get('origin'))) return Response.json({ code: 'FOREIGN_ORIGIN' }, { status: 403 })
  await perform(signOut.definition, await visitor(), {}, callerOf(request.headers))
  return new Response(null, {
    status: 303,
    headers: {
      location: '/sign-in?done=signed-out',
      'set-cookie': sessionClearCookie(),
      'clear-site-data': '"cache", "storage"',
    },
  })
}
