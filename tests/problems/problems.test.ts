import { beforeAll, expect, it } from 'vitest'
import { perform } from '@/lib/access/perform'
import { db } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import * as actions from '@/lib/problems/actions'
import { escalateProblems } from '@/lib/problems/jobs'
import { getProblem, listProblems } from '@/lib/problems/queries'
import { funnelOf, isOverdue } from '@/lib/problems/rules'
import { getOwnTodo, listOwnTodos, listTodos } from '@/lib/problems/todo-queries'
import { act } from '../support/act'
import { gate } from '../support/gate'
import { makeActivity } from '../support/stage'
import { buildWorld, type ActorName, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const text = {
  title: '静电接地检测超期',
  finding: '<b>三家</b>未按期检测',
  recommendation: '每半年检测一次',
  activityId: null as string | null,
  dueOn: '2026-12-31',
}

async function draft(part: Partial<typeof text> = {}): Promise<string> {
  const input = { allianceYearId: world.years.coatings, ...text, ...part }
  const made = await act(world, 'coordinator', actions.draftProblem, input)
  if (!made.ok) throw new Error(made.code)
  return made.data.problemId
}

const send = (problemId: string, enterpriseIds: string[] = [], by: ActorName = 'coordinator') =>
  act(world, by, actions.sendProblem, {
    problemId,
    version: 1,
    to: enterpriseIds.length > 0 ? 'CHOSEN' : 'ALL',
    enterpriseIds,
  })

const todoOf = (problemId: string, enterpriseId: string) =>
  db.problemTodo.findUniqueOrThrow({ where: { problemId_enterpriseId: { problemId, enterpriseId } } })

async function sentToMember(): Promise<{ problemId: string; todoId: string }> {
  const problemId = await draft()
  await send(problemId, [world.enterprises.member])
  return { problemId, todoId: (await todoOf(problemId, world.enterprises.member)).id }
}

const done = { state: 'DONE', answer: '已检测', plannedOn: null } as const

const answer = (todoId: string, version: number, by: ActorName = 'principal') =>
  act(world, by, actions.answerTodo, { todoId, version, ...done })

const toldOf = (problemId: string, kind: string) =>
  db.notification.count({
    where: { kind, href: `/portal/problems/${problemId}`, userId: world.people.principal.userId },
  })

it('is sent once to every member of today, and tells their people once, by whomever and however often it is pressed', async () => {
  const problemId = await draft()
  const both = await Promise.all([send(problemId), send(problemId, [], 'deputy')])
  expect(both).toEqual([
    { ok: true, data: { members: 3 } },
    { ok: true, data: { members: 3 } },
  ])
  expect(await send(problemId)).toMatchObject({ ok: true, data: { members: 3 } })
  expect(await db.auditEvent.count({ where: { verb: 'problem.send', subjectId: problemId } })).toBe(1)
  expect(await toldOf(problemId, 'PROBLEM_SENT')).toBe(1)
})

it('is verified by one of two who press at once; without the guard in its where, both would have', async () => {
  const race = async (sabotage: boolean): Promise<string[]> => {
    const { todoId } = await sentToMember()
    await answer(todoId, 1)
    const { definition } = actions.verifyTodo
    const together = gate(2)
    const run: typeof definition.run = async (tx, context) => {
      await together()
      if (!sabotage) return definition.run(tx, context)
      const { id: verifiedById } = await tx.user.findUniqueOrThrow({ where: { id: context.actor.userId ?? '' } })
      await tx.problemTodo.update({
        where: { id: todoId },
        data: { state: 'VERIFIED', verifiedAt: now(), verifiedById },
      })
      return { data: null, record: null }
    }
    const actors = [await world.actor('coordinator'), await world.actor('officer')]
    const answers = await Promise.all(
      actors.map((actor) => perform({ ...definition, run }, actor, { todoId, version: 2 })),
    )
    return answers.map(({ result }) => (result.ok ? 'ok' : result.code)).toSorted()
  }
  expect(await race(false)).toEqual(['CONFLICT', 'ok'])
  expect(await race(true)).toEqual(['ok', 'ok'])
})

it('goes from the alliance to the member and back until another party has verified it', async () => {
  const { problemId, todoId } = await sentToMember()
  const own = async () => (await listOwnTodos(await world.actor('principal'))).rows.map(({ id }) => id)
  expect(await own()).toContain(todoId)
  const not = { todoId, version: 1, state: 'NOT_APPLICABLE', answer: '不涉及易燃液体', plannedOn: null } as const
  expect(await act(world, 'principal', actions.answerTodo, not)).toMatchObject({ ok: true })
  expect(await act(world, 'principal', actions.answerTodo, not)).toMatchObject({ code: 'CONFLICT' })
  expect(await own()).not.toContain(todoId)
  // What does not apply is not verified, but may be sent back.
  expect(await act(world, 'coordinator', actions.verifyTodo, { todoId, version: 2 })).toMatchObject({
    code: 'CONFLICT',
  })
  const back = { todoId, version: 2, reason: '台账上有溶剂库' }
  expect(await act(world, 'coordinator', actions.returnTodo, back)).toMatchObject({ ok: true })
  expect(await toldOf(problemId, 'PROBLEM_RETURNED')).toBe(1)
  expect(await getOwnTodo(await world.actor('principal'), problemId)).toMatchObject({
    state: 'OPEN',
    returnReason: '台账上有溶剂库',
    may: { answer: true, verify: false },
  })
  await answer(todoId, 3)
  // The answer that was read is not the one that stands.
  expect(await act(world, 'coordinator', actions.verifyTodo, { todoId, version: 3 })).toMatchObject({
    code: 'CONFLICT',
  })
  expect(await act(world, 'coordinator', actions.verifyTodo, { todoId, version: 4 })).toMatchObject({ ok: true })
  expect(await answer(todoId, 5)).toMatchObject({ code: 'PROBLEM_TODO_VERIFIED' })
})

it('is not judged by the lead that answered it, nor by its person under another hat', async () => {
  const problemId = await draft()
  await send(problemId)
  const { id } = await todoOf(problemId, world.enterprises.lead)
  await answer(id, 1, 'lead')
  expect(await act(world, 'lead', actions.verifyTodo, { todoId: id, version: 2 })).toMatchObject({ code: 'FORBIDDEN' })
  await db.problemTodo.update({ where: { id }, data: { answeredById: world.people.coordinator.userId } })
  expect(await act(world, 'coordinator', actions.verifyTodo, { todoId: id, version: 2 })).toMatchObject({
    code: 'PROBLEM_OWN_ANSWER',
  })
})

it('urges each member once a day, also where two press at once, and nobody who has answered', async () => {
  const problemId = await draft()
  await send(problemId)
  const { id: todoId } = await todoOf(problemId, world.enterprises.member)
  const { id: answered } = await todoOf(problemId, world.enterprises.lead)
  await answer(answered, 1, 'lead')
  const both = await Promise.all([
    act(world, 'jinshan', actions.urgeTodo, { todoId }),
    act(world, 'coordinator', actions.urgeTodo, { todoId }),
  ])
  expect(both.map((one) => (one.ok ? 'ok' : one.code)).toSorted()).toEqual(['PROBLEM_URGED_TODAY', 'ok'])
  expect(await act(world, 'coordinator', actions.urgeMembers, { problemId })).toMatchObject({ data: { urged: 1 } })
  expect(await act(world, 'coordinator', actions.urgeMembers, { problemId })).toMatchObject({
    code: 'PROBLEM_NOBODY_TO_URGE',
  })
  expect(await act(world, 'coordinator', actions.urgeTodo, { todoId: answered })).toMatchObject({
    code: 'PROBLEM_TODO_ANSWERED',
  })
  expect(await toldOf(problemId, 'PROBLEM_URGED')).toBe(1)
})

it('shows a member itself, a district what it supervises, and a draft to nobody below', async () => {
  const problemId = await draft()
  const seen = async (name: ActorName) => (await getProblem(await world.actor(name), problemId))?.funnel.sent ?? null
  expect([await seen('principal'), await seen('jinshan'), await seen('lead')]).toEqual([null, null, 0])
  await send(problemId)
  await db.problem.update({ where: { id: problemId }, data: { dueOn: new Date('2026-11-20T00:00:00Z') } })
  const counts = [await seen('principal'), await seen('neighbour'), await seen('jinshan'), await seen('coordinator')]
  expect(counts).toEqual([1, 1, 2, 3])
  expect(await seen('stranger')).toBeNull()
  const page = await listTodos(await world.actor('fengxian'), { state: 'OVERDUE' }, problemId)
  expect(page).toMatchObject({ total: 1, rows: [{ enterpriseId: world.enterprises.neighbour, isOverdue: true }] })
  const lines = await listProblems(await world.actor('officer'), world.alliances.coatings, 2026)
  expect(lines.find(({ id }) => id === problemId)?.funnel).toMatchObject({ sent: 3, answered: 0, overdue: 3 })
})

it('tells the district once of what is overdue by seven days', async () => {
  await db.problemTodo.updateMany({ data: { escalatedAt: now() } })
  const { problemId } = await sentToMember()
  const dueOn = (day: string) =>
    db.problem.update({ where: { id: problemId }, data: { dueOn: new Date(`${day}T00:00:00Z`) } })
  const told = () => db.notification.count({ where: { kind: 'PROBLEMS_OVERDUE', userId: world.people.jinshan.userId } })
  await dueOn('2026-11-18')
  await escalateProblems()
  expect(await told()).toBe(0)
  await dueOn('2026-11-17')
  await escalateProblems()
  await escalateProblems()
  expect(await told()).toBe(1)
})

it('names what is wrong with the field', async () => {
  const input = { allianceYearId: world.years.coatings, ...text }
  const refused = async (part: Partial<typeof text>) => {
    const result = await act(world, 'coordinator', actions.draftProblem, { ...input, ...part })
    return result.ok ? {} : result.fields
  }
  const elsewhere = await makeActivity(world, { hostAllianceId: world.alliances.stations })
  expect(await refused({ activityId: elsewhere })).toEqual({ activityId: 'NOT_A_CHOICE' })
  expect(await refused({ dueOn: '2026-11-01' })).toEqual({ dueOn: 'IN_THE_PAST' })
  expect(await refused({ dueOn: '2036-11-01' })).toEqual({ dueOn: 'TOO_FAR' })
  expect(await refused({ title: '长'.repeat(100_000) })).toEqual({ title: 'TOO_LONG' })
  const problemId = await draft()
  expect(await send(problemId, [world.enterprises.member, world.enterprises.stranger])).toMatchObject({
    fields: { enterpriseIds: 'NOT_A_CHOICE' },
  })
  expect(await db.problemTodo.count({ where: { problemId } })).toBe(0)
  const { todoId } = await sentToMember()
  const doing = { todoId, version: 1, state: 'DOING', answer: '已委托检测', plannedOn: null } as const
  expect(await act(world, 'principal', actions.answerTodo, doing)).toMatchObject({ fields: { plannedOn: 'REQUIRED' } })
})

it('counts whoever stands further on at each step before, and nobody in time as overdue', () => {
  const counts = { OPEN: 4, NOT_APPLICABLE: 1, DOING: 2, DONE: 3, VERIFIED: 5 }
  expect(funnelOf(counts, true)).toEqual({ sent: 15, answered: 11, notApplicable: 1, done: 8, verified: 5, overdue: 6 })
  expect(funnelOf(counts, false).overdue).toBe(0)
  expect(isOverdue('DOING', '2026-11-24', '2026-11-24')).toBe(false)
  expect(isOverdue('DOING', '2026-11-24', '2026-11-25')).toBe(true)
  expect(isOverdue('DONE', '2026-11-24', '2026-11-25')).toBe(false)
})
