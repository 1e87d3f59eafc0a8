import type { Changes } from '@/lib/access/audit'
import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { lockActivity } from '@/lib/places/room-mutations'
import { isChangeable } from '@/lib/places/rules'
import { acceptOffer, askEnterpriseLeave, askLeave, fillPlace, registerPeople } from '@/lib/registrations/mutations'
import { choicesOf, type Choices } from './rules'
import type { AnswerInput } from './schema'

type Answering = { activityId: string; enterpriseId: string; userId: string; at: Date }

/**
 * Writes what the person answered for the enterprise. Each way goes through the registration's own rules: its window, its
 * places and its waiting list.
 * @returns what changed, for the trail; null: it stood so already
 */
export async function answerInvitation(tx: Tx, who: Answering, input: AnswerInput): Promise<Changes | null> {
  // First the line for the places, so that what is read below still holds when it is written.
  const activity = await lockActivity(tx, who.activityId)
  refuseUnless(isChangeable(activity, who.at), 'REGISTRATION_OVER')
  const { activityId, enterpriseId } = who
  const places = await tx.registration.findMany({
    where: { activityId, enterpriseId, state: { not: 'WITHDRAWN' } },
    select: { id: true, state: true, userId: true, offeredUntil: true },
    orderBy: [{ state: 'asc' }, { queuedAt: 'asc' }, { id: 'asc' }],
  })
  const choices = choicesOf(places, who.userId)
  if (input.answer === 'LEAVE') return leave(tx, who, choices, input.reason)
  const personId = input.answer === 'SEND' ? input.userId : who.userId
  return send(tx, who, choices, personId)
}

/** Into the answerer's own place when somebody else goes, else into a place without a name, else into a new one. */
async function send(tx: Tx, who: Answering, choices: Choices, personId: string): Promise<Changes | null> {
  const { activityId, enterpriseId, userId, at } = who
  if (personId === userId && choices.own) {
    const isNew = await acceptOffer(tx, { registrationId: choices.own.id, activityId, at })
    return isNew ? { state: ['OFFERED', 'PLACED'] } : null
  }
  const place = choices.own ?? choices.unnamed
  if (place) {
    const name = await fillPlace(tx, { registrationId: place.id, activityId, userId: personId, at })
    return name === null ? null : { person: [null, name] }
  }
  const wish = { activityId, enterpriseId, userIds: [personId], unnamedPlaces: 0, createdById: userId, at }
  const { placed, waiting } = await registerPeople(tx, { ...wish, sender: 'ENTERPRISE' })
  return placed.length + waiting.length > 0 ? { placed: [null, placed], waiting: [null, waiting] } : null
}

async function leave(tx: Tx, who: Answering, choices: Choices, reason: string): Promise<Changes | null> {
  const { activityId, enterpriseId, userId, at } = who
  const changes: Changes = { reason: [null, reason] }
  if (choices.leave === 'ENTERPRISE') {
    const isNew = await askEnterpriseLeave(tx, { activityId, enterpriseId, reason, createdById: userId, at })
    return isNew ? changes : null
  }
  if (choices.leave === null || !choices.own) throw new Refusal('NOTHING_TO_EXCUSE')
  const isNew = await askLeave(tx, { registrationId: choices.own.id, activityId, reason, at })
  return isNew ? { ...changes, state: [choices.own.state, 'ON_LEAVE'] } : null
}

/** Shuts or opens the link of an invitation. False: it was so already. */
export async function setRevoked(tx: Tx, id: string, revokedAt: Date | null): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id, revokedAt: revokedAt ? null : { not: null } },
    data: { revokedAt },
  })
  return count === 1
}
