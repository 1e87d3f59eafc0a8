import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { toDate } from '@/lib/core/clock'
import * as actions from '@/lib/topics/actions'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { emptyDatabase } from '../support/empty'
import { buildWorld, type World } from '../support/world'

let world: World
beforeEach(async () => {
  await emptyDatabase()
  world = await buildWorld()
})

async function plan(title = '静电安全风险研究及防控', ownerId: string | null = null): Promise<string> {
  const result = await act(world, 'lead', actions.planTopic, { allianceYearId: world.years.coatings, title, ownerId })
  if (!result.ok) throw new Error(result.code)
  return result.data.topicId
}

const report = (topicId: string, version: number, state: 'RUNNING' | 'DONE' | 'DROPPED' | 'PLANNED', note: string) =>
  act(world, 'lead', actions.reportTopicProgress, { topicId, version, state, progressNote: note })

async function milestone(topicId: string): Promise<string> {
  const input = { topicId, title: '完成现状摸底', dueOn: '2026-10-31' }
  const result = await act(world, 'lead', actions.planMilestone, input)
  if (!result.ok) throw new Error(result.code)
  return result.data.milestoneId
}

const topicOf = (id: string) => db.topic.findUniqueOrThrow({ where: { id } })

describe('planning a topic', () => {
  it('takes an enterprise of the alliance as owner, and no other', async () => {
    const id = await plan('静电接地普查', world.enterprises.member)
    expect(await topicOf(id)).toMatchObject({ ownerId: world.enterprises.member, source: 'OWN', state: 'PLANNED' })
    const input = { allianceYearId: world.years.coatings, title: '另一个', ownerId: world.enterprises.stranger }
    expect(await act(world, 'lead', actions.planTopic, input)).toMatchObject({ code: 'TOPIC_OWNER_NOT_A_MEMBER' })
  })

  it('refuses the same title twice in a year, however fast', async () => {
    const input = { allianceYearId: world.years.coatings, title: '静电接地普查', ownerId: null }
    const results = await Promise.all([1, 2, 3].map(() => act(world, 'lead', actions.planTopic, input)))
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    for (const result of results.filter((each) => !each.ok))
      expect(['TOPIC_ALREADY_PLANNED', 'ALREADY_EXISTS']).toContain(!result.ok && result.code)
  })

  it('is over when the year is closed', async () => {
    const id = await plan()
    await db.allianceYear.updateMany({ data: { state: 'CLOSED' } })
    const input = { allianceYearId: world.years.coatings, title: '晚了', ownerId: null }
    expect(await act(world, 'lead', actions.planTopic, input)).toMatchObject({ code: 'TOPIC_YEAR_CLOSED' })
    expect(await report(id, 1, 'RUNNING', '晚了')).toMatchObject({ code: 'TOPIC_YEAR_CLOSED' })
    const step = { topicId: id, title: '晚了', dueOn: '2026-12-31' }
    expect(await act(world, 'lead', actions.planMilestone, step)).toMatchObject({ code: 'TOPIC_YEAR_CLOSED' })
  })
})

describe('two who report on the same topic', () => {
  it('the second sees what the first one wrote, and nothing is lost', async () => {
    const id = await plan()
    expect(await report(id, 1, 'RUNNING', '牵头企业的进展')).toEqual({ ok: true, data: { version: 2 } })
    const late = { topicId: id, version: 1, state: 'RUNNING' as const, progressNote: '承保机构的进展' }
    expect(await act(world, 'coordinator', actions.reportTopicProgress, late)).toMatchObject({
      code: 'TOPIC_CHANGED',
      params: { version: 2, progressNote: '牵头企业的进展', changedBy: 'lead' },
    })
    expect(await topicOf(id)).toMatchObject({ progressNote: '牵头企业的进展' })
    expect(await act(world, 'coordinator', actions.reportTopicProgress, { ...late, version: 2 })).toMatchObject({
      ok: true,
    })
  })

  it('a milestone in between does not make the form stale', async () => {
    const id = await plan()
    await milestone(id)
    expect(await report(id, 1, 'RUNNING', '按计划')).toMatchObject({ ok: true })
  })

  it('revising names the version too', async () => {
    const id = await plan()
    const revise = (version: number, title: string) =>
      act(world, 'lead', actions.reviseTopic, { topicId: id, version, title, ownerId: world.enterprises.member })
    expect(await revise(1, '静电安全风险防控')).toMatchObject({ ok: true })
    expect(await revise(1, '又一个题目')).toMatchObject({
      code: 'TOPIC_CHANGED',
      params: { title: '静电安全风险防控' },
    })
  })
})

describe('steps and state', () => {
  it('a topic is done when its milestones are', async () => {
    const id = await plan()
    const step = await milestone(id)
    expect(await report(id, 1, 'DONE', '全部完成')).toMatchObject({ code: 'TOPIC_HAS_OPEN_MILESTONES' })
    const finish = (doneOn: string) => act(world, 'lead', actions.finishMilestone, { milestoneId: step, doneOn })
    expect(await finish('2026-11-25')).toMatchObject({ code: 'MILESTONE_IN_THE_FUTURE' })
    expect(await finish('2026-11-24')).toMatchObject({ ok: true })
    expect(await finish('2026-11-20')).toMatchObject({ ok: true })
    expect(await db.milestone.findUniqueOrThrow({ where: { id: step } })).toMatchObject({
      doneOn: toDate('2026-11-24'),
    })
    expect(await report(id, 1, 'DONE', '全部完成')).toMatchObject({ ok: true })
    expect(await report(id, 2, 'PLANNED', '退回')).toMatchObject({ code: 'TOPIC_STATE_DOES_NOT_FOLLOW' })
    expect(await report(id, 2, 'RUNNING', '补充验证')).toMatchObject({ ok: true })
  })

  it('a milestone is changed by whoever knows how it stands, and not once it is done', async () => {
    const step = await milestone(await plan())
    const revise = (was: { title: string; dueOn: string }, dueOn: string) =>
      act(world, 'lead', actions.reviseMilestone, { milestoneId: step, was, title: '完成普查', dueOn })
    const first = { title: '完成现状摸底', dueOn: '2026-10-31' }
    expect(await revise(first, '2026-11-30')).toMatchObject({ ok: true })
    expect(await revise(first, '2026-12-31')).toMatchObject({
      code: 'MILESTONE_CHANGED',
      params: { title: '完成普查', dueOn: '2026-11-30' },
    })
    expect(await revise({ title: '完成普查', dueOn: '2026-11-30' }, '2026-12-31')).toMatchObject({ ok: true })
    await act(world, 'lead', actions.finishMilestone, { milestoneId: step, doneOn: '2026-11-24' })
    expect(await revise({ title: '完成普查', dueOn: '2026-12-31' }, '2027-01-31')).toMatchObject({
      code: 'MILESTONE_DONE_FIXED',
    })
    expect(await db.milestone.findUniqueOrThrow({ where: { id: step } })).toMatchObject({
      title: '完成普查',
      dueOn: toDate('2026-12-31'),
    })
  })

  it('a done milestone stays on the record until it is reopened', async () => {
    const step = await milestone(await plan())
    const byId = { milestoneId: step }
    await act(world, 'lead', actions.finishMilestone, { ...byId, doneOn: '2026-11-24' })
    expect(await act(world, 'lead', actions.removeMilestone, byId)).toMatchObject({ code: 'MILESTONE_DONE' })
    expect(await act(world, 'lead', actions.reopenMilestone, byId)).toMatchObject({ ok: true })
    expect(await act(world, 'lead', actions.removeMilestone, byId)).toMatchObject({ ok: true })
    expect(await db.milestone.count()).toBe(0)
  })

  it('every word on a topic moves its date, by the portal’s clock', async () => {
    const id = await plan()
    setClock('2027-01-10T02:00:00Z')
    await milestone(id)
    expect((await topicOf(id)).updatedAt).toEqual(new Date('2027-01-10T02:00:00Z'))
    setClock('2026-11-24T02:00:00Z')
  })
})

describe('copying forward', () => {
  it('takes what is unfinished, once, with its owner', async () => {
    await plan('未完成的', world.enterprises.member)
    const dropped = await plan('终止的')
    await report(dropped, 1, 'DROPPED', '条件不成熟')
    const { id } = await db.allianceYear.create({ data: { allianceId: world.alliances.coatings, year: 2027 } })
    const copy = () => act(world, 'lead', actions.copyTopics, { allianceYearId: id })
    expect(await copy()).toEqual({ ok: true, data: { copied: 1 } })
    expect(await copy()).toEqual({ ok: true, data: { copied: 0 } })
    expect(await db.topic.findMany({ where: { allianceYearId: id } })).toMatchObject([
      { title: '未完成的', ownerId: world.enterprises.member, state: 'PLANNED' },
    ])
  })
})
