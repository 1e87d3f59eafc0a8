import type { Day } from '@/lib/core/clock'
import type { ActionItemState } from '@/lib/core/prisma/enums'

export const textLengthMax = 500
export const ownerPersonLengthMax = 60
export const evidenceLengthMax = 1_000

/** So many decisions, and so many action items, one activity may have; what was removed counts too. */
export const linesMax = 100

/** An action item is due within so many years of its activity. */
export const dueYearsMax = 3

/** The last day is still in time; what was reported done waits for the organiser, not for its owner. */
export const isOverdue = (item: { state: ActionItemState; dueOn: Day }, today: Day): boolean =>
  item.state === 'OPEN' && item.dueOn < today
