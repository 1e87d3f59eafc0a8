import { beforeAll, describe, expect, it } from 'vitest'
import * as actions from '@/lib/cases/actions'
import { getCase, listCases, listExplained, listUnasked } from '@/lib/cases/queries'
import {
  getOwnReply,
  getReply,
  getSelfCheck,
  listOwnSelfChecks,
  listReplies,
  tallyAnswers,
} from '@/lib/cases/check-queries'
import { db } from '@/lib/core/db'
import { act } from '../support/act'
import { makeActivity } from '../support/stage'
import { buildWorld, type ActorName, type World } from '../support/world'
import { asked, caseFields, makeCase, makeCheck } from './library'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const written = { ...caseFields, questions: asked.map((text) => ({ text })) }
const questionsOf = async (id: string) =>
  (await getCase(await world.actor('officer'), id))?.questions.map((q) => q.text)

describe('the library', () => {
  it('is searched and read by everybody with a hat; blank lines are no questions', async () => {
    const add = (questions: { text: string }[]) => act(world, 'coordinator', actions.addCase, { ...written, questions })
    expect(await add([{ text: '一' }, { text: ' ' }, { text: '二' }])).toMatchObject({
      fields: { 'questions.0.text': 'THREE_QUESTIONS' },
    })
    const made = await add([...written.questions, { text: '' }])
    if (!made.ok) throw new Error(made.code)
    expect(await questionsOf(made.data.caseId)).toEqual(asked)
    const listed = async (name: ActorName, q: string) => (await listCases(await world.actor(name), { q })).total
    expect(await listed('principal', '残留 苯罐')).toBe(1)
    expect(await listed('principal', '火灾')).toBe(0)
    expect(await listed('hatless', '苯罐')).toBe(0)
    expect(await act(world, 'officer', actions.addCase, { ...written, happenedOn: '2026-11-25' })).toMatchObject({
      fields: { happenedOn: 'IN_THE_FUTURE' },
    })
  })

  it('keeps the questions that were sent; the words may be corrected', async () => {
    const { caseId } = await makeCheck(world)
    const revise = (version: number, part: Partial<typeof written>) =>
      act(world, 'officer', actions.reviseCase, { caseId, version, ...written, ...part })
    expect(await revise(1, { lessons: '全程连续检测' })).toMatchObject({ ok: true })
    expect(await revise(2, { questions: [...written.questions].reverse() })).toMatchObject({
      code: 'CASE_QUESTIONS_FIXED',
    })
    expect(await revise(1, {})).toMatchObject({ code: 'CONFLICT' })
    const fresh = await makeCase(world)
    const other = { ...written, questions: ['甲', '乙', '丙'].map((text) => ({ text })) }
    await act(world, 'officer', actions.reviseCase, { caseId: fresh, version: 1, ...other })
    expect(await questionsOf(fresh)).toEqual(['甲', '乙', '丙'])
  })

  it('is explained in trainings only, and listed there once', async () => {
    const caseId = await makeCase(world)
    const activityId = await makeActivity(world, { kind: 'TRAINING' })
    const explain = (id: string) => act(world, 'coordinator', actions.explainCase, { activityId: id, caseId })
    expect(await Promise.all([explain(activityId), explain(activityId)])).toMatchObject([{ ok: true }, { ok: true }])
    expect(await listExplained(await world.actor('principal'), activityId)).toEqual([{ id: caseId, title: '苯罐闪爆' }])
    expect(await db.auditEvent.count({ where: { verb: 'case.explain', subjectId: activityId } })).toBe(1)
    expect(await explain(await makeActivity(world))).toMatchObject({ code: 'COURSES_ONLY_FOR_TRAININGS' })
    await act(world, 'coordinator', actions.dropCase, { activityId, caseId })
    expect(await listExplained(await world.actor('principal'), activityId)).toEqual([])
  })
})

describe('a self-check', () => {
  it('is sent once to every member of today, and tells their people once', async () => {
    const caseId = await makeCase(world)
    const send = (by: ActorName) =>
      act(world, by, actions.sendCase, { caseId, allianceId: world.alliances.coatings, dueOn: '2026-12-31' })
    const both = await Promise.all([send('coordinator'), send('officer')])
    expect(new Set(both.map((answer) => answer.ok && answer.data.selfCheckId)).size).toBe(1)
    const check = await db.selfCheck.findFirstOrThrow({ where: { caseId }, select: { id: true, replies: true } })
    expect(check.replies).toHaveLength(3)
    const told = { kind: 'SELF_CHECK_SENT', href: `/portal/self-checks/${check.id}` }
    expect(await db.notification.count({ where: { ...told, userId: world.people.principal.userId } })).toBe(1)
    expect((await listUnasked(await world.actor('officer'), caseId)).map(({ id }) => id)).toEqual([
      world.alliances.stations,
    ])
    expect(await listUnasked(await world.actor('coordinator'), caseId)).toEqual([])
    expect((await listOwnSelfChecks(await world.actor('principal'))).map(({ id }) => id)).toContain(check.id)
    const late = { caseId, allianceId: world.alliances.stations, dueOn: '2026-11-23' }
    expect(await act(world, 'officer', actions.sendCase, late)).toMatchObject({ fields: { dueOn: 'IN_THE_PAST' } })
  })

  it('is answered whole, changed until its due day, and late only for the first time', async () => {
    const { own, answers, checkId } = await makeCheck(world)
    const answer = (version: number, given = answers) =>
      act(world, 'principal', actions.answerSelfCheck, { replyId: own, version, answers: given })
    expect(await answer(1, answers.slice(1))).toMatchObject({ code: 'CONFLICT' })
    const twice = await Promise.all([answer(1), answer(1)])
    expect(twice.map((one) => (one.ok ? 'ok' : one.code)).toSorted()).toEqual(['CONFLICT', 'ok'])
    expect(
      await answer(
        2,
        answers.map((one) => ({ ...one, answer: 'NO' as const })),
      ),
    ).toMatchObject({ ok: true })
    expect(await getOwnReply(await world.actor('principal'), checkId)).toMatchObject({
      couldHappen: 0,
      mayAnswer: true,
    })
    await db.selfCheck.update({ where: { id: checkId }, data: { dueOn: new Date('2026-11-23T00:00:00Z') } })
    expect(await answer(3)).toMatchObject({ code: 'SELF_CHECK_OVER' })
    const late = await makeCheck(world, '2026-11-20')
    const first = { replyId: late.own, version: 1, answers: late.answers }
    expect(await act(world, 'principal', actions.answerSelfCheck, first)).toMatchObject({ ok: true })
  })

  it('shows answers to the enterprise, its coordinator, its district and the bureau, never to other members', async () => {
    const { checkId, own, others, answers } = await makeCheck(world)
    await act(world, 'principal', actions.answerSelfCheck, { replyId: own, version: 1, answers })
    const other = { replyId: others, version: 1, answers: answers.map((one) => ({ ...one, note: '邻居的说明' })) }
    await act(world, 'neighbour', actions.answerSelfCheck, other)
    const sees = async (name: ActorName) => {
      const actor = await world.actor(name)
      const read = await Promise.all([own, others].map((id) => getReply(actor, checkId, id)))
      const { rows, total } = await listReplies(actor, checkId, { state: 'ANSWERED' })
      const [tally] = [...(await tallyAnswers(actor, checkId)).values()]
      const check = await getSelfCheck(actor, checkId)
      return [read.map((one) => one !== null), rows.length, total, tally?.YES ?? 0, check?.tally.answered ?? null]
    }
    for (const name of ['officer', 'coordinator'] as const) expect(await sees(name)).toEqual([[true, true], 2, 2, 2, 2])
    for (const name of ['principal', 'jinshan'] as const) expect(await sees(name)).toEqual([[true, false], 1, 1, 1, 1])
    for (const name of ['neighbour', 'fengxian'] as const) expect(await sees(name)).toEqual([[false, true], 1, 1, 1, 1])
    // The lead company of the alliance is a member among members; others know nothing.
    for (const name of ['lead', 'otherCoordinator', 'stranger', 'hatless'] as const)
      expect(await sees(name)).toEqual([[false, false], 0, 0, 0, null])
  })

  it('urges whoever has not answered, once a day', async () => {
    const { checkId, own, answers } = await makeCheck(world)
    await act(world, 'principal', actions.answerSelfCheck, { replyId: own, version: 1, answers })
    const urge = (by: ActorName) => act(world, by, actions.urgeSelfCheck, { selfCheckId: checkId })
    const both = await Promise.all([urge('coordinator'), urge('officer')])
    expect(both.map((one) => (one.ok ? 'ok' : one.code)).toSorted()).toEqual(['SELF_CHECK_URGED_TODAY', 'ok'])
    const told = { kind: 'SELF_CHECK_URGED', href: `/portal/self-checks/${checkId}` }
    const people = await db.notification.findMany({ where: told, select: { userId: true } })
    expect(people).toEqual([{ userId: world.people.neighbour.userId }])
  })
})
