import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The code that rotates on the projector: HMAC over the step of time, so that it is stored nowhere and every instance of
 * the portal knows it. A new one every 20 seconds, and the one before it still passes: who scans or types has at least 20
 * seconds, and whoever sends a photograph has at most 40 (docs/adr, rotating code).
 */
export const stepSeconds = 20

/** Without 0 O, 1 I L: what is read off a screen at the far end of a hall. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

export const codeLength = 6

/** What a scanned token turned out to be. `EXPIRED` is genuine and too old: the words say something else than to a forgery. */
export type TokenVerdict = 'VALID' | 'EXPIRED' | 'FORGED'

/** What a code is shown for; each has codes of its own, so that leaving never proves coming. */
export type CodePurpose = 'CHECK_IN' | 'CHECK_OUT' | 'SPOT_CHECK'

/** What an address asks to be shown; what makes no sense is the code of checking in. */
export const codePurposeOf = (text: string | undefined): CodePurpose =>
  text === 'CHECK_OUT' || text === 'SPOT_CHECK' ? text : 'CHECK_IN'

/** The key of an activity's codes; without a purpose those of checking in. */
type ActivityKey = { id: string; checkInSecret: string; purpose?: CodePurpose }

const said = { CHECK_IN: 'check-in', CHECK_OUT: 'check-out', SPOT_CHECK: 'spot-check' } as const

export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1_000 / stepSeconds)

/** How many milliseconds the code of this instant still stands on the screen. */
export const millisecondsLeft = (at: Date): number => stepSeconds * 1_000 - (at.getTime() % (stepSeconds * 1_000))

/** Each use has its own message, so that a typed code never proves anything about a scanned one. */
const mac = (
  use: 'typed' | 'scanned',
  { id, checkInSecret, purpose = 'CHECK_IN' }: ActivityKey,
  step: number,
): Buffer => createHmac('sha256', checkInSecret).update(`${said[purpose]} ${use} ${id} ${step}`).digest()

/** The short code that is typed. 64 bits into 31 signs: the remainder favours none of them by more than 10⁻⁹. */
export function typedCode(activity: ActivityKey, step: number): string {
  const base = BigInt(codeAlphabet.length)
  let rest = mac('typed', activity, step).readBigUInt64BE()
  return Array.from({ length: codeLength }, () => {
    const sign = codeAlphabet[Number(rest % base)] ?? ''
    rest /= base
    return sign
  }).join('')
}

/** The token of the scanned address: the step in the open, so that an old one can be told from a forged one. */
export const scannedToken = (activity: ActivityKey, step: number): string =>
  `${step.toString(36)}.${mac('scanned', activity, step).subarray(0, 16).toString('base64url')}`

/** What people type: small letters, full-width letters, spaces and hyphens are all meant well. */
export const tidyCode = (text: string): string => text.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')

const isEqual = (one: string, other: string): boolean => {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Whether a typed code is the one on the screen now, or the one before it. */
export function isTypedCode(activity: ActivityKey, text: string, at: Date): boolean {
  const typed = tidyCode(text)
  const step = stepAt(at)
  const isNow = isEqual(typed, typedCode(activity, step))
  const wasJustNow = isEqual(typed, typedCode(activity, step - 1))
  return isNow || wasJustNow
}

export function judgeToken(activity: ActivityKey, token: string, at: Date): TokenVerdict {
  const [written = ''] = token.split('.', 1)
  if (!/^[0-9a-z]{1,9}$/.test(written)) return 'FORGED'
  const step = Number.parseInt(written, 36)
  if (!isEqual(token, scannedToken(activity, step))) return 'FORGED'
  const age = stepAt(at) - step
  // A step that has not come yet was never on a screen: the clock went back, or the secret is out.
  if (age < 0) return 'FORGED'
  return age <= 1 ? 'VALID' : 'EXPIRED'
}

/** What the QR code says. */
export const scannedAddress = (portal: string, activity: ActivityKey & { code: string }, step: number): string =>
  `${portal}/c/${activity.code}?t=${scannedToken(activity, step)}`

type Shown = Omit<ActivityKey, 'purpose'> & { checksOut: boolean; isSpotChecked: boolean }

/** The codes that an activity may be showing: for coming always, for leaving and in the middle where the organiser wants it. */
export const keysOf = ({ id, checkInSecret, checksOut, isSpotChecked }: Shown): Required<ActivityKey>[] =>
  [
    'CHECK_IN' as const,
    ...(checksOut ? (['CHECK_OUT'] as const) : []),
    ...(isSpotChecked ? (['SPOT_CHECK'] as const) : []),
  ].map((purpose) => ({ id, checkInSecret, purpose }))

/** Judges a scanned token against all codes that may be shown: for what it is, and else why it is nothing. */
export function judgeScan(
  keys: Required<ActivityKey>[],
  token: string,
  at: Date,
): { verdict: TokenVerdict; purpose: CodePurpose } {
  const judged = keys.map((key) => ({ verdict: judgeToken(key, token, at), purpose: key.purpose }))
  const found = judged.find(({ verdict }) => verdict === 'VALID') ?? judged.find(({ verdict }) => verdict === 'EXPIRED')
  return found ?? { verdict: 'FORGED', purpose: 'CHECK_IN' }
}
