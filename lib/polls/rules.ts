import { plusDays, startOfDay, type Day } from '@/lib/core/clock'
import type { DateAnswer, DatePollState } from '@/lib/core/prisma/enums'

/** So many dates are proposed. */
export const proposedRange = { from: 2, to: 8 } as const

export const pollTitleLengthMax = 60
export const pollNoteLengthMax = 500
export const reasonLengthMax = 200

export const dateAnswers = ['YES', 'IF_NEED_BE', 'NO'] as const satisfies readonly DateAnswer[]

/** It is answered, and answers are changed, until the end of its last day. */
export const isAnswerable = (poll: { state: DatePollState; closesOn: Day }, today: Day): boolean =>
  poll.state === 'OPEN' && today <= poll.closesOn

/** From the day before its last one on, whoever has not answered is told so; who was asked then is not asked again. */
export const remindedFrom = (closesOn: Day): Date => startOfDay(plusDays(closesOn, -1))

/** How many people and enterprises a date suits in one way. */
export type DateCount = { answer: DateAnswer; people: number; enterprises: number }

export const countOf = (counts: DateCount[], answer: DateAnswer): Omit<DateCount, 'answer'> =>
  counts.find((one) => one.answer === answer) ?? { people: 0, enterprises: 0 }

type Counted = { id: string; counts: DateCount[] }

/** The dates that suit most enterprises, those of people as good as certain first; none where nobody has answered. */
export function bestDates(dates: Counted[]): string[] {
  const scoreOf = ({ counts }: Counted): [number, number] => {
    const [yes, maybe] = [countOf(counts, 'YES'), countOf(counts, 'IF_NEED_BE')]
    return [yes.enterprises, maybe.enterprises]
  }
  const scores = dates.map((date) => ({ id: date.id, score: scoreOf(date) }))
  const [best] = scores.toSorted((a, b) => b.score[0] - a.score[0] || b.score[1] - a.score[1])
  if (!best || best.score[0] + best.score[1] === 0) return []
  return scores.filter(({ score }) => score.join() === best.score.join()).map(({ id }) => id)
}
