import type { Activity } from '@/lib/core/prisma/client'

const hour = 60 * 60_000

/** So long before it starts, people are reminded. The farthest first. */
export const reminderSteps = [
  { step: 'DAYS_7', before: 7 * 24 * hour },
  { step: 'DAY_1', before: 24 * hour },
  { step: 'HOURS_2', before: 2 * hour },
] as const

/** The first reminder is due so long before the start: nothing farther away has to be looked at. */
export const longestBefore = reminderSteps[0].before

export type DueReminder = { step: (typeof reminderSteps)[number]['step']; dueAt: Date }

type Reminded = Pick<Activity, 'state' | 'startsAt' | 'publishedAt' | 'movedAt'>

/**
 * The step whose hour has come and no later one's: a worker that was away for days sends the one that still helps, not
 * all of them. A step that had passed when the activity was published or got its present time is left out, for people
 * were told of it then. Null: nothing is due.
 */
export function dueReminder(activity: Reminded, at: Date): DueReminder | null {
  const { state, startsAt, publishedAt, movedAt } = activity
  if (state !== 'PUBLISHED' || startsAt <= at) return null
  const passed = reminderSteps.findLast(({ before }) => startsAt.getTime() - before <= at.getTime())
  if (!passed) return null
  const dueAt = new Date(startsAt.getTime() - passed.before)
  const isTold = [publishedAt, movedAt].some((since) => since !== null && since > dueAt)
  return isTold ? null : { step: passed.step, dueAt }
}

type Visited = Pick<Activity, 'kind' | 'state' | 'startsAt'>

/** From a day before a site visit its host is told who comes to the gate, however late the visit was published or moved. */
export const isGateDue = ({ kind, state, startsAt }: Visited, at: Date): boolean =>
  kind === 'SITE_VISIT' && state === 'PUBLISHED' && startsAt > at && startsAt.getTime() - at.getTime() <= 24 * hour

/** A draft is saved while its time is typed: so long after the last change it is taken to be meant. */
const settledAfter = 10 * 60_000

/** The last change of a draft that is taken to be meant. */
export const settledBefore = (at: Date): Date => new Date(at.getTime() - settledAfter)
