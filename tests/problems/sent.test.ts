import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fromLocal, toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/problems/actions'
import { escalateProblems } from '@/lib/problems/jobs'
import { countLaterMembers, getProblem } from '@/lib/problems/queries'
import { getOwnTodo, listOwnTodos, listTodos } from '@/lib/problems/todo-queries'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { buildWorld, worldNow, type ActorName, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(() => setClock(worldNow))

/** Sent to the member and the neighbour, and not to the lead. */
async function sent(): Promise<string> {
  const text = {
    title: '静电接地检测超期',
    finding: '三家未按期检测',
    recommendation: '每半年检测一次',
    activityId: null,
  }
  const made = await act(world, 'coordinator', actions.draftProblem, {
    allianceYearId: world.years.coatings,
    ...text,
    dueOn: '2026-12-31',
  })
  const problemId = made.ok ? made.data.problemId : ''
  const { member, neighbour } = world.enterprises
  const to = { to: 'CHOSEN' as const, enterpriseIds: [member, neighbour] }
  expect((await act(world, 'coordinator', actions.sendProblem, { problemId, version: 1, ...to })).ok).toBe(true)
  return problemId
}

/** Its last day was yesterday. */
const overSince = (id: string) => db.problem.update({ where: { id }, data: { dueOn: toDate('2026-11-23') } })

const withdraw = (problemId: string, by: ActorName = 'coordinator') =>
  act(world, by, actions.withdrawProblem, { problemId, reason: '下发对象有误' })

const sendToLater = (problemId: string, by: ActorName = 'coordinator') =>
  act(world, by, actions.sendToLater, { problemId })

const toldTo = (problemId: string, kind: string) =>
  db.notification
    .findMany({ where: { kind, href: `/portal/problems/${problemId}` }, select: { userId: true } })
    .then((rows) => rows.map(({ userId }) => userId).toSorted())

const todoOf = (problemId: string, enterpriseId: string) =>
  db.problemTodo.findUniqueOrThrow({ where: { problemId_enterpriseId: { problemId, enterpriseId } } })

async function shown(problemId: string, by: ActorName = 'coordinator') {
  const actor = await world.actor(by)
  const problem = await getProblem(actor, problemId)
  if (!problem) throw new Error('not seen')
  return { problem, later: await countLaterMembers(actor, problem) }
}

describe('a problem that is withdrawn', () => {
  it('is told to everybody who was told of it, once, also to whose mandate is over since', async () => {
    const problemId = await sent()
    const mandate = { userId: world.people.neighbour.userId, enterpriseId: world.enterprises.neighbour }
    await db.mandate.updateMany({ where: mandate, data: { validTo: toDate('2026-11-23') } })
    const told = await toldTo(problemId, 'PROBLEM_SENT')
    expect(told).toHaveLength(3)
    expect(await Promise.all([withdraw(problemId), withdraw(problemId, 'deputy')])).toMatchObject([
      { ok: true },
      { ok: true },
    ])
    expect(await withdraw(problemId)).toMatchObject({ ok: true })
    expect(await toldTo(problemId, 'PROBLEM_WITHDRAWN')).toEqual(told)
    expect(await db.auditEvent.count({ where: { verb: 'problem.withdraw', subjectId: problemId } })).toBe(1)
    await db.mandate.updateMany({ where: mandate, data: { validTo: null } })
  })

  it('is owed by nobody and changed by nobody, and stays readable with its reason and its answers', async () => {
    const problemId = await sent()
    await overSince(problemId)
    const { id: todoId } = await todoOf(problemId, world.enterprises.member)
    const doing = { todoId, version: 1, state: 'DONE', answer: '已检测', plannedOn: null } as const
    expect((await act(world, 'principal', actions.answerTodo, doing)).ok).toBe(true)
    await withdraw(problemId)
    const gone = { code: 'PROBLEM_WITHDRAWN' }
    const open = (await todoOf(problemId, world.enterprises.neighbour)).id
    expect(await act(world, 'principal', actions.answerTodo, { ...doing, version: 2 })).toMatchObject(gone)
    expect(await act(world, 'coordinator', actions.verifyTodo, { todoId, version: 2 })).toMatchObject(gone)
    expect(await act(world, 'coordinator', actions.returnTodo, { todoId, version: 2, reason: '补充' })).toMatchObject(
      gone,
    )
    expect(await act(world, 'coordinator', actions.urgeTodo, { todoId: open })).toMatchObject(gone)
    expect(await act(world, 'coordinator', actions.urgeMembers, { problemId })).toMatchObject({
      code: 'PROBLEM_NOBODY_TO_URGE',
    })
    expect(await sendToLater(problemId)).toMatchObject(gone)

    setClock(fromLocal('2026-12-20T10:00'))
    await escalateProblems()
    const neighbour = await world.actor('neighbour')
    expect((await listOwnTodos(neighbour)).rows.map(({ problem }) => problem.id)).not.toContain(problemId)
    expect((await listTodos(neighbour, {})).rows.map(({ problem }) => problem.id)).not.toContain(problemId)
    expect((await listTodos(neighbour, { state: 'OVERDUE' }, problemId)).rows).toEqual([])
    expect(await todoOf(problemId, world.enterprises.neighbour)).toMatchObject({ escalatedAt: null })
    const { problem } = await shown(problemId, 'principal')
    expect(problem).toMatchObject({
      state: 'WITHDRAWN',
      withdrawReason: '下发对象有误',
      funnel: { overdue: 0, done: 1 },
    })
    const own = await getOwnTodo(await world.actor('principal'), problemId)
    expect(own).toMatchObject({ answer: '已检测', may: { answer: false, verify: false, return: false, urge: false } })
  })

  it('was sent: a draft is deleted instead', async () => {
    const problemId = await sent()
    await db.problemTodo.deleteMany({ where: { problemId } })
    await db.problem.update({ where: { id: problemId }, data: { state: 'DRAFT', sentAt: null } })
    expect(await withdraw(problemId)).toMatchObject({ code: 'PROBLEM_NOT_SENT' })
  })
})

describe('members that join later', () => {
  async function join(): Promise<string> {
    const { id } = await db.membership.create({
      data: {
        allianceId: world.alliances.coatings,
        enterpriseId: world.enterprises.stranger,
        kind: 'MEMBER',
        joinedOn: toDate('2026-11-24'),
      },
    })
    return id
  }

  it('are counted, and get their to-do by one press, once, whoever presses; not those that were left out', async () => {
    const problemId = await sent()
    expect((await shown(problemId)).later).toBe(0)
    expect(await sendToLater(problemId)).toEqual({ ok: true, data: { members: 0 } })
    const id = await join()
    expect((await shown(problemId)).later).toBe(1)
    expect((await shown(problemId, 'principal')).later).toBe(0)
    const presses = await Promise.all([sendToLater(problemId), sendToLater(problemId, 'deputy')])
    expect(presses.map((one) => (one.ok ? one.data.members : -1)).toSorted()).toEqual([0, 1])
    expect((await shown(problemId)).later).toBe(0)
    expect(await db.problemTodo.count({ where: { problemId, enterpriseId: world.enterprises.stranger } })).toBe(1)
    expect(await db.problemTodo.count({ where: { problemId, enterpriseId: world.enterprises.lead } })).toBe(0)
    const told = await toldTo(problemId, 'PROBLEM_SENT')
    expect(told.filter((one) => one === world.people.stranger.userId)).toHaveLength(1)
    expect(told).toHaveLength(4)
    await db.membership.delete({ where: { id } })
  })

  it('are sent nothing once its day is over', async () => {
    const problemId = await sent()
    await overSince(problemId)
    const id = await join()
    expect((await shown(problemId)).later).toBe(0)
    expect(await sendToLater(problemId)).toMatchObject({ code: 'PROBLEM_OVER' })
    await db.membership.delete({ where: { id } })
  })
})
