import { daysBetween } from '@/lib/alliances/rules'
import type { Day } from '@/lib/core/clock'
import type { TopicState } from '@/lib/core/prisma/enums'

export const titleLengthMax = 120
export const progressNoteLengthMax = 2_000

/** The notice's annex suggests topics for this one year; other years take them over. */
export const annexYear = 2024

/** After so many days without a word a topic that is under way is shown as 久未更新. */
export const staleAfterDays = 60

export const isUnderWay = (state: TopicState): boolean => state === 'PLANNED' || state === 'RUNNING'

export const isStale = (topic: { state: TopicState; updatedOn: Day }, today: Day): boolean =>
  isUnderWay(topic.state) && daysBetween(topic.updatedOn, today) > staleAfterDays

/** What may follow: a topic that was finished or dropped can be taken up again, and only as running. */
const nextStates: Record<TopicState, readonly TopicState[]> = {
  PLANNED: ['PLANNED', 'RUNNING', 'DONE', 'DROPPED'],
  RUNNING: ['RUNNING', 'PLANNED', 'DONE', 'DROPPED'],
  DONE: ['DONE', 'RUNNING'],
  DROPPED: ['DROPPED', 'RUNNING'],
}

export const statesAfter = (state: TopicState): readonly TopicState[] => nextStates[state]

/** The states from which a topic may come to `to`, for the `where` of the write. */
export const statesBefore = (to: TopicState): TopicState[] =>
  (Object.keys(nextStates) as TopicState[]).filter((from) => nextStates[from].includes(to))

/** Steps done of steps planned. */
export const progressOf = (milestones: { doneOn: unknown }[]): { done: number; all: number } => ({
  done: milestones.filter(({ doneOn }) => doneOn !== null).length,
  all: milestones.length,
})
