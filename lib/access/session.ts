import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import { authSecret } from '@/lib/core/env'
import { db } from '@/lib/core/db'
import { now, today } from '@/lib/core/now'
import { isPortalAdministrator, isSignedIn, type Actor } from './actor'
import { sessionCookie } from './cookie'
import { anonymousActor, resolveSession, type Identity } from './identity'

export { sessionCookie }

/** A sign-in ends after so many days in any case. */
export const absoluteDaysMax = 7

const lastSeenStepSeconds = 60

type Visit = { actor: Actor; identity: Identity | null }

const stranger = (): Visit => ({ actor: anonymousActor(today()), identity: null })

/** Who is asking, once per request. A session row that is revoked, idle or expired is nobody. */
const visit = cache(async (): Promise<Visit> => {
  const sid = await sessionIdOfCookie()
  const at = now()
  const live = sid ? await resolveSession(db, sid, at) : null
  if (!sid || !live) return stranger()
  if (at.getTime() - live.lastSeenAt.getTime() > lastSeenStepSeconds * 1_000) {
    await db.session.updateMany({ where: { id: sid, revokedAt: null }, data: { lastSeenAt: at } })
  }
  return live
})

async function sessionIdOfCookie(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie)?.value
  if (!token) return null
  const claims = await decode({ token, secret: authSecret() }).catch(() => null)
  const sid = claims?.['sid']
  return typeof sid === 'string' && /^[0-9a-f-]{36}$/.test(sid) ? sid : null
}

/** The actor of this request, signed in or not. */
export const visitor = async (): Promise<Actor> => (await visit()).actor

/** The signed-in person with all hats, for the shell; null for strangers. */
export const currentIdentity = async (): Promise<Identity | null> => (await visit()).identity

/** The signed-in actor of a page; strangers go to the sign-in page and come back. */
export async function requireActor(returnTo = '/portal'): Promise<Actor & { userId: string }> {
  const actor = await visitor()
  if (!isSignedIn(actor)) redirect(`/sign-in?next=${encodeURIComponent(returnTo)}`)
  return actor
}

/** A page that only the municipal administrator knows of. */
export async function requirePortalAdministrator(returnTo: string): Promise<Actor & { userId: string }> {
  const actor = await requireActor(returnTo)
  if (!isPortalAdministrator(actor)) notFound()
  return actor
}
