import { NextResponse, type NextRequest } from 'next/server'
import { askedForHeader } from '@/lib/access/asked-for'
import { sessionCookie } from '@/lib/access/cookie'
import { isOwnOrigin } from '@/lib/access/origin'
import { env, isDevelopment, isHttps, publicUrl } from '@/lib/core/env'

/**
 * Sets headers and the nonce, and redirects for comfort. It decides nothing that matters: every page, action and handler
 * authorises itself, because layers like this one have been bypassed before.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = isFile(request) ? filePolicy : contentPolicy(crypto.randomUUID().replaceAll('-', ''))
  const answer = refuseForeign(request) ?? sendToSignIn(request) ?? passOn(request, policy)

  answer.headers.set('Content-Security-Policy', policy)
  if (isHttps) answer.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  if (request.cookies.has(sessionCookie)) answer.headers.set('Cache-Control', 'private, no-store')
  return answer
}

/**
 * Not where files are sent to: for this layer Next would hold a body in memory and cut it at 10 MB. Those handlers check
 * the Origin themselves, and next.config.mjs sets their headers.
 */
export const config = {
  matcher:
    '/((?!_next/static/|api/enterprises/imports$|api/(?:activities|announcements|guidance-advice|inspection-findings|practices|problem-todos)/[^/]+/files$|api/mandates/[^/]+/letter/upload$).*)',
}

/** What is below /api is downloaded or read by programs, never shown: a file that is opened all the same does nothing. */
const filePolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"

const isFile = ({ nextUrl }: NextRequest) =>
  nextUrl.pathname.startsWith('/api/') && !nextUrl.pathname.startsWith('/api/auth/')

const isReading = (request: NextRequest) => ['GET', 'HEAD', 'OPTIONS'].includes(request.method)

function refuseForeign(request: NextRequest): NextResponse | null {
  if (isReading(request) || isOwnOrigin(request.headers.get('origin'))) return null
  return NextResponse.json({ code: 'FOREIGN_ORIGIN' }, { status: 403 })
}

/** Only for reading: an action that comes without a session answers SIGNED_OUT, and its form keeps what was typed. */
function sendToSignIn(request: NextRequest): NextResponse | null {
  const { pathname } = request.nextUrl
  const isPortal = pathname === '/portal' || pathname.startsWith('/portal/')
  if (!isPortal || !isReading(request) || request.cookies.has(sessionCookie)) return null
  return NextResponse.redirect(`${publicUrl}/sign-in?next=${encodeURIComponent(askedFor(request))}`)
}

/** The address of the page, without what Next adds when it fetches one for its own use. */
function askedFor(request: NextRequest): string {
  const asked = request.nextUrl.clone()
  asked.searchParams.delete('_rsc')
  return asked.pathname + asked.search
}

/**
 * Next takes the nonce from the policy in the request, and compares an action's Origin with the forwarded host; layouts
 * learn what was asked for. What a client sends there is replaced.
 */
function passOn(request: NextRequest, policy: string): NextResponse {
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  headers.set(askedForHeader, askedFor(request))
  headers.delete('x-forwarded-host')
  if (env.PUBLIC_URL) headers.set('x-forwarded-host', new URL(publicUrl).host)
  return NextResponse.next({ request: { headers } })
}

function contentPolicy(nonce: string): string {
  const scripts = `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`
  const styles = isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
