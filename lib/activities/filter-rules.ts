import { isDay, lastDayOfMonth, type Day } from '@/lib/core/clock'
import { ActivityKind, ActivityState } from '@/lib/core/prisma/enums'

export const activityPeriods = ['upcoming', 'past', 'all'] as const

export type ActivityPeriod = (typeof activityPeriods)[number]

/** What a list of activities is narrowed to; an address that makes no sense narrows nothing. */
export type ActivityFilter = {
  kind: ActivityKind | null
  state: ActivityState | null
  /** Slug of a host or invited alliance. */
  alliance: string | null
  period: ActivityPeriod
  /** Beijing days on which it starts, both inclusive. */
  from: Day | null
  to: Day | null
  q: string | null
  /** Held and without minutes: what the organiser still owes. */
  owesMinutes: boolean
}

const oneOf = <T extends string>(choices: readonly T[], value: string | undefined): T | null =>
  choices.find((choice) => choice === value) ?? null

const dayOrNull = (value: string | undefined): Day | null => (value && isDay(value) ? value : null)

/** `2026-03`, as the heat grid of the city links to it. */
function monthOrNull(value: string | undefined): { from: Day; to: Day } | null {
  const first = `${value}-01`
  if (!value || !isDay(first)) return null
  return { from: first, to: lastDayOfMonth(first) }
}

/** Reads the query of an address. A state or a period of days looks at all times, unless told otherwise. */
export function activityFilterOf(read: (name: string) => string | undefined): ActivityFilter {
  const state = oneOf(Object.values(ActivityState), read('state'))
  const month = monthOrNull(read('month'))
  const from = month?.from ?? dayOrNull(read('from'))
  const to = month?.to ?? dayOrNull(read('to'))
  const owesMinutes = read('owes') === 'minutes'
  const looksEverywhere = state !== null || from !== null || to !== null || owesMinutes
  return {
    kind: oneOf(Object.values(ActivityKind), read('kind')),
    state,
    alliance: read('alliance')?.slice(0, 60) ?? null,
    period: oneOf(activityPeriods, read('period')) ?? (looksEverywhere ? 'all' : 'upcoming'),
    from,
    to,
    q: read('q')?.slice(0, 60) ?? null,
    owesMinutes,
  }
}

/** What comes is read forwards, what was backwards. */
export const isForwards = (filter: ActivityFilter): boolean => filter.period === 'upcoming'
