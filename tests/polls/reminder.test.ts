import { beforeAll, beforeEach, expect, it } from 'vitest'
import { fromLocal, toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { answerPoll, cancelPoll } from '@/lib/polls/actions'
import { remindOfPolls } from '@/lib/polls/jobs'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { buildWorld, worldNow, type World } from '../support/world'
import { makePoll } from './poll'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(() => setClock(worldNow))

const toldOf = async (pollId: string) =>
  (
    await db.notification.findMany({
      where: { kind: 'DATE_POLL_CLOSES', href: `/portal/polls/${pollId}` },
      select: { userId: true },
    })
  )
    .map(({ userId }) => userId)
    .toSorted()

it('that is about to close is told once to who is asked and has not answered, however many workers go round', async () => {
  const poll = await makePoll(world)
  const answers = Object.fromEntries(poll.dates.map(({ id }) => [id, 'YES' as const]))
  expect((await act(world, 'principal', answerPoll, { pollId: poll.id, answers })).ok).toBe(true)
  setClock(fromLocal('2026-11-28T23:59'))
  await remindOfPolls()
  expect(await toldOf(poll.id)).toEqual([])
  setClock(fromLocal('2026-11-29T00:00'))
  await Promise.all([remindOfPolls(), remindOfPolls()])
  setClock(fromLocal('2026-11-30T09:00'))
  await remindOfPolls()
  const { lead, designated, neighbour } = world.people
  expect(await toldOf(poll.id)).toEqual([lead.userId, designated.userId, neighbour.userId].toSorted())
})

it('is not told of to who was asked the day before, nor once it is settled or over', async () => {
  const [asked, settled, over] = [await makePoll(world), await makePoll(world), await makePoll(world)]
  const moved = (id: string, data: { createdAt?: Date; closesOn?: Date }) =>
    db.datePoll.update({ where: { id }, data, select: { id: true } })
  await moved(asked.id, { createdAt: fromLocal('2026-11-29T00:00') })
  await moved(over.id, { closesOn: toDate('2026-11-28') })
  await act(world, 'coordinator', cancelPoll, { pollId: settled.id, reason: '另行安排' })
  setClock(fromLocal('2026-11-29T10:00'))
  await remindOfPolls()
  for (const { id } of [asked, settled, over]) expect(await toldOf(id)).toEqual([])
})
