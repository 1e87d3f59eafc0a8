import { takesCheckIns } from '@/lib/activities/rules'
import type { Activity } from '@/lib/core/prisma/client'
import type { MandateKind, RegistrationState } from '@/lib/core/prisma/enums'

const minute = 60_000

/** People may check in from an hour before the start until half an hour after the end. */
export const earliestMinutes = 60
export const latestMinutes = 30

/** How long the first valid scan stands in for the code, so that a guest who must still sign in is not late. */
export const claimMinutes = 10

/** How long the door desk may take back what it just did without giving a reason. The button itself stands for 8 seconds. */
export const undoMinutesMax = 5

/** How long a spot check may go on. */
export const spotMinutesMax = 30

type Times = Pick<Activity, 'startsAt' | 'endsAt'>

/** When checking in is open: a closed period of instants. */
export const checkInWindow = ({ startsAt, endsAt }: Times): { opensAt: Date; closesAt: Date } => ({
  opensAt: new Date(startsAt.getTime() - earliestMinutes * minute),
  closesAt: new Date(endsAt.getTime() + latestMinutes * minute),
})

/** How long before the start a desk may keep its page and its list, to be opened without a network. */
const keptHoursBefore = 24

/** Until when a desk may keep them: while people can check in, and not days before; null: it may not. */
export function keptUntil(times: Times, at: Date): Date | null {
  const { closesAt } = checkInWindow(times)
  const keptFrom = new Date(times.startsAt.getTime() - keptHoursBefore * 60 * minute)
  return at < keptFrom || at > closesAt ? null : closesAt
}

/** The same bound seen from an instant: an activity takes check-ins at `at` when it starts and ends within these. */
export const checkInBounds = (at: Date): { startsUntil: Date; endsFrom: Date } => ({
  startsUntil: new Date(at.getTime() + earliestMinutes * minute),
  endsFrom: new Date(at.getTime() - latestMinutes * minute),
})

export type CheckInStanding = 'OPEN' | 'NOT_YET' | 'OVER' | 'NOT_HELD'

/** Whether an activity takes check-ins at an instant, and if not, why. */
export function checkInStanding(activity: Times & Pick<Activity, 'state'>, at: Date): CheckInStanding {
  if (!takesCheckIns(activity)) return 'NOT_HELD'
  const { opensAt, closesAt } = checkInWindow(activity)
  if (at < opensAt) return 'NOT_YET'
  return at > closesAt ? 'OVER' : 'OPEN'
}

export const refusalOfStanding = {
  NOT_YET: 'CHECK_IN_NOT_OPEN_YET',
  OVER: 'CHECK_IN_OVER',
  NOT_HELD: 'CHECK_IN_NOT_HELD',
} as const satisfies Record<Exclude<CheckInStanding, 'OPEN'>, string>

/**
 * When a press at a desk without a connection was made. Its clock may be wrong by hours, so only the time that has passed
 * since is taken from it.
 */
export const pressedAt = (desk: { pressedAt: number; sentAt: number }, at: Date): Date =>
  new Date(at.getTime() - Math.max(0, desk.sentAt - desk.pressedAt))

/** Why a person may be asked whether they came for an enterprise. */
export type Ground = 'MANDATE' | 'REGISTRATION' | 'OFFICE' | 'LAPSED'

/**
 * One enterprise that a person may have come for, as things stood on the day of the activity: with which mandate, with
 * which place, and whether it is recorded already.
 */
export type Standing = {
  enterpriseId: string
  enterprise: string
  ground: Ground
  mandateKind: MandateKind | null
  /** The last day of a mandate that is over. */
  lapsedOn: Date | null
  registrationId: string | null
  registrationState: RegistrationState | null
  isInAudience: boolean
  attendanceId: string | null
  checkedInAt: Date | null
}

const ranks: Record<Ground, number> = { REGISTRATION: 0, MANDATE: 1, OFFICE: 2, LAPSED: 3 }

const rankOf = (standing: Standing): number =>
  (standing.registrationId ? 0 : 10) + (standing.isInAudience ? 0 : 5) + ranks[standing.ground]

/**
 * What a person is offered: registered first, then what the activity is open to. A mandate that is over is offered only
 * where there is nothing better, and only the latest: recorded, it tells the bureau which letter to renew.
 */
export function offeredStandings(standings: readonly Standing[]): Standing[] {
  const holding = standings.filter((standing) => standing.ground !== 'LAPSED')
  if (holding.length > 0) {
    return holding.toSorted((a, b) => rankOf(a) - rankOf(b) || a.enterprise.localeCompare(b.enterprise, 'zh'))
  }
  const latest = Math.max(...standings.map((standing) => standing.lapsedOn?.getTime() ?? 0))
  return standings.filter((standing) => standing.lapsedOn?.getTime() === latest)
}

/** Nobody of theirs was expected: no place by name, and none that was still to be named. */
export const isWalkIn = (standings: readonly Standing[]): boolean =>
  standings.every((standing) => standing.registrationId === null)

/** Whether somebody can be said to have come: from the moment at which people could check in, and never to what was called off. */
export const canBeAdded = (activity: Times & Pick<Activity, 'state'>, at: Date): boolean =>
  (takesCheckIns(activity) || activity.state === 'CLOSED') && at >= checkInWindow(activity).opensAt
