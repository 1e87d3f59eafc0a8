import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { toDate } from '@/lib/core/clock'
import { yearsToCopy } from '@/app/portal/alliances/copy/years'
import { db } from '@/lib/core/db'
import { reportTopicProgress } from '@/lib/topics/actions'
import { configureAllianceYear } from '@/lib/alliances/actions'
import * as actions from '@/lib/years/actions'
import { getCopyPlan, type CopyPlan } from '@/lib/years/copy-queries'
import { newKeys } from '@/lib/years/rules'
import { getLatestCopy } from '@/lib/years/undo-queries'
import { act } from '../support/act'
import { buildWorld, type World } from '../support/world'

let world: World
let standing: string
beforeAll(async () => {
  world = await buildWorld()
  standing = (
    await db.insurerAppointment.findFirstOrThrow({ where: { allianceId: world.alliances.coatings, endsOn: null } })
  ).id
})

/** 2026 as it stands before each test: two topics, a lead whose term ends, an insurer until the end of the year. */
beforeEach(async () => {
  await db.yearCopy.deleteMany()
  await db.topic.deleteMany()
  await db.activity.deleteMany()
  await db.allianceYear.deleteMany({ where: { year: { not: 2026 } } })
  await db.leadDecision.deleteMany()
  await db.membership.deleteMany({ where: { joinedOn: { gt: toDate('2026-01-01') } } })
  await db.membership.updateMany({ where: { leftOn: toDate('2027-01-01') }, data: { leftOn: null } })
  await db.insurerAppointment.deleteMany({ where: { startsOn: { gt: toDate('2026-11-24') } } })
  await db.insurerAppointment.update({ where: { id: standing }, data: { endsOn: toDate('2027-01-01') } })
  await db.leadDecision.create({
    data: {
      allianceId: world.alliances.coatings,
      enterpriseId: world.enterprises.lead,
      membershipId: world.memberships.lead,
      decidedOn: toDate('2025-01-01'),
      termEndsOn: toDate('2026-12-31'),
      reason: '规模和安全管理水平居前',
      decidedById: world.people.officer.userId,
    },
  })
  const topic = { allianceYearId: world.years.coatings, ownerId: world.enterprises.member }
  await db.topic.create({
    data: {
      ...topic,
      title: '静电安全风险研究及防控',
      source: 'ANNEX',
      milestones: {
        create: [
          { title: '摸底', dueOn: toDate('2026-03-31'), doneOn: toDate('2026-03-30') },
          { title: '成文', dueOn: toDate('2026-12-20') },
        ],
      },
    },
  })
  await db.topic.create({ data: { ...topic, title: '做完的课题', state: 'DONE' } })
})

async function plan(): Promise<CopyPlan> {
  const officer = await world.actor('officer')
  // Asked as the page asks.
  const found = await getCopyPlan(officer, yearsToCopy({}, officer))
  if (!found) throw new Error('no plan')
  return found
}

type Changes = Partial<{ take: string[]; withSteps: boolean; reason: string; fingerprint: string }>

const press = (made: CopyPlan, changes: Changes = {}, by: 'officer' | 'administrator' = 'officer') =>
  act(world, by, actions.copyYear, {
    from: 2026,
    to: 2027,
    fingerprint: made.fingerprint,
    take: made.alliances.flatMap(newKeys),
    withSteps: true,
    reason: '年度延续',
    ...changes,
  })

const undo = async () => {
  const copy = await getLatestCopy(await world.actor('officer'), 2027)
  return act(world, 'officer', actions.undoYearCopy, { copyId: copy?.id ?? '' })
}

const coatingsIn2027 = () =>
  db.allianceYear.findFirst({
    where: { year: 2027, allianceId: world.alliances.coatings },
    include: { topics: { include: { milestones: true } } },
  })

describe('copying a year forward', () => {
  it('says beforehand what it will make, and writes nothing by saying so', async () => {
    const { alliances } = await plan()
    expect(alliances[0]).toMatchObject({
      year: { status: 'NEW', meetingTarget: 4, trainingMinimum: 1, isFromLastYear: true },
      topics: [
        {
          status: 'NEW',
          title: '静电安全风险研究及防控',
          owner: { id: world.enterprises.member },
          steps: [{ title: '成文', dueOn: '2027-12-20' }],
        },
      ],
      lead: { status: 'NEW', termEndsOn: '2026-12-31', startsOn: '2027-01-01', lastDay: '2027-12-31' },
      insurer: { status: 'NEW', until: '2026-12-31', startsOn: '2027-01-01', lastDay: '2027-12-31' },
    })
    expect(alliances[1]).toMatchObject({ lead: { status: 'EXISTS' }, insurer: { status: 'EXISTS' } })
    expect(await db.allianceYear.count({ where: { year: 2027 } })).toBe(0)
    expect(await getCopyPlan(await world.actor('jinshan'), { from: 2026, to: 2027 })).toBeNull()
  })

  it('makes exactly that, and its trail names it', async () => {
    expect(await press(await plan())).toMatchObject({ ok: true })
    expect(await coatingsIn2027()).toMatchObject({
      state: 'PLANNED',
      meetingTarget: 4,
      topics: [
        {
          title: '静电安全风险研究及防控',
          source: 'ANNEX',
          state: 'PLANNED',
          ownerId: world.enterprises.member,
          milestones: [{ title: '成文', dueOn: toDate('2027-12-20'), doneOn: null }],
        },
      ],
    })
    const leads = await db.membership.findMany({
      where: { allianceId: world.alliances.coatings, kind: 'LEAD' },
      include: { leadDecision: true },
      orderBy: { joinedOn: 'asc' },
    })
    expect(leads).toMatchObject([
      { leftOn: toDate('2027-01-01') },
      {
        joinedOn: toDate('2027-01-01'),
        leftOn: null,
        leadDecision: { termEndsOn: toDate('2027-12-31'), reason: '年度延续' },
      },
    ])
    const insurer = await db.insurerAppointment.findFirst({ where: { startsOn: toDate('2027-01-01') } })
    expect(insurer).toMatchObject({ allianceId: world.alliances.coatings, endsOn: toDate('2028-01-01') })
    const trail = await db.auditEvent.findFirstOrThrow({ where: { verb: 'year.copy' }, orderBy: { id: 'desc' } })
    expect(trail.changes).toMatchObject({
      topics: [[], ['静电安全风险研究及防控']],
      leads: [[], ['上海甲牵头涂料有限公司']],
    })
    expect((await plan()).alliances.flatMap(newKeys)).toEqual([])
  })

  it('of an older preview is refused, and nothing is written', async () => {
    const seen = await plan()
    await db.topic.create({ data: { allianceYearId: world.years.stations, title: '刚刚新增的课题' } })
    expect(await press(seen)).toMatchObject({ ok: false, code: 'YEAR_COPY_OUTDATED' })
    expect(await db.allianceYear.count({ where: { year: 2027 } })).toBe(0)
    const now = await plan()
    expect(await press(now)).toMatchObject({ ok: true })
    expect(await press(now)).toMatchObject({ code: 'YEAR_COPY_OUTDATED' })
  })

  it('by several officers at the same instant makes everything once', async () => {
    const seen = await plan()
    const results = await Promise.all([
      press(seen),
      press(seen, {}, 'administrator'),
      press(seen),
      press(seen, {}, 'administrator'),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter((result) => !result.ok && result.code === 'YEAR_COPY_OUTDATED')).toHaveLength(3)
    expect(await db.allianceYear.count({ where: { year: 2027 } })).toBe(2)
    expect(await db.topic.count({ where: { allianceYear: { year: 2027 } } })).toBe(1)
    expect(await db.yearCopy.count()).toBe(1)
  })

  it('leaves out what is not ticked, and later makes only what is missing', async () => {
    const seen = await plan()
    const [coatings] = seen.alliances
    const take = [`year:${coatings?.id}`]
    expect(await press(seen, { take, reason: '' })).toMatchObject({ ok: true })
    expect(await coatingsIn2027()).toMatchObject({ topics: [] })
    const rest = await plan()
    expect(rest.alliances[0]).toMatchObject({ year: { status: 'EXISTS' }, topics: [{ status: 'NEW' }] })
    expect(await press(rest, { withSteps: false })).toMatchObject({ ok: true })
    expect(await coatingsIn2027()).toMatchObject({ topics: [{ milestones: [] }] })
  })

  it('names what it lacks: a tick, a year for the topic, a reason for a term, a year that is near', async () => {
    const seen = await plan()
    const topic = seen.alliances.flatMap(({ topics }) => topics.map(({ id }) => `topic:${id}`))
    expect(await press(seen, { take: [] })).toMatchObject({ code: 'YEAR_COPY_TAKES_NOTHING' })
    expect(await press(seen, { take: ['year:1; DROP TABLE topics'] })).toMatchObject({
      code: 'YEAR_COPY_TAKES_NOTHING',
    })
    expect(await press(seen, { take: topic })).toMatchObject({ code: 'YEAR_COPY_TOPIC_NEEDS_YEAR' })
    expect(await press(seen, { reason: ' ' })).toMatchObject({ code: 'INVALID', fields: { reason: 'REQUIRED' } })
    expect(await press(seen, { reason: '长'.repeat(100_000) })).toMatchObject({ fields: { reason: 'TOO_LONG' } })
    const far = { from: 2026, to: 2028, fingerprint: seen.fingerprint, take: [], withSteps: false, reason: '' }
    expect(await act(world, 'officer', actions.copyYear, far)).toMatchObject({ code: 'ALLIANCE_YEAR_TOO_FAR' })
    expect(await act(world, 'officer', actions.copyYear, { ...far, to: 2026 })).toMatchObject({ code: 'INVALID' })
    expect(await db.allianceYear.count({ where: { year: 2027 } })).toBe(0)
  })

  it('gives a topic whose owner has left to nobody, and continues no insurer without its person', async () => {
    await db.membership.update({ where: { id: world.memberships.member }, data: { leftOn: toDate('2026-11-01') } })
    await db.user.update({
      where: { id: world.people.coordinator.userId },
      data: { disabledAt: new Date('2026-11-01') },
    })
    const [coatings] = (await plan()).alliances
    expect(coatings).toMatchObject({
      topics: [{ owner: null, leftOwner: '上海乙成员涂料有限公司' }],
      insurer: { status: 'PERSON_GONE' },
    })
    await db.user.update({ where: { id: world.people.coordinator.userId }, data: { disabledAt: null } })
    await db.membership.update({ where: { id: world.memberships.member }, data: { leftOn: null } })
  })
})

describe('taking a copy back', () => {
  const counts = async () => ({
    years: await db.allianceYear.count(),
    topics: await db.topic.count(),
    memberships: await db.membership.count({ where: { leftOn: null } }),
    appointments: await db.insurerAppointment.count(),
  })

  it('leaves everything as it was, once', async () => {
    const before = await counts()
    await press(await plan())
    expect(await undo()).toMatchObject({ ok: true })
    expect(await counts()).toEqual(before)
    expect(await undo()).toMatchObject({ code: 'YEAR_COPY_UNDONE' })
    expect(await press(await plan())).toMatchObject({ ok: true })
  })

  it.each([
    [
      'YEAR_COPY_YEAR_CHANGED',
      async () => {
        const { id, version } = (await coatingsIn2027()) ?? { id: '', version: 0 }
        const values = { meetingTarget: 9, trainingMinimum: 1, note: '' }
        await act(world, 'officer', configureAllianceYear, { allianceYearId: id, version, ...values })
      },
    ],
    [
      'YEAR_COPY_TOPIC_CHANGED',
      async () => {
        const topic = await db.topic.findFirstOrThrow({ where: { allianceYear: { year: 2027 } } })
        const report = { state: 'RUNNING' as const, progressNote: '已经开题' }
        await act(world, 'coordinator', reportTopicProgress, { topicId: topic.id, version: topic.version, ...report })
      },
    ],
    [
      'YEAR_COPY_TOPIC_ADDED',
      async () => {
        const { id } = (await coatingsIn2027()) ?? { id: '' }
        await db.topic.create({ data: { allianceYearId: id, title: '另加的课题' } })
      },
    ],
    [
      'YEAR_COPY_INSURER_CHANGED',
      () =>
        db.insurerAppointment.updateMany({
          where: { startsOn: toDate('2027-01-01') },
          data: { endsOn: toDate('2027-06-01') },
        }),
    ],
    [
      'YEAR_COPY_LEAD_CHANGED',
      () =>
        db.membership.updateMany({ where: { joinedOn: toDate('2027-01-01') }, data: { leftOn: toDate('2027-02-01') } }),
    ],
    [
      'YEAR_COPY_HAS_ACTIVITY',
      () =>
        db.activity.create({
          data: {
            code: 'y2027',
            kind: 'TRAINING',
            title: '开年培训',
            hostAllianceId: world.alliances.coatings,
            startsAt: new Date('2027-01-10T01:00:00Z'),
            endsAt: new Date('2027-01-10T03:00:00Z'),
            checkInSecret: 'unset',
            createdById: world.people.coordinator.userId,
            createdAt: new Date('2026-11-24T03:00:00Z'),
          },
        }),
    ],
  ])('is refused once something stands on it: %s', async (code, build) => {
    await press(await plan())
    await build()
    const before = await counts()
    expect(await undo()).toMatchObject({ ok: false, code })
    expect(await counts()).toEqual(before)
  })
})
