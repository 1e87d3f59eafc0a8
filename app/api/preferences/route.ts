import { cookies, headers } from 'next/headers'
import { isChoice, isPreference } from '@/components/layout/preferences'
import { isOwnOrigin, ownPath } from '@/lib/access/origin'
import { isHttps } from '@/lib/core/env'

const aYear = 365 * 24 * 60 * 60

/** Takes display settings from a plain form and goes back to the page it stood on. */
export async function POST(request: Request): Promise<Response> {
  const asked = await headers()
  if (!isOwnOrigin(asked.get('origin'))) return Response.json({ code: 'FOREIGN_ORIGIN' }, { status: 403 })

  const form = await request.formData().catch(() => new FormData())
  const jar = await cookies()
  for (const [name, value] of form) {
    if (!isPreference(name) || !isChoice(name, value)) continue
    jar.set(name, value, { path: '/', maxAge: aYear, sameSite: 'lax', httpOnly: true, secure: isHttps })
  }

  return new Response(null, { status: 303, headers: { location: returnPath(asked.get('referer')) } })
}

/** The page that held the form, as its own address says; never another host. */
function returnPath(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return '/'
  const { origin, pathname, search } = new URL(referer)
  return isOwnOrigin(origin) ? ownPath(`${pathname}${search}`, '/') : '/'
}
