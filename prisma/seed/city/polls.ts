import { plusDays, toDate, type Day } from '@/lib/core/clock'
import type { Prisma } from '@/lib/core/prisma/client'
import type { DateAnswer } from '@/lib/core/prisma/enums'
import type { Reference } from '../reference'
import { at, type Activities } from './activities'
import type { Memberships } from './memberships'
import type { Offices } from './offices'
import type { People } from './people'
import type { Random } from './random'

type Context = {
  random: Random
  anchor: Day
  reference: Reference
  offices: Offices
  memberships: Memberships
  people: Pick<People, 'mandates'>
  /** Who has still to answer, so that there is something to try. */
  waitingUserId: string | undefined
  planned: Activities['planned']
}

type Polls = {
  datePolls: Prisma.DatePollCreateManyInput[]
  proposedDates: Prisma.ProposedDateCreateManyInput[]
  datePollAnswers: Prisma.DatePollAnswerCreateManyInput[]
}

const title = '年末安全工作交流会'

/** How each of the three dates suits those who answered. */
const chances: readonly (readonly [DateAnswer, number])[][] = [
  [
    ['YES', 45],
    ['IF_NEED_BE', 20],
    ['NO', 35],
  ],
  [
    ['YES', 65],
    ['IF_NEED_BE', 20],
    ['NO', 15],
  ],
  [
    ['YES', 30],
    ['IF_NEED_BE', 30],
    ['NO', 40],
  ],
]

/** The coordinator of the coatings alliance asks which of three days suits its members; two in five have answered. */
export function planPolls(context: Context): Polls {
  const { random, anchor, reference, offices, memberships, people, waitingUserId, planned } = context
  const createdById = offices.termOn('coatings', anchor)?.coordinatorId
  if (typeof createdById !== 'string') return { datePolls: [], proposedDates: [], datePollAnswers: [] }
  const poll = {
    id: random.uuid(),
    allianceId: reference.allianceId('coatings'),
    kind: 'EXCHANGE_MEETING' as const,
    title,
    openTitle: title,
    note: '总结全年工作，讨论明年的课题和培训安排，请各单位主要负责人尽量参加。',
    place: '',
    state: 'OPEN' as const,
    closesOn: toDate(plusDays(anchor, 6)),
    createdById,
    createdAt: at(plusDays(anchor, -2), '10:00'),
    cancelReason: '',
  }
  const tuesday = tuesdayAfter(plusDays(anchor, 13))
  const days = [tuesday, plusDays(tuesday, 1)]
  // One of the three meets what the alliance has planned already, so that there is a clash to see.
  const busy = planned.find(
    ({ audience, row, day }) =>
      audience.includes('coatings') && row.state !== 'CANCELLED' && day > plusDays(anchor, 9) && !days.includes(day),
  )
  const dates = [...days, busy?.day ?? plusDays(tuesday, 2)].toSorted().map((day) => {
    return { id: random.uuid(), pollId: poll.id, startsAt: at(day, '14:00'), endsAt: at(day, '16:00') }
  })
  const members = new Set(memberships.membersOn('coatings', anchor).map(({ row }) => row.id))
  const asked = people.mandates.filter(
    ({ enterpriseId, userId, validTo }) =>
      members.has(enterpriseId) && userId !== waitingUserId && (!validTo || validTo >= toDate(anchor)),
  )
  const answering = [...new Set(asked.map(({ userId }) => userId))].filter(() => random.chance(0.4))
  return {
    datePolls: [poll],
    proposedDates: dates,
    datePollAnswers: answering.flatMap((userId) =>
      dates.map(({ id }, index) => ({
        dateId: id,
        userId,
        answer: random.weighted(chances[index] ?? []),
        answeredAt: at(plusDays(anchor, -1), `${random.between(8, 17)}`.padStart(2, '0').concat(':00')),
      })),
    ),
  }
}

const tuesdayAfter = (day: Day): Day => plusDays(day, (9 - toDate(day).getUTCDay()) % 7)
