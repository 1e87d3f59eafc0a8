import { isSignedIn, type Actor } from '@/lib/access/actor'
import { Refusal } from '@/lib/core/result'

/** Who does it, and when. */
export function byOf(actor: Actor, at: Date): { userId: string; at: Date } {
  if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
  return { userId: actor.userId, at }
}

/** For the enterprise whose hat is worn. */
export function byOfEnterprise(actor: Actor, at: Date) {
  if (actor.hat.kind !== 'ENTERPRISE') throw new Refusal('CONFLICT')
  return { ...byOf(actor, at), enterpriseId: actor.hat.enterpriseId }
}

/** Under the mandate of today. */
export function byOfMandate(actor: Actor, at: Date) {
  const { hat } = actor
  if (hat.kind !== 'ENTERPRISE' || hat.mandateKind === null) throw new Refusal('CONFLICT')
  return { ...byOf(actor, at), mandate: hat.mandateKind }
}
