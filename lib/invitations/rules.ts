import type { RegistrationState } from '@/lib/core/prisma/enums'
import { isOpen } from '@/lib/registrations/rules'

/** A registration of the enterprise that somebody answers for. */
export type EnterprisePlace = {
  id: string
  state: RegistrationState
  userId: string | null
  /** Until when a place that came free waits for a yes; null: it is theirs. */
  offeredUntil: Date | null
}

/** What may be answered for an enterprise, and which places the answer is about. */
export type Choices = {
  /** The person's own place or wait, if there is one. */
  own: EnterprisePlace | null
  /** A place without a name, which the next person takes. */
  unnamed: EnterprisePlace | null
  canAttend: boolean
  /** Leave is asked by whoever has a place, or for the whole enterprise while nobody else comes. */
  leave: 'OWN' | 'ENTERPRISE' | null
}

function leaveOf(ownAlone: boolean, ofAll: boolean): Choices['leave'] {
  if (ofAll) return 'ENTERPRISE'
  return ownAlone ? 'OWN' : null
}

/**
 * What a person can answer for an enterprise, from what stands for it.
 * @param places all that is not withdrawn, of this enterprise at this activity
 */
export function choicesOf(places: EnterprisePlace[], userId: string): Choices {
  const open = places.filter(({ state }) => isOpen(state))
  const own = open.find((place) => place.userId === userId) ?? null
  const others = open.filter((place) => place !== own)
  const isExcused = places.some((place) => place.state === 'ON_LEAVE' && place.userId === null)
  const leaveOfAll = others.length === 0 && !isExcused
  return {
    own,
    unnamed: open.find((place) => place.userId === null) ?? null,
    canAttend: own === null || own.offeredUntil !== null,
    leave: leaveOf(own !== null && others.length > 0, leaveOfAll),
  }
}
