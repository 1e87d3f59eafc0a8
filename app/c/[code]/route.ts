import { randomUUID } from 'node:crypto'
import { cookies, headers } from 'next/headers'
import { isSignedIn } from '@/lib/access/actor'
import { callerOf, networkOf } from '@/lib/access/caller'
import { isOwnOrigin } from '@/lib/access/origin'
import { perform } from '@/lib/access/perform'
import { visitor } from '@/lib/access/session'
import { takeOne } from '@/lib/access/throttle'
import { checkIn } from '@/lib/attendance/actions'
import { readScan, readTyped } from '@/lib/attendance/code-queries'
import { publicUrl } from '@/lib/core/env'
import { now } from '@/lib/core/now'
import { claimOf, keepClaim, readOwnClaim } from './claim'
import { codePage, personPage, refusalPage } from './pages'

type Context = { params: Promise<{ code: string }> }

/** Shows; changes nothing. A valid scan leaves a signed claim of ten minutes in the browser, so that signing in takes no place. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params
  const token = new URL(request.url).searchParams.get('t')
  const actor = await visitor()
  const own = await readOwnClaim(code)
  if (own) return personPage(actor, own, code)
  if (token === null) return codePage(code, null)
  const { verdict, activity } = await readScan(actor, { code, token: token.slice(0, 100), at: now() })
  if (!activity) return codePage(code, verdict === 'EXPIRED' ? 'expired' : 'forged')
  return personPage(actor, await keepClaim(activity, 'CODE_SCANNED', now()), code)
}

/** Takes a typed code, or checks in by the claim that the browser holds. Answers with the way back to GET. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params
  const asked = await headers()
  if (!isOwnOrigin(asked.get('origin'))) return codePage(code, 'origin', 403)
  const form = await request.formData()
  const typed = form.get('typed')
  const actor = await visitor()
  if (typeof typed === 'string') return byTypedCode(typed.slice(0, 100), code, networkOf(callerOf(asked).address))

  const claim = await claimOf(code)
  if (!claim) return codePage(code, 'claimEnded')
  if (!isSignedIn(actor)) return seeOther(code)
  const enterpriseIds = form.getAll('enterprise').filter((value) => typeof value === 'string')
  const input = { claim: claim.signed, enterpriseIds, device: await deviceMark() }
  const { result } = await perform(checkIn.definition, actor, input, callerOf(asked))
  return result.ok ? seeOther(code) : refusalPage(actor, claim.seen, code, result.code)
}

async function byTypedCode(text: string, code: string, network: string): Promise<Response> {
  if (!(await takeOne('code-by-address', network))) return codePage(code, 'TOO_MANY_CODES')
  const activity = await readTyped(await visitor(), { text, at: now() })
  if (!activity) return codePage(code, 'wrongCode')
  await keepClaim(activity, 'CODE_TYPED', now())
  return seeOther(activity.code)
}

const seeOther = (code: string): Response =>
  new Response(null, { status: 303, headers: { Location: `${publicUrl}/c/${encodeURIComponent(code)}` } })

/** A mark of this browser, so that many people on one phone stand out; it says nothing about who it is. */
async function deviceMark(): Promise<string> {
  const jar = await cookies()
  const known = jar.get('device')?.value
  if (known && /^[0-9a-f-]{36}$/.test(known)) return known
  const made = randomUUID()
  jar.set('device', made, { httpOnly: true, sameSite: 'lax', path: '/c', maxAge: 31_536_000 })
  return made
}
