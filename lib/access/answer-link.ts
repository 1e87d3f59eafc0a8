import { isId } from '@/lib/core/id'
import { sign, signedText } from './signing'

/** Where whoever was invited answers without signing in: the invitation's id, signed for this purpose alone. */
export const answerPathOf = (invitationId: string): string => `/a/${sign('invitation-answer', invitationId)}`

/** The id of the invitation that a link carries; null for whatever the portal has not signed as one. */
export function invitationOf(token: string): string | null {
  const id = signedText('invitation-answer', token)
  return id !== null && isId(id) ? id : null
}
