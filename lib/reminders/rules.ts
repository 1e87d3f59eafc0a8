import type { Activity } from '@/lib/core/prisma/client'
import type { ReminderStep } from '@/lib/core/prisma/enums'

const hour = 60 * 60_000

/** So long before it starts, people are reminded. The farthest first. */
export const reminderSteps = [
  { step: 'DAYS_7', before: 7 * 24 * hour },
  { step: 'DAY_1', before: 24 * hour },
  { step: 'HOURS_2', before: 2 * hour },
] as const satisfies { step: ReminderStep; before: number }[]

/** The first reminder is due so long before the start: nothing farther away has to be looked at. */
export const longestBefore = reminderSteps[0].before

export type DueReminder = { step: ReminderStep; dueAt: Date }

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
