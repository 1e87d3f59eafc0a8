import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/topics/actions'
import { listTopicNews } from '@/lib/topics/history-queries'
import { newsOf } from '@/lib/topics/history-rules'
import { getTopic, listTopics, listUnfinishedBefore } from '@/lib/topics/queries'
import { act } from '../support/act'
import { emptyDatabase } from '../support/empty'
import { buildWorld, type ActorName, type World } from '../support/world'

let world: World
beforeEach(async () => {
  await emptyDatabase()
  world = await buildWorld()
})

async function plan(title: string, allianceYearId = world.years.coatings): Promise<string> {
  const result = await act(world, 'officer', actions.planTopic, { allianceYearId, title, ownerId: null })
  if (!result.ok) throw new Error(result.code)
  return result.data.topicId
}

const sees = async (name: ActorName, id: string) =>
  (await getTopic(await world.actor(name), world.alliances.coatings, id)) !== null

describe('who sees a topic', () => {
  it('the bureaus, the insurer’s two, the lead and the members; nobody else', async () => {
    const id = await plan('静电接地普查')
    for (const name of ['officer', 'jinshan', 'coordinator', 'deputy', 'lead', 'designated', 'neighbour'] as const)
      expect([name, await sees(name, id)]).toEqual([name, true])
    for (const name of ['anonymous', 'hatless', 'otherCoordinator', 'formerCoordinator', 'stranger'] as const)
      expect([name, await sees(name, id)]).toEqual([name, false])
  })

  it('is not reached through another alliance, nor by what is no id', async () => {
    const id = await plan('静电接地普查')
    const officer = await world.actor('officer')
    expect(await getTopic(officer, world.alliances.stations, id)).toBeNull()
    expect(await getTopic(officer, world.alliances.coatings, "' OR 1=1")).toBeNull()
  })
})

describe('what happened to a topic', () => {
  it('is told from the trail, latest first, to whoever sees it and to nobody else', async () => {
    const topicId = await plan('静电接地普查')
    const step = await act(world, 'lead', actions.planMilestone, { topicId, title: '摸底', dueOn: '2026-12-31' })
    const milestoneId = step.ok ? step.data.milestoneId : ''
    await act(world, 'lead', actions.finishMilestone, { milestoneId, doneOn: '2026-11-20' })
    const progressNote = '已完成普查，共 42 处'
    await act(world, 'coordinator', actions.reportTopicProgress, {
      topicId,
      version: 1,
      state: 'RUNNING',
      progressNote,
    })

    const { rows, total } = await listTopicNews(await world.actor('designated'), topicId)
    expect(total).toBe(4)
    expect(rows.map(({ what, by }) => [what, by])).toEqual([
      ['REPORTED', 'coordinator'],
      ['STEP_DONE', 'lead'],
      ['STEP_PLANNED', 'lead'],
      ['PLANNED', 'officer'],
    ])
    expect(rows[0]).toMatchObject({ note: progressNote, state: 'RUNNING' })
    expect(rows[1]).toMatchObject({ step: '摸底', day: '2026-11-20' })
    expect(rows[2]).toMatchObject({ step: '摸底', day: '2026-12-31' })
    expect(await listTopicNews(await world.actor('stranger'), topicId)).toEqual({ rows: [], total: 0 })
  })

  it('knows no other verb of the trail, and survives a record of another shape', () => {
    expect(newsOf('user.disable', {})).toBeNull()
    expect(newsOf('constructor', {})).toBeNull()
    expect(newsOf('topic.finish-milestone', {})).toMatchObject({ what: 'STEP_DONE', step: '', day: '' })
    expect(newsOf('topic.report-progress', { state: 'x', progressNote: [null, 7] })).toMatchObject({ state: null })
  })
})

describe('copying forward', () => {
  it('is offered for what it would bring, and for nothing else', async () => {
    const { id } = await db.allianceYear.create({ data: { allianceId: world.alliances.coatings, year: 2027 } })
    await plan('未完成的')
    await plan('两年都有的')
    await plan('两年都有的', id)
    await plan('别家的', world.years.stations)
    const done = await plan('终止的')
    const dropped = { topicId: done, version: 1, state: 'DROPPED' as const, progressNote: '条件不成熟' }
    await act(world, 'lead', actions.reportTopicProgress, dropped)
    const lead = await world.actor('lead')
    expect(await listUnfinishedBefore(lead, world.alliances.coatings, 2027)).toEqual(['未完成的'])
    expect(await act(world, 'lead', actions.copyTopics, { allianceYearId: id })).toMatchObject({ data: { copied: 1 } })
    expect(await listUnfinishedBefore(lead, world.alliances.coatings, 2027)).toEqual([])
    expect(await listTopics(await world.actor('stranger'), world.alliances.coatings, 2027)).toEqual([])
  })
})
