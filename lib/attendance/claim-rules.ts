import type { AttendanceMethod } from '@/lib/core/prisma/enums'
import type { CodePurpose } from './code-rules'
import { claimMinutes } from './rules'

/**
 * The first valid scan makes a claim: this browser saw the code of this activity at this instant. For ten minutes it
 * stands in for the code, and the instant of the scan is the one that is recorded. Signed by `access/signing`.
 */
export type Claim = {
  activityId: string
  /** Of the activity: what the address says that the claim is shown at. */
  code: string
  /** Which of its codes was seen: one claim is good for one thing. */
  purpose: CodePurpose
  seenAt: Date
  method: Extract<AttendanceMethod, 'CODE_SCANNED' | 'CODE_TYPED'>
}

const letters = { CODE_SCANNED: 's', CODE_TYPED: 't' } as const
const purposes = { i: 'CHECK_IN', o: 'CHECK_OUT', m: 'SPOT_CHECK' } as const
const purposeLetters = { CHECK_IN: 'i', CHECK_OUT: 'o', SPOT_CHECK: 'm' } as const

export const writeClaim = ({ activityId, code, purpose, seenAt, method }: Claim): string =>
  `${activityId}.${code}.${purposeLetters[purpose]}${letters[method]}.${seenAt.getTime().toString(36)}`

/** Reads what `writeClaim` wrote; null where it is no claim, or one that has ended (or not begun: the clock went back). */
export function readClaim(text: string, at: Date): Claim | null {
  const parts = /^([0-9a-f-]{36})\.([^.]{1,40})\.([iom])([st])\.([0-9a-z]{1,10})$/.exec(text)
  if (!parts) return null
  const [, activityId = '', code = '', purpose = 'i', letter, written = ''] = parts
  const seenAt = new Date(Number.parseInt(written, 36))
  const age = at.getTime() - seenAt.getTime()
  if (!(age >= 0 && age < claimMinutes * 60_000)) return null
  return {
    activityId,
    code,
    purpose: purposes[purpose as keyof typeof purposes],
    seenAt,
    method: letter === 't' ? 'CODE_TYPED' : 'CODE_SCANNED',
  }
}

/** When a claim ends. */
export const claimEndsAt = ({ seenAt }: Pick<Claim, 'seenAt'>): Date =>
  new Date(seenAt.getTime() + claimMinutes * 60_000)
