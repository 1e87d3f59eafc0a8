import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/topics/discussion-actions'
import * as queries from '@/lib/topics/discussion-queries'
import { getTopic } from '@/lib/topics/queries'
import { act } from '../support/act'
import { buildWorld, type World } from '../support/world'

let world: World
let topicId: string
beforeAll(async () => {
  world = await buildWorld()
  topicId = await topic(world.years.coatings, '静电安全风险研究及防控')
})

const topic = async (allianceYearId: string, title: string): Promise<string> =>
  (await db.topic.create({ data: { allianceYearId, title, updatedAt: new Date('2026-01-10') } })).id

let codes = 0
const activity = async (alliance: 'coatings' | 'stations', state: 'DRAFT' | 'PUBLISHED' | 'HELD' = 'HELD') =>
  (
    await db.activity.create({
      data: {
        code: `d${++codes}`,
        kind: 'EXCHANGE_MEETING',
        state,
        title: `第 ${codes} 次交流会`,
        hostAllianceId: world.alliances[alliance],
        startsAt: new Date('2026-05-12T01:00:00Z'),
        endsAt: new Date('2026-05-12T03:00:00Z'),
        checkInSecret: 'unset',
        createdById: world.people.coordinator.userId,
        alliances: { create: { allianceId: world.alliances[alliance] } },
      },
    })
  ).id

describe('an activity that takes up a topic', () => {
  it('stands on both pages, once however often it is named, and is news of the topic', async () => {
    const activityId = await activity('coatings')
    const pair = { topicId, activityId }
    const results = await Promise.all([1, 2, 3].map(() => act(world, 'coordinator', actions.linkDiscussion, pair)))
    expect(results.every(({ ok }) => ok)).toBe(true)
    const coordinator = await world.actor('coordinator')
    expect(await queries.listDiscussions(coordinator, topicId)).toMatchObject([{ id: activityId }])
    expect(await queries.listDiscussedTopics(coordinator, activityId)).toMatchObject([{ id: topicId, year: 2026 }])
    const startsAt = new Date('2026-05-12T01:00:00Z')
    const asked = { id: activityId, hostAllianceId: world.alliances.coatings, startsAt }
    expect(await queries.listTopicsToDiscuss(coordinator, asked)).toEqual([])
    expect(await db.auditEvent.count({ where: { verb: 'topic.link-activity' } })).toBe(1)
    expect(await getTopic(coordinator, world.alliances.coatings, topicId)).toMatchObject({ isStale: false, version: 1 })

    expect(await act(world, 'lead', actions.unlinkDiscussion, pair)).toMatchObject({ ok: true })
    expect(await queries.listDiscussions(coordinator, topicId)).toEqual([])
  })

  it('is one of the same alliance, whoever asks', async () => {
    const pair = { topicId, activityId: await activity('stations') }
    expect(await act(world, 'officer', actions.linkDiscussion, pair)).toMatchObject({
      code: 'TOPIC_OF_ANOTHER_ALLIANCE',
    })
    expect(await act(world, 'coordinator', actions.linkDiscussion, pair)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await db.activityTopic.count()).toBe(0)
  })

  it('is shown to those who see the activity: a member does not learn of a draft by its topic', async () => {
    const activityId = await activity('coatings', 'DRAFT')
    await act(world, 'coordinator', actions.linkDiscussion, { topicId, activityId })
    expect(await queries.listDiscussions(await world.actor('principal'), topicId)).toEqual([])
    expect(await queries.listDiscussions(await world.actor('lead'), topicId)).toHaveLength(1)
    await db.activityTopic.deleteMany()
  })

  it('leaves a closed year as it was', async () => {
    const pair = { topicId, activityId: await activity('coatings') }
    await db.allianceYear.update({ where: { id: world.years.coatings }, data: { state: 'CLOSED' } })
    expect(await act(world, 'officer', actions.linkDiscussion, pair)).toMatchObject({ code: 'TOPIC_YEAR_CLOSED' })
    await db.allianceYear.update({ where: { id: world.years.coatings }, data: { state: 'RUNNING' } })
  })
})

describe('the topics of the annex', () => {
  it('are taken into a year once', async () => {
    const { id } = await db.allianceYear.create({
      data: { allianceId: world.alliances.stations, year: 2024, state: 'CLOSED' },
    })
    await db.topic.create({ data: { allianceYearId: id, title: '油罐清洗作业安全', source: 'ANNEX', state: 'DONE' } })
    const copy = () => act(world, 'officer', actions.copyAnnexTopics, { allianceYearId: world.years.stations })
    expect(await copy()).toEqual({ ok: true, data: { copied: 1 } })
    expect(await copy()).toEqual({ ok: true, data: { copied: 0 } })
    const taken = await db.topic.findMany({ where: { allianceYearId: world.years.stations } })
    expect(taken).toMatchObject([{ title: '油罐清洗作业安全', source: 'ANNEX', state: 'PLANNED' }])
  })
})
