import type { Activity, Attendance } from '@/lib/core/prisma/client'

/** From which share of the planned time presence counts, unless the organiser says otherwise. */
export const presenceShareDefault = 70

const minute = 60_000

type Planned = Pick<Activity, 'startsAt' | 'endsAt' | 'checksOut'>

/** When somebody came and left; the minutes are those of a meeting service, which knows every sitting. */
export type Stay = Pick<Attendance, 'checkedInAt' | 'checkedOutAt'>

export type Interval = { from: Date; to: Date }

/** What of an interval lies within another; null: nothing does. */
function within({ from, to }: Interval, bounds: Interval): Interval | null {
  const clipped = {
    from: new Date(Math.max(from.getTime(), bounds.from.getTime())),
    to: new Date(Math.min(to.getTime(), bounds.to.getTime())),
  }
  return clipped.from < clipped.to ? clipped : null
}

/** Several sittings as one: in order, without overlaps, so that two devices of one person are one person. */
export function unionOf(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals
    .filter(({ from, to }) => from < to)
    .toSorted((one, other) => one.from.getTime() - other.from.getTime())
  return sorted.reduce<Interval[]>((joined, next) => {
    const last = joined.at(-1)
    if (!last || last.to < next.from) return [...joined, next]
    return [...joined.slice(0, -1), { from: last.from, to: last.to > next.to ? last.to : next.to }]
  }, [])
}

/** How many milliseconds of the planned time the sittings cover, each instant once. */
export const coveredMilliseconds = (
  { startsAt, endsAt }: Pick<Planned, 'startsAt' | 'endsAt'>,
  sittings: readonly Interval[],
): number =>
  unionOf(sittings.flatMap((sitting) => within(sitting, { from: startsAt, to: endsAt }) ?? [])).reduce(
    (sum, { from, to }) => sum + (to.getTime() - from.getTime()),
    0,
  )

export type Presence = {
  minutes: number
  /** Whole percent of the planned time, never rounded up. */
  percent: number
  /** Check-out is asked for and there is none: nobody can say how long they stayed. */
  hasNoEnd: boolean
}

/**
 * How long somebody was there: from checking in, not before the start, to checking out, not after the end; to the end
 * where nobody checks out. Of an online list the minutes in which they were connected are what counts.
 */
export function presenceOf(activity: Planned, stay: Stay & { onlineMinutes?: number | null }): Presence {
  const planned = activity.endsAt.getTime() - activity.startsAt.getTime()
  const isOnline = stay.onlineMinutes !== null && stay.onlineMinutes !== undefined
  const leftAt = activity.checksOut ? stay.checkedOutAt : activity.endsAt
  const hasNoEnd = !isOnline && leftAt === null
  const stayed = leftAt ? coveredMilliseconds(activity, [{ from: stay.checkedInAt, to: leftAt }]) : 0
  const there = isOnline ? Math.min((stay.onlineMinutes ?? 0) * minute, planned) : stayed
  return {
    minutes: Math.floor(there / minute),
    percent: planned > 0 ? Math.floor((there * 100) / planned) : 0,
    hasNoEnd,
  }
}

/** Whether the time suffices for the share that the activity asks. */
export const isLongEnough = (
  { presenceShareMin }: Pick<Activity, 'presenceShareMin'>,
  { percent }: Presence,
): boolean => percent >= presenceShareMin

/**
 * What counts as participation of the enterprise: there by a mandate of that day (notice 三(一): 主要负责人或指定专人), not
 * struck, and not excluded at the close or by a decision. `policy` and `counting-queries` say the same to the database.
 */
export const counts = (attendance: Pick<Attendance, 'mandateKind' | 'undoneAt' | 'isExcluded'>): boolean =>
  attendance.undoneAt === null && !attendance.isExcluded && attendance.mandateKind !== null
