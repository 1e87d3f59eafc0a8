import { plusDays, startOfDay, type Day } from '@/lib/core/clock'

/** Crockford's alphabet: digits and capitals without I, L, O and U, which look like others. Five bits each. */
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 60 bits. */
export const codeLength = 12

const groupLength = 4

/** As it is printed: `K7QM-3ZRT-9WXB`. */
export const printedCode = (code: string): string => (code.match(/.{1,4}/g) ?? []).join('-')

/** What somebody may type of a printed code, hyphens and all. */
export const typedCodeMax = 60

/**
 * What was typed, as it was issued: case, hyphens and blanks are nothing, and what looks like a digit is one. Null for what
 * can be no code.
 */
export function readCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return plain.length === codeLength && [...plain].every((sign) => codeAlphabet.includes(sign)) ? plain : null
}

/** A code of random bytes, one for each character. 256 is a multiple of 32: no character is likelier than another. */
export const codeOf = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, codeLength), (byte) => codeAlphabet[byte % codeAlphabet.length]).join('')

export const codeGroups = codeLength / groupLength

/** For how many days a code may be given out. */
export const validDays = [30, 60, 90] as const

export const validDaysUsual = 60

/** The last day of a code that is issued today, and the instant from which it is nothing. */
export function validityOf(today: Day, days: number): { lastDay: Day; expiresAt: Date } {
  const lastDay = plusDays(today, days)
  return { lastDay, expiresAt: startOfDay(plusDays(lastDay, 1)) }
}

/** How far an enterprise has come: it has an account; its code waits; its code ran out; it has none. */
export const activationStates = ['COME', 'ISSUED', 'EXPIRED', 'NONE'] as const

export type ActivationState = (typeof activationStates)[number]

export function stateOf(facts: { hasCome: boolean; openUntil: Date | null }, at: Date): ActivationState {
  if (facts.hasCome) return 'COME'
  if (!facts.openUntil) return 'NONE'
  return facts.openUntil > at ? 'ISSUED' : 'EXPIRED'
}

/** Enterprises of one job. */
export const issuedMax = 5_000

/** Letters of one file: more are packed into an archive of several. */
export const lettersPerFile = 300

/** How long somebody may take between the code and the own name. */
export const ticketMinutes = 30

/** A part of the whole in percent, rounded down: all is said only of all. */
export const percentOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.floor((part / whole) * 100))

/** What somebody who claims says of himself: represents the enterprise, or only keeps its account. */
export const claimantRoles = ['PRINCIPAL', 'DESIGNATED', 'KEEPER'] as const

export type ClaimantRole = (typeof claimantRoles)[number]

/** The ticket between the two pages of a claim. */
export const claimTicket = { name: 'claim', path: '/claim' }

const claimNotices = ['known', 'expired'] as const

/** What the first page of a claim says first to whoever was sent back to it. */
export const claimNoticeOf = (code: string | undefined): (typeof claimNotices)[number] | null =>
  claimNotices.find((known) => known === code) ?? null

/** The credit code of a letter's address; anything else is nobody's to put into the field. */
export const prefilledCreditCode = (text: string | undefined): string =>
  text && /^[0-9A-Z]{18}$/.test(text) ? text : ''

type CodeCourse = { usedAt: Date | null; revokedAt: Date | null; expiresAt: Date }

/** What became of a code. */
export function codeOutcome({ usedAt, revokedAt, expiresAt }: CodeCourse, at: Date) {
  if (usedAt) return 'USED'
  if (revokedAt) return 'REVOKED'
  return expiresAt > at ? 'OPEN' : 'EXPIRED'
}
