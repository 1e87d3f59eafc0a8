import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { authSecret, isHttps, publicUrl } from '@/lib/core/env'
import { log } from '@/lib/core/log'
import { sessionCookie } from './cookie'
import { returnPath } from './origin'
import { visitOfSession } from './session'
import { sessionCookieOptions, sessionIdOf, sessionSecondsMax } from './session-token'

/** Proves what was typed and opens a session row; a code where it refuses. */
export type OpenDoor = (typed: {
  account: string
  password: string
}) => Promise<{ sessionId: string } | { code: string }>

export type CloseDoor = (sessionId: string) => Promise<void>

const cookieNamed = (name: string) => ({
  name: isHttps ? `__Host-${name}` : name,
  options: sessionCookieOptions,
})

/**
 * next-auth over the portal's own session rows: the same door as the sign-in page, the same cookie, and nothing in the
 * token but the id of the row, which is looked up at each request. See docs/adr on sign-in.
 */
export const authOptions = (open: OpenDoor, close: CloseDoor): NextAuthOptions => ({
  secret: authSecret(),
  useSecureCookies: isHttps,
  session: { strategy: 'jwt', maxAge: sessionSecondsMax },
  pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/portal/account' },
  cookies: {
    sessionToken: { name: sessionCookie, options: sessionCookieOptions },
    csrfToken: cookieNamed('csrf-token'),
    callbackUrl: cookieNamed('callback-url'),
  },
  providers: [
    CredentialsProvider({
      credentials: { account: { type: 'text' }, password: { type: 'password' } },
      authorize: async (typed) => {
        const opened = await open({ account: typed?.account ?? '', password: typed?.password ?? '' })
        if ('sessionId' in opened) return { id: opened.sessionId }
        if (opened.code === 'TOO_MANY_ATTEMPTS' || opened.code === 'CODE_REQUIRED') throw new Error(opened.code)
        return null
      },
    }),
  ],
  callbacks: {
    redirect: async ({ url }) => `${publicUrl}${returnPath(url, '/portal')}`,
    // Called at sign-in with what `authorize` gave, and at each later request with what the cookie holds.
    jwt: async ({ token, user }) => {
      const sid = user ? user.id : sessionIdOf(token)
      if (!sid || !(await visitOfSession(sid))) throw new Error('SESSION_ENDED')
      return { sid }
    },
    session: async ({ session, token }) => {
      const sid = sessionIdOf(token)
      const visit = sid ? await visitOfSession(sid) : null
      return { expires: session.expires, user: { name: visit?.identity.name ?? null } }
    },
  },
  events: {
    signOut: async ({ token }) => {
      const sid = sessionIdOf(token)
      if (sid) await close(sid)
    },
  },
  // Its own log would print whole errors, and offers browsers an address to write into it.
  logger: {
    error: (code) => log.info({ code }, 'next-auth'),
    warn: (code) => log.debug({ code }, 'next-auth'),
    debug: () => undefined,
  },
})

/** What of next-auth the portal answers; everything else (its log, its pages, other providers) is not there. */
const answered: Record<string, RegExp> = {
  GET: /^(session|csrf|providers|signin|signout|error)$/,
  POST: /^(signin\/credentials|callback\/credentials|signout)$/,
}

export const isAnswered = (method: string, path: string[]): boolean => answered[method]?.test(path.join('/')) ?? false
