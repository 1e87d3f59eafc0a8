import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { callerOf } from '@/lib/access/caller'
import { authOptions, isAnswered, type CloseDoor, type OpenDoor } from '@/lib/access/next-auth'
import { isOwnOrigin } from '@/lib/access/origin'
import { perform } from '@/lib/access/perform'
import { visitOfSession, visitor } from '@/lib/access/session'
import { signIn, signOut } from '@/lib/users/account-actions'

type Context = { params: Promise<{ nextauth: string[] }> }

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  if (!isAnswered(request.method, nextauth)) return new Response(null, { status: 404 })
  if (request.method === 'POST' && !isOwnOrigin(request.headers.get('origin')))
    return Response.json({ code: 'FOREIGN_ORIGIN' }, { status: 403 })

  const caller = callerOf(request.headers)
  const open: OpenDoor = async (typed) => {
    const { result } = await perform(signIn.definition, await visitor(), typed, caller)
    if (!result.ok) return { code: result.code }
    // Codes are asked for on the sign-in page alone.
    return result.data.sessionId === null ? { code: 'CODE_REQUIRED' } : { sessionId: result.data.sessionId }
  }
  const close: CloseDoor = async (sessionId) => {
    const visit = await visitOfSession(sessionId)
    if (visit) await perform(signOut.definition, visit.actor, {}, caller)
  }
  return NextAuth(request, { params: { nextauth } }, authOptions(open, close))
}

export { answer as GET, answer as POST }
