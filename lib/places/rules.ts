import type { Activity } from '@/lib/core/prisma/client'

/** Places still to be had; null: no limit. */
export const placesLeft = (activity: Pick<Activity, 'capacity' | 'placesTaken'>): number | null =>
  activity.capacity === null ? null : Math.max(0, activity.capacity - activity.placesTaken)

/** How many of the wanted places can be given at once; the others wait. */
export function placesToGive(activity: Pick<Activity, 'capacity' | 'placesTaken'>, wanted: number): number {
  const left = placesLeft(activity)
  return left === null ? wanted : Math.min(left, wanted)
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
