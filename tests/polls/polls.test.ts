import { beforeAll, describe, expect, it } from 'vitest'
import { perform } from '@/lib/access/perform'
import { scheduleActivity } from '@/lib/activities/mutations'
import { db } from '@/lib/core/db'
import { toDate } from '@/lib/core/clock'
import type { DateAnswer } from '@/lib/core/prisma/enums'
import * as actions from '@/lib/polls/actions'
import { draftOf } from '@/lib/polls/mutations'
import { getPoll, listUnansweredPolls } from '@/lib/polls/queries'
import { bestDates, countOf } from '@/lib/polls/rules'
import { act } from '../support/act'
import { gate } from '../support/gate'
import { buildWorld, worldNow, type ActorName, type World } from '../support/world'
import { makePoll, wish, type MadePoll } from './poll'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const answer = (poll: MadePoll, by: ActorName, given: DateAnswer[]) =>
  act(world, by, actions.answerPoll, {
    pollId: poll.id,
    answers: Object.fromEntries(poll.dates.map(({ id }, index) => [id, given[index] as DateAnswer])),
  })

const choose = (poll: MadePoll, index: number, by: ActorName = 'coordinator') =>
  act(world, by, actions.chooseDate, { pollId: poll.id, dateId: poll.dates[index]?.id ?? '' })

const toldOf = async (pollId: string, kind: string) =>
  (
    await db.notification.findMany({
      where: { kind, href: `/portal/polls/${pollId}` },
      select: { user: { select: { name: true } } },
      orderBy: { user: { name: 'asc' } },
    })
  ).map(({ user }) => user.name)

describe('opening a poll', () => {
  it('asks whoever holds a mandate of a member today, once, however often it is pressed', async () => {
    const opened = await act(world, 'coordinator', actions.openPoll, wish(world))
    if (!opened.ok) throw new Error(opened.code)
    expect(await toldOf(opened.data.pollId, 'DATE_POLL_OPENED')).toEqual([
      'designated',
      'lead',
      'neighbour',
      'principal',
    ])
    const again = await Promise.all([
      act(world, 'coordinator', actions.openPoll, wish(world)),
      act(world, 'deputy', actions.openPoll, wish(world)),
    ])
    expect(again).toMatchObject([{ code: 'POLL_ALREADY_OPEN' }, { code: 'POLL_ALREADY_OPEN' }])
    expect(await db.datePoll.count({ where: { title: wish(world).title } })).toBe(1)
    expect(await db.proposedDate.count({ where: { pollId: opened.data.pollId } })).toBe(2)
  })

  it('wants two to eight dates, none twice, all after the last day for answers', async () => {
    const [one, two] = wish(world).dates
    if (!one || !two) throw new Error('two dates')
    const fieldsOf = async (part: Partial<ReturnType<typeof wish>>) => {
      const result = await act(world, 'coordinator', actions.openPoll, { ...wish(world), title: '另一次', ...part })
      return result.ok ? null : result.fields
    }
    expect(await fieldsOf({ dates: [one] })).toEqual({ dates: 'TOO_SHORT' })
    expect(await fieldsOf({ dates: Array(9).fill(one) })).toMatchObject({ dates: 'TOO_LONG' })
    expect(await fieldsOf({ dates: [one, { ...one, to: '17:00' }] })).toEqual({ 'dates.1.day': 'PROPOSED_TWICE' })
    expect(await fieldsOf({ closesOn: '2026-12-09' })).toEqual({ 'dates.0.day': 'BEFORE_POLL_CLOSES' })
    expect(await fieldsOf({ dates: [one, { ...two, to: '08:00' }] })).toEqual({ 'dates.1.to': 'NOT_AFTER_START' })
    expect(await fieldsOf({ closesOn: '2026-11-23' })).toEqual({ closesOn: 'IN_THE_PAST' })
    expect(await db.datePoll.count({ where: { title: '另一次' } })).toBe(0)
  })
})

describe('answering', () => {
  it('counts people and the members for whom they speak; a change replaces, the same again leaves no trace', async () => {
    const poll = await makePoll(world)
    await answer(poll, 'principal', ['YES', 'NO'])
    await answer(poll, 'designated', ['YES', 'IF_NEED_BE'])
    await answer(poll, 'neighbour', ['NO', 'YES'])
    await answer(poll, 'neighbour', ['IF_NEED_BE', 'YES'])
    await answer(poll, 'neighbour', ['IF_NEED_BE', 'YES'])
    const seen = await getPoll(await world.actor('principal'), poll.id)
    const [first, second] = seen?.dates ?? []
    expect(first && countOf(first.counts, 'YES')).toMatchObject({ people: 2, enterprises: 1 })
    expect(first && countOf(first.counts, 'NO')).toMatchObject({ people: 0, enterprises: 0 })
    expect(second && countOf(second.counts, 'YES')).toMatchObject({ people: 1, enterprises: 1 })
    expect([first?.own, second?.own]).toEqual(['YES', 'NO'])
    expect(seen).toMatchObject({ asked: { people: 4, enterprises: 3 }, answered: { people: 3, enterprises: 2 } })
    expect(await db.auditEvent.count({ where: { verb: 'poll.answer', subjectId: poll.id } })).toBe(4)
  })

  it('wants an answer for every date, and for no date of another poll', async () => {
    const [poll, other] = [await makePoll(world), await makePoll(world)]
    const [first, second] = poll.dates
    const only = { [first?.id ?? '']: 'YES' as const }
    expect(await act(world, 'principal', actions.answerPoll, { pollId: poll.id, answers: only })).toMatchObject({
      code: 'INVALID',
      fields: { [`answers.${second?.id}`]: 'CHOOSE_ONE' },
    })
    const foreign = { ...only, [second?.id ?? '']: 'YES' as const, [other.dates[0]?.id ?? '']: 'YES' as const }
    expect(await act(world, 'principal', actions.answerPoll, { pollId: poll.id, answers: foreign })).toMatchObject({
      code: 'INVALID',
    })
    expect(await db.datePollAnswer.count({ where: { date: { pollId: { in: [poll.id, other.id] } } } })).toBe(0)
  })

  it('ends with the last day, and a poll waits on the own page until then', async () => {
    const poll = await makePoll(world)
    const waits = async () =>
      (await listUnansweredPolls(await world.actor('principal'))).some(({ id }) => id === poll.id)
    expect(await waits()).toBe(true)
    expect((await listUnansweredPolls(await world.actor('clerk'))).length).toBe(0)
    await db.datePoll.update({ where: { id: poll.id }, data: { closesOn: toDate('2026-11-23') } })
    expect(await waits()).toBe(false)
    expect(await answer(poll, 'principal', ['YES', 'YES'])).toMatchObject({ code: 'POLL_CLOSED' })
    await db.datePoll.update({ where: { id: poll.id }, data: { closesOn: toDate('2026-11-24') } })
    expect(await answer(poll, 'principal', ['YES', 'YES'])).toMatchObject({ ok: true })
    expect(await waits()).toBe(false)
  })
})

describe('choosing a date', () => {
  it('makes one draft, whoever presses how often, and tells those who answered', async () => {
    const poll = await makePoll(world)
    await answer(poll, 'principal', ['YES', 'YES'])
    const both = await Promise.all([choose(poll, 0), choose(poll, 0, 'deputy'), choose(poll, 0, 'lead')])
    const ids = new Set(both.map((one) => (one.ok ? one.data.activityId : one.code)))
    expect(ids.size).toBe(1)
    const { activityId, state, title } = await db.datePoll.findUniqueOrThrow({ where: { id: poll.id } })
    expect([...ids]).toEqual([activityId])
    expect(state).toBe('CHOSEN')
    expect(await db.activity.findMany({ where: { title } })).toMatchObject([
      { state: 'DRAFT', startsAt: new Date('2026-12-09T06:00:00Z'), place: '漕泾镇会议中心' },
    ])
    expect(await toldOf(poll.id, 'DATE_POLL_SETTLED')).toEqual(['principal'])
    expect(await db.auditEvent.count({ where: { verb: 'poll.choose-date', subjectId: poll.id } })).toBe(1)
    expect(await answer(poll, 'designated', ['YES', 'YES'])).toMatchObject({ code: 'POLL_CLOSED' })
  })

  it('two at once for different dates make one draft; without the lock and the state in the write, both would', async () => {
    const race = async (sabotage: boolean): Promise<[string[], number]> => {
      const poll = await makePoll(world)
      const { definition } = actions.chooseDate
      const together = gate(2)
      const run: typeof definition.run = async (tx, context) => {
        await together()
        if (!sabotage) return definition.run(tx, context)
        const { subject, input } = context
        const [date] = subject.dates.filter(({ id }) => id === input.dateId)
        if (!date) throw new Error('no such date')
        const createdById = context.actor.userId ?? ''
        const { id: activityId } = await scheduleActivity(tx, {
          input: draftOf(subject, date),
          createdById,
          at: worldNow,
        })
        const settled = { state: 'CHOSEN' as const, openTitle: null, settledAt: worldNow }
        await tx.datePoll.update({ where: { id: poll.id }, data: { ...settled, chosenDateId: date.id, activityId } })
        return { data: { activityId }, record: null }
      }
      const pressed = ['coordinator', 'deputy'].map(async (name, index) => {
        const input = { pollId: poll.id, dateId: poll.dates[index]?.id ?? '' }
        const { result } = await perform({ ...definition, run }, await world.actor(name as ActorName), input)
        return result.ok ? 'ok' : result.code
      })
      const answers = (await Promise.all(pressed)).toSorted()
      const { title } = await db.datePoll.findUniqueOrThrow({ where: { id: poll.id } })
      return [answers, await db.activity.count({ where: { title } })]
    }
    expect(await race(false)).toEqual([['POLL_SETTLED', 'ok'], 1])
    expect(await race(true)).toEqual([['ok', 'ok'], 2])
  })

  it('takes no date that lies behind, and none of another poll', async () => {
    const [poll, other] = [await makePoll(world), await makePoll(world)]
    const past = { startsAt: new Date('2026-11-20T06:00:00Z'), endsAt: new Date('2026-11-20T08:00:00Z') }
    await db.proposedDate.update({ where: { id: poll.dates[0]?.id ?? '' }, data: past })
    expect(await choose(poll, 0)).toMatchObject({ code: 'POLL_DATE_PAST' })
    expect(await choose({ id: poll.id, dates: other.dates }, 0)).toMatchObject({ code: 'INVALID' })
    expect(await db.datePoll.findUniqueOrThrow({ where: { id: poll.id } })).toMatchObject({ state: 'OPEN' })
  })
})

it('a cancelled poll makes nothing, says why to those who answered, and frees its title', async () => {
  const poll = await makePoll(world)
  await answer(poll, 'neighbour', ['YES', 'NO'])
  const cancel = () => act(world, 'coordinator', actions.cancelPoll, { pollId: poll.id, reason: '改为书面征求意见' })
  expect(await cancel()).toMatchObject({ ok: true })
  expect(await cancel()).toMatchObject({ ok: true })
  expect(await toldOf(poll.id, 'DATE_POLL_CANCELLED')).toEqual(['neighbour'])
  expect(await choose(poll, 0)).toMatchObject({ code: 'POLL_SETTLED' })
  const { title } = await db.datePoll.findUniqueOrThrow({ where: { id: poll.id } })
  expect(await act(world, 'coordinator', actions.openPoll, { ...wish(world), title })).toMatchObject({ ok: true })
})

it('the best dates are those that suit most enterprises, then most of them if need be', () => {
  const of = (id: string, yes: number, maybe: number) => ({
    id,
    counts: [
      { answer: 'YES' as const, people: yes * 2, enterprises: yes },
      { answer: 'IF_NEED_BE' as const, people: maybe, enterprises: maybe },
    ],
  })
  expect(bestDates([of('a', 3, 1), of('b', 4, 0), of('c', 4, 2)])).toEqual(['c'])
  expect(bestDates([of('a', 4, 2), of('b', 4, 2)])).toEqual(['a', 'b'])
  expect(bestDates([of('a', 0, 0), { id: 'b', counts: [] }])).toEqual([])
})
