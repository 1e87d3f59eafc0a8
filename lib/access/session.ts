import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { db } from '@/lib/core/db'
import { now, today } from '@/lib/core/now'
import type { Locale } from '@/lib/core/prisma/enums'
import { isPortalAdministrator, isSignedIn, type Actor } from './actor'
import { askedForHeader } from './asked-for'
import { sessionCookie } from './cookie'
import { anonymousActor, markSeen, resolveSession, type CodeDuty, type Identity } from './identity'
import { askForCode, endStep, heldStep } from './step-tickets'
import { openSessionToken, sealSession, sessionCookieOptions, sessionSecondsMax } from './session-token'

export { sessionCookie }

/** As lib/text/request reads it. */
const localeCookie = 'locale'

type Visit = { actor: Actor; identity: Identity | null; wornKey: string | null; codes: CodeDuty }

const stranger = (): Visit => ({ actor: anonymousActor(today()), identity: null, wornKey: null, codes: 'FREE' })

/** Who is asking, once per request. A session row that is revoked, idle or expired is nobody. */
const visit = cache(
  async (): Promise<Visit> => (await visitOfToken((await cookies()).get(sessionCookie)?.value)) ?? stranger(),
)

/** Who a session token stands for now: for next-auth, which reads its cookie itself. */
export async function visitOfToken(token: string | undefined): Promise<(Visit & { identity: Identity }) | null> {
  const sid = await openSessionToken(token)
  return sid ? visitOfSession(sid) : null
}

export async function visitOfSession(sessionId: string): Promise<(Visit & { identity: Identity }) | null> {
  const at = now()
  const live = await resolveSession(db, sessionId, at)
  if (live) await markSeen(db, sessionId, live.lastSeenAt, at)
  return live
}

/** The actor of this request, signed in or not. */
export const visitor = async (): Promise<Actor> => (await visit()).actor

/** The signed-in person with all hats and the key of the worn one, for the shell; nothing of it for strangers. */
export const currentVisit = async (): Promise<Pick<Visit, 'identity' | 'wornKey' | 'codes'>> => visit()

/** Where whoever must use one-time codes is led until they are set up. */
const enrolment = '/portal/account/codes'

/** The signed-in actor of a page; strangers go to the sign-in page and come back, and who must set up codes does so first. */
export async function requireActor(returnTo = '/portal'): Promise<Actor & { userId: string }> {
  const actor = await requireSignedIn(returnTo)
  const { codes } = await visit()
  if (codes === 'TO_SET_UP' && returnTo !== enrolment && !returnTo.startsWith(`${enrolment}/`)) redirect(enrolment)
  return actor
}

/**
 * Whoever has signed in, codes or not: for the frame around the pages, which asks for nothing else. Whose session has
 * ended meanwhile comes back to the page that was asked for.
 */
export async function requireSignedIn(returnTo?: string): Promise<Actor & { userId: string }> {
  const actor = await visitor()
  if (!isSignedIn(actor)) {
    const next = returnTo ?? (await headers()).get(askedForHeader) ?? '/portal'
    redirect(`/sign-in?next=${encodeURIComponent(next)}`)
  }
  return actor
}

/** A page that only the municipal administrator knows of. */
export async function requirePortalAdministrator(returnTo: string): Promise<Actor & { userId: string }> {
  const actor = await requireActor(returnTo)
  if (!isPortalAdministrator(actor)) notFound()
  return actor
}

/** After a sign-in: its cookie, the person's language where this browser has none yet, and where to go. */
export async function enterPortal(opened: { sessionId: string; locale: Locale; next: string }): Promise<string> {
  const jar = await cookies()
  jar.set(sessionCookie, await sealSession(opened.sessionId), { ...sessionCookieOptions, maxAge: sessionSecondsMax })
  if (!jar.has(localeCookie)) await speak(opened.locale)
  if (await heldStep()) await endStep()
  return opened.next
}

/** After a right password: into the portal, or on to the one-time code. */
export const passDoor = (
  passed: Parameters<typeof enterPortal>[0] | { ticket: string; sessionId: null },
): Promise<string> => (passed.sessionId === null ? askForCode(passed.ticket) : enterPortal(passed))

/** Lets this browser speak a language from the next page on. */
export async function speak(locale: Locale): Promise<void> {
  const jar = await cookies()
  jar.set(localeCookie, locale === 'EN' ? 'en' : 'zh-CN', { ...sessionCookieOptions, maxAge: 365 * 24 * 60 * 60 })
}
