import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { authSecret } from '@/lib/core/env'

/**
 * What the portal keeps or hands out so that nobody else can read it. Each purpose has a key of its own, derived from the
 * one secret, so that what was sealed for one purpose opens nothing elsewhere. Changing AUTH_SECRET makes all of it
 * unreadable.
 */
export type Purpose = 'one-time-secret' | 'sign-in-step' | 'recovery-codes' | 'group-robot'

const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

const keyOf = (purpose: Purpose): Buffer =>
  Buffer.from(hkdfSync('sha256', authSecret(), '', `safety-alliance-portal sealing ${purpose}`, 32))

/** The text as only this portal reads it. `bound` is whose it is: opened as somebody else's, it does not open. */
export function seal(purpose: Purpose, bound: string, text: string): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(algorithm, keyOf(purpose), iv, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(bound))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** What was sealed, or null where it was not sealed here, for this purpose and for whom it is said to be. */
export function unseal(purpose: Purpose, bound: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length <= ivBytes + tagBytes) return null
  try {
    const iv = bytes.subarray(0, ivBytes)
    const decipher = createDecipheriv(algorithm, keyOf(purpose), iv, { authTagLength: tagBytes })
    decipher.setAAD(Buffer.from(bound))
    decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
