import { beforeAll } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/polls/actions'
import { describePermissions, verdicts, type PermissionRow } from '../support/permissions'
import { buildWorld, type World } from '../support/world'
import { makePoll, wish } from './poll'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const runners = { administrator: 'ok', officer: 'ok', coordinator: 'ok', deputy: 'ok', lead: 'ok' } as const

/** A poll is known within its alliance; a jurisdiction hears of the activity only. */
const members = { principal: 'FORBIDDEN', designated: 'FORBIDDEN', clerk: 'FORBIDDEN', neighbour: 'FORBIDDEN' } as const
const settled = verdicts('NOT_FOUND', { ...runners, ...members })

const rows: PermissionRow[] = [
  {
    action: actions.openPoll,
    input: async (w) => {
      await db.datePoll.updateMany({
        where: { state: 'OPEN' },
        data: { state: 'CANCELLED', openTitle: null, settledAt: new Date(0), cancelReason: '重新征集' },
      })
      return wish(w)
    },
    expected: verdicts('FORBIDDEN', runners),
  },
  {
    action: actions.answerPoll,
    input: async (w) => {
      const { id, dates } = await makePoll(w)
      return { pollId: id, answers: Object.fromEntries(dates.map((date) => [date.id, 'YES'])) }
    },
    // Nobody answers for an enterprise without its mandate.
    expected: verdicts('NOT_FOUND', {
      administrator: 'FORBIDDEN',
      officer: 'FORBIDDEN',
      coordinator: 'FORBIDDEN',
      deputy: 'FORBIDDEN',
      clerk: 'FORBIDDEN',
      lead: 'ok',
      principal: 'ok',
      designated: 'ok',
      neighbour: 'ok',
    }),
  },
  {
    action: actions.chooseDate,
    input: async (w) => {
      const { id, dates } = await makePoll(w)
      return { pollId: id, dateId: dates[0]?.id }
    },
    expected: settled,
  },
  {
    action: actions.cancelPoll,
    input: async (w) => ({ pollId: (await makePoll(w)).id, reason: '改为书面征求意见' }),
    expected: settled,
  },
]

describePermissions('polls', () => world, rows)
