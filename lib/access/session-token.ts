import { decode, encode, type JWT } from 'next-auth/jwt'
import { authSecret, isHttps } from '@/lib/core/env'
import { sessionCookie } from './cookie'

/** A sign-in ends after so many days in any case. */
export const absoluteDaysMax = 7

export const sessionSecondsMax = absoluteDaysMax * 24 * 60 * 60

/** Ours and next-auth's alike. */
export const sessionCookieOptions = {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isHttps,
} as const

/** What the cookie carries: the id of the session row in an encrypted token, and nothing about the person. */
export const sealSession = (sessionId: string): Promise<string> =>
  encode({ token: { sid: sessionId }, secret: authSecret(), maxAge: sessionSecondsMax })

/** The session id of a token that we made and that has not expired; null for everything else. */
export async function openSessionToken(token: string | undefined): Promise<string | null> {
  if (!token) return null
  return sessionIdOf(await decode({ token, secret: authSecret() }).catch(() => null))
}

export function sessionIdOf(claims: JWT | null): string | null {
  const sid = claims?.['sid']
  return typeof sid === 'string' && /^[0-9a-f-]{36}$/.test(sid) ? sid : null
}

/**
 * The Set-Cookie line of a sign-in, for route handlers that answer plain HTML (check-in): perform `signIn.definition`,
 * then send this with the sessionId that it answers.
 */
export const sessionSetCookie = async (sessionId: string): Promise<string> =>
  setCookieLine(await sealSession(sessionId), sessionSecondsMax)

/** The Set-Cookie line of a sign-out. */
export const sessionClearCookie = (): string => setCookieLine('', 0)

const setCookieLine = (value: string, maxAge: number): string =>
  `${sessionCookie}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`
