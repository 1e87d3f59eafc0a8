import { beforeAll } from 'vitest'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/topics/actions'
import * as discussions from '@/lib/topics/discussion-actions'
import { describePermissions, verdicts, type PermissionRow } from '../support/permissions'
import { buildWorld, type World } from '../support/world'

let world: World
let lastYear: string
let annexYear: string
beforeAll(async () => {
  world = await buildWorld()
  annexYear = (await db.allianceYear.create({ data: { allianceId: world.alliances.coatings, year: 2024 } })).id
  lastYear = (await db.allianceYear.create({ data: { allianceId: world.alliances.coatings, year: 2025 } })).id
})

/** The bureau, the insurer's people and the lead company drive topics; members and districts read them. */
const driven = verdicts('FORBIDDEN', {
  administrator: 'ok',
  officer: 'ok',
  coordinator: 'ok',
  deputy: 'ok',
  lead: 'ok',
  hatless: 'NOT_FOUND',
  insurerAdministrator: 'NOT_FOUND',
  otherCoordinator: 'NOT_FOUND',
  formerCoordinator: 'NOT_FOUND',
  otherLead: 'NOT_FOUND',
  expired: 'NOT_FOUND',
  stranger: 'NOT_FOUND',
})

let serial = 0
async function topic(allianceYearId = world.years.coatings): Promise<string> {
  const { id } = await db.topic.create({ data: { allianceYearId, title: `课题 ${++serial}` } })
  return id
}

async function milestone(doneOn: string | null): Promise<string> {
  const { id } = await db.milestone.create({
    data: {
      topicId: await topic(),
      title: '完成现状摸底',
      dueOn: toDate('2026-10-31'),
      doneOn: doneOn ? toDate(doneOn) : null,
    },
  })
  return id
}

async function meeting(): Promise<string> {
  const { id } = await db.activity.create({
    data: {
      code: `p${++serial}`,
      kind: 'EXCHANGE_MEETING',
      state: 'HELD',
      title: '交流会',
      hostAllianceId: world.alliances.coatings,
      startsAt: new Date('2026-05-12T01:00:00Z'),
      endsAt: new Date('2026-05-12T03:00:00Z'),
      checkInSecret: 'unset',
      createdById: world.people.coordinator.userId,
      alliances: { create: { allianceId: world.alliances.coatings } },
    },
  })
  return id
}

const rows: PermissionRow[] = [
  {
    action: actions.planTopic,
    input: () => ({ allianceYearId: world.years.coatings, title: `新课题 ${++serial}`, ownerId: null }),
    expected: driven,
  },
  {
    action: actions.copyTopics,
    input: async () => {
      await topic(lastYear)
      return { allianceYearId: world.years.coatings }
    },
    expected: driven,
  },
  {
    action: actions.reviseTopic,
    input: async () => ({ topicId: await topic(), version: 1, title: `改题 ${++serial}`, ownerId: null }),
    expected: driven,
  },
  {
    action: actions.reportTopicProgress,
    input: async () => ({ topicId: await topic(), version: 1, state: 'RUNNING', progressNote: '按计划推进' }),
    expected: driven,
  },
  {
    action: actions.planMilestone,
    input: async () => ({ topicId: await topic(), title: '完成现状摸底', dueOn: '2026-12-31' }),
    expected: driven,
  },
  {
    action: actions.reviseMilestone,
    input: async () => ({
      milestoneId: await milestone(null),
      was: { title: '完成现状摸底', dueOn: '2026-10-31' },
      title: '完成现状摸底',
      dueOn: '2026-12-31',
    }),
    expected: driven,
  },
  {
    action: actions.finishMilestone,
    input: async () => ({ milestoneId: await milestone(null), doneOn: '2026-11-24' }),
    expected: driven,
  },
  {
    action: actions.reopenMilestone,
    input: async () => ({ milestoneId: await milestone('2026-11-20') }),
    expected: driven,
  },
  {
    action: discussions.copyAnnexTopics,
    input: async () => {
      await db.topic.create({ data: { allianceYearId: annexYear, title: `附件课题 ${++serial}`, source: 'ANNEX' } })
      return { allianceYearId: world.years.coatings }
    },
    expected: driven,
  },
  {
    action: discussions.linkDiscussion,
    input: async () => ({ topicId: await topic(), activityId: await meeting() }),
    expected: driven,
  },
  {
    action: discussions.unlinkDiscussion,
    input: async () => {
      const pair = { topicId: await topic(), activityId: await meeting() }
      await db.activityTopic.create({ data: pair })
      return pair
    },
    expected: driven,
  },
  { action: actions.removeMilestone, input: async () => ({ milestoneId: await milestone(null) }), expected: driven },
]

describePermissions('topics', () => world, rows)
