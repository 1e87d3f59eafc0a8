import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

/** As every authenticator understands it: SHA-1, six digits, half a minute (RFC 6238). */
const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const

/** A clock may be one step ahead or behind. */
const window = 1

const secretBytes = 20

export const newSecret = (): string => new Secret({ size: secretBytes }).base32

/** What the QR code of the enrolment says. */
export const authenticatorUri = (secret: string, issuer: string, label: string): string =>
  new TOTP({ ...shape, issuer, label, secret: Secret.fromBase32(secret) }).toString()

/** The secret for typing, in groups of four. */
export const inGroups = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? ''

/** The time step whose code this is, near an instant; null where it is none. */
export function stepOf(secret: string, code: string, at: Date): number | null {
  const timestamp = at.getTime()
  const totp = new TOTP({ ...shape, secret: Secret.fromBase32(secret) })
  const delta = totp.validate({ token: code, timestamp, window })
  return delta === null ? null : TOTP.counter({ period: shape.period, timestamp }) + delta
}

/** Digits and letters that are not taken for one another (Crockford). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const recoveryLength = 10

export const recoveryCount = 10

const newRecoveryCode = (): string =>
  Array.from({ length: recoveryLength }, () => alphabet[randomInt(alphabet.length)]).join('')

/** Ten codes of 50 bits, all different. */
export function newRecoveryCodes(): string[] {
  const codes = new Set<string>()
  while (codes.size < recoveryCount) codes.add(newRecoveryCode())
  return [...codes]
}

/** As it is written down: ABCDE-FGHJK. */
export const writtenRecoveryCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

export type TypedCode = { kind: 'TOTP' | 'RECOVERY'; code: string }

/** What somebody typed, in its plain form; null for what can be neither. */
export function readCode(typed: string): TypedCode | null {
  const plain = typed
    .normalize('NFKC')
    .replaceAll(/[\s\-–—\u200b-\u200d\ufeff]/g, '')
    .toUpperCase()
  if (/^\d{6}$/.test(plain)) return { kind: 'TOTP', code: plain }
  const code = plain.replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return code.length === recoveryLength && [...code].every((sign) => alphabet.includes(sign))
    ? { kind: 'RECOVERY', code }
    : null
}
