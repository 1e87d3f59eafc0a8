import { randomUUID } from 'node:crypto'
import { cookies, headers } from 'next/headers'
import { isSignedIn, type Actor } from '@/lib/access/actor'
import { callerOf, networkOf, type Caller } from '@/lib/access/caller'
import { isOwnOrigin } from '@/lib/access/origin'
import { perform } from '@/lib/access/perform'
import { visitor } from '@/lib/access/session'
import { takeOne } from '@/lib/access/throttle'
import { checkIn } from '@/lib/attendance/actions'
import { answerSpotCheck, checkOut } from '@/lib/attendance/presence-actions'
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
  const own = await readOwnClaim(actor, code)
  if (own && token === null) return personPage(actor, own, code)
  if (token === null) return codePage(code, null)
  const { verdict, purpose, activity } = await readScan(actor, { code, token: token.slice(0, 100), at: now() })
  // A claim outlives the code that it was made of; another code seen meanwhile (of leaving) takes its place.
  if (own && (!activity || purpose === own.claim.purpose)) return personPage(actor, own, code)
  if (!activity) return codePage(code, verdict === 'EXPIRED' ? 'expired' : 'forged')
  const seen = await keepClaim(activity, { purpose, method: 'CODE_SCANNED', seenAt: now() })
  return personPage(actor, seen, code)
}

/** Takes a typed code, or checks in by the claim that the browser holds. Answers with the way back to GET. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params
  const asked = await headers()
  if (!isOwnOrigin(asked.get('origin'))) return codePage(code, 'origin', 403)
  const form = await request.formData()
  const typed = form.get('typed')
  const actor = await visitor()
  if (typeof typed === 'string')
    return byTypedCode(actor, { text: typed.slice(0, 100), code, network: networkOf(callerOf(asked).address) })

  const held = await claimOf(code)
  if (!held) return codePage(code, 'claimEnded')
  if (!isSignedIn(actor)) return seeOther(code)
  const enterpriseIds = form.getAll('enterprise').filter((value) => typeof value === 'string')
  const result = await recordSeen(actor, held, enterpriseIds, callerOf(asked))
  if (result.ok) return seeOther(code)
  const seen = await readOwnClaim(actor, code)
  return seen ? refusalPage(actor, seen, code, result.code) : codePage(code, 'claimEnded')
}

type Held = NonNullable<Awaited<ReturnType<typeof claimOf>>>

/** What the claim is good for: coming, leaving, or having been there in the middle. */
async function recordSeen(actor: Actor, { signed, claim }: Held, enterpriseIds: string[], caller: Caller) {
  const { purpose } = claim
  const seenOnly = { claim: signed }
  if (purpose === 'CHECK_OUT') return (await perform(checkOut.definition, actor, seenOnly, caller)).result
  if (purpose === 'SPOT_CHECK') return (await perform(answerSpotCheck.definition, actor, seenOnly, caller)).result
  const input = { ...seenOnly, enterpriseIds, device: await deviceMark() }
  return (await perform(checkIn.definition, actor, input, caller)).result
}

type Typed = { text: string; code: string; network: string }

async function byTypedCode(actor: Actor, { text, code, network }: Typed): Promise<Response> {
  if (!(await takeOne('code-by-address', network))) return codePage(code, 'TOO_MANY_CODES')
  const read = await readTyped(actor, { text, at: now() })
  if (!read) return codePage(code, 'wrongCode')
  await keepClaim(read.activity, { purpose: read.purpose, method: 'CODE_TYPED', seenAt: now() })
  return seeOther(read.activity.code)
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
