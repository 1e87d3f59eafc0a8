import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { authSecret } from '@/lib/core/env'

/**
 * What the portal signs for itself. Each audience has a key of its own, derived from the one secret, so that what was
 * signed for one purpose is worth nothing for another.
 */
export type Audience =
  'check-in-claim' | 'check-in-device' | 'activation-code' | 'activation-ticket' | 'recovery-code' | 'invitation-answer'

const keyOf = (audience: Audience): Buffer =>
  Buffer.from(hkdfSync('sha256', authSecret(), '', `safety-alliance-portal ${audience}`, 32))

/** A mark of 128 bits over a text. */
export const signatureOf = (audience: Audience, text: string): string =>
  createHmac('sha256', keyOf(audience)).update(text).digest().subarray(0, 16).toString('base64url')

/** `text.signature`. */
export const sign = (audience: Audience, text: string): string => `${text}.${signatureOf(audience, text)}`

/** The text that was signed for this audience, or null. */
export function signedText(audience: Audience, signed: string): string | null {
  const cut = signed.lastIndexOf('.')
  if (cut < 0) return null
  const text = signed.slice(0, cut)
  const given = Buffer.from(signed.slice(cut + 1))
  const own = Buffer.from(signatureOf(audience, text))
  return given.length === own.length && timingSafeEqual(given, own) ? text : null
}
