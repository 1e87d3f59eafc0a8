import type { Activity } from '@/lib/core/prisma/client'
import { afterNight } from '@/lib/notifications/delivery-rules'

/** Places still to be had; null: no limit. */
export const placesLeft = (activity: Pick<Activity, 'capacity' | 'placesTaken'>): number | null =>
  activity.capacity === null ? null : Math.max(0, activity.capacity - activity.placesTaken)

/** Places for the members of an alliance that are still to be had; null: no limit of its own. */
export type Room = { allianceId: string; left: number | null }

/**
 * Gives places out in the order of asking. Each ask names the alliances through which its enterprise may come; it takes one
 * without a limit before one with, then the one with most left, so that a member of several leaves the narrow ones to others.
 * @param left places of the whole activity; null: no limit
 * @returns for each ask the alliance whose place it got; null: it waits
 */
export function shareOut(left: number | null, rooms: Room[], asks: { allianceIds: string[] }[]): (string | null)[] {
  const roomLeft = new Map(rooms.map((room) => [room.allianceId, room.left ?? Infinity]))
  let total = left ?? Infinity
  return asks.map(({ allianceIds }) => {
    const best = allianceIds.reduce<string | null>(
      (chosen, id) => ((roomLeft.get(id) ?? 0) > (chosen ? (roomLeft.get(chosen) ?? 0) : 0) ? id : chosen),
      null,
    )
    if (total <= 0 || best === null) return null
    total -= 1
    roomLeft.set(best, (roomLeft.get(best) ?? 0) - 1)
    return best
  })
}

type Window = Pick<Activity, 'state' | 'startsAt' | 'endsAt' | 'registrationOpensAt' | 'registrationClosesAt'>

/** Where an activity's registration stands. Without bounds it opens when it is published and closes when it starts. */
export function registrationWindow(activity: Window, at: Date): 'SHUT' | 'NOT_YET' | 'OPEN' | 'OVER' {
  if (activity.state !== 'PUBLISHED') return 'SHUT'
  if (activity.registrationOpensAt && at < activity.registrationOpensAt) return 'NOT_YET'
  return at < (activity.registrationClosesAt ?? activity.startsAt) ? 'OPEN' : 'OVER'
}

/** Places change hands, are given back and excused until the activity ends; whoever telephones is late by nature. */
export const isChangeable = (activity: Pick<Activity, 'state' | 'endsAt'>, at: Date): boolean =>
  activity.state === 'PUBLISHED' && at < activity.endsAt

/** Nobody is moved up from the waiting list to something that has begun: they could not come any more. */
export const movesUp = (activity: Pick<Activity, 'state' | 'startsAt'>, at: Date): boolean =>
  activity.state === 'PUBLISHED' && at < activity.startsAt

const hour = 3_600_000

/**
 * Until when a place that came free is kept for whoever it is offered to. The hours do not run at night, and it never lasts
 * beyond the start. Null: places of this activity are given at once.
 */
export function offerEnds(activity: Pick<Activity, 'offerHours' | 'startsAt'>, at: Date): Date | null {
  if (activity.offerHours === null) return null
  const ends = afterNight(new Date(afterNight(at).getTime() + activity.offerHours * hour))
  return ends < activity.startsAt ? ends : activity.startsAt
}
