import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { perform } from '@/lib/access/perform'
import { scheduleActivity } from '@/lib/activities/mutations'
import { db } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { toDate, toLocal } from '@/lib/core/clock'
import * as actions from '@/lib/plans/actions'
import { listClashes, listClashesOfActivity } from '@/lib/plans/clash-queries'
import { getCopyPreview, getSeriesPreview } from '@/lib/plans/preview-queries'
import type { SeriesFields } from '@/lib/plans/schema'
import { gate } from '../support/gate'
import { act } from '../support/act'
import { makeActivity } from '../support/stage'
import { buildWorld, worldNow, type ActorName, type World } from '../support/world'
import { coatingsOf, meetings } from './plan'

let world: World
beforeAll(async () => {
  world = await buildWorld()
  const holidays = [
    { day: toDate('2027-06-09'), kind: 'HOLIDAY' as const, name: '端午节' },
    { day: toDate('2027-06-12'), kind: 'WORKDAY' as const, name: '端午节' },
  ]
  await db.holiday.createMany({ data: holidays })
})

beforeEach(async () => {
  await db.plannedActivity.deleteMany()
  await db.activityAlliance.deleteMany()
  await db.invitation.deleteMany()
  await db.agendaItem.deleteMany()
  await db.activity.deleteMany()
})

const asked = () => ({ alliance: coatingsOf(world), year: 2027 })

async function press(series: SeriesFields = meetings, by: ActorName = 'coordinator') {
  const { fingerprint, lines } = await getSeriesPreview(await world.actor(by), asked(), series)
  const take = lines.filter(({ status }) => status === 'NEW').map(({ key }) => key)
  return { allianceId: world.alliances.coatings, year: 2027, fingerprint, take, series }
}

const draftsOf = async () =>
  (
    await db.activity.findMany({ select: { title: true, state: true, startsAt: true }, orderBy: { startsAt: 'asc' } })
  ).map(({ title, state, startsAt }) => `${toLocal(startsAt)} ${state} ${title}`)

describe('a series', () => {
  it('becomes numbered drafts on working days of its year, with one record', async () => {
    const done = await act(world, 'coordinator', actions.createSeries, await press())
    expect(done).toEqual({ ok: true, data: { made: 4 } })
    expect(await draftsOf()).toEqual([
      '2027-03-10T14:00 DRAFT 安全工作交流会（第 1 次）',
      '2027-06-10T14:00 DRAFT 安全工作交流会（第 2 次）',
      '2027-09-08T14:00 DRAFT 安全工作交流会（第 3 次）',
      '2027-12-08T14:00 DRAFT 安全工作交流会（第 4 次）',
    ])
    const trail = await db.auditEvent.findMany({ where: { verb: 'plan.create-series' } })
    expect(trail).toHaveLength(1)
    expect(trail[0]?.changes).toMatchObject({
      dates: [[], expect.arrayContaining(['2027-06-10 安全工作交流会（第 2 次）'])],
    })
  })

  it('pressed by two at once makes each date once: by the lock, by the origin without it, and by neither twice', async () => {
    const race = async (guards: 'both' | 'origin' | 'none'): Promise<[string[], number]> => {
      await db.plannedActivity.deleteMany()
      await db.activityAlliance.deleteMany()
      await db.activity.deleteMany()
      const input = await press()
      const { definition } = actions.createSeries
      const together = gate(2)
      const subject: typeof definition.subject = async (tx, actor, asking, prepared) => {
        const seen =
          guards === 'both'
            ? await definition.subject(tx, actor, asking, prepared)
            : await getSeriesPreview(actor, asked(), meetings)
        if (guards !== 'both') await together()
        return seen
      }
      const run: typeof definition.run = async (tx, context) => {
        if (guards !== 'none') return definition.run(tx, context)
        const by = { createdById: context.actor.userId ?? '', at: worldNow }
        const what = { ...meetings, hostAllianceId: input.allianceId, onlineUrl: '', description: '', capacity: null }
        const open = { registrationOpensAt: null, registrationClosesAt: null, allianceIds: [], agenda: [] }
        for (const { startsAt, endsAt } of context.subject.lines)
          await scheduleActivity(tx, { input: { ...what, ...open, startsAt, endsAt }, ...by })
        return { data: { made: 0 }, record: null }
      }
      const actors = [await world.actor('coordinator'), await world.actor('deputy')]
      const answers = await Promise.all(actors.map((actor) => perform({ ...definition, subject, run }, actor, input)))
      return [answers.map(({ result }) => (result.ok ? 'ok' : result.code)).toSorted(), await db.activity.count()]
    }
    expect(await race('both')).toEqual([['PLAN_OUTDATED', 'ok'], 4])
    expect(await race('origin')).toEqual([['PLAN_OUTDATED', 'ok'], 4])
    expect(await race('none')).toEqual([['ok', 'ok'], 8])
  })

  it('makes what was ticked only, and offers the rest and what was cancelled again', async () => {
    const input = await press()
    const [first] = input.take
    await act(world, 'coordinator', actions.createSeries, { ...input, take: [first ?? ''] })
    const statuses = async () =>
      (await getSeriesPreview(await world.actor('coordinator'), asked(), meetings)).lines.map(({ status }) => status)
    expect(await statuses()).toEqual(['MADE', 'NEW', 'NEW', 'NEW'])
    await db.activity.updateMany({ data: { state: 'CANCELLED' } })
    expect(await statuses()).toEqual(['NEW', 'NEW', 'NEW', 'NEW'])
    expect(await act(world, 'coordinator', actions.createSeries, await press())).toMatchObject({ data: { made: 4 } })
  })

  it('is not made from a preview that the holiday table has overtaken', async () => {
    const input = await press()
    await db.holiday.create({ data: { day: toDate('2027-03-10'), kind: 'HOLIDAY', name: '临时放假' } })
    expect(await act(world, 'coordinator', actions.createSeries, input)).toMatchObject({ code: 'PLAN_OUTDATED' })
    await db.holiday.delete({ where: { day: toDate('2027-03-10') } })
    expect(await db.activity.count()).toBe(0)
  })

  it('makes nothing of days behind, and nothing of no tick', async () => {
    const actor = await world.actor('coordinator')
    const preview = await getSeriesPreview(actor, { ...asked(), year: 2026 }, { ...meetings, firstMonth: 6 })
    expect(preview.lines.map(({ status }) => status)).toEqual(['PAST', 'PAST', 'NEW'])
    const none = { ...(await press()), take: [] }
    expect(await act(world, 'coordinator', actions.createSeries, none)).toMatchObject({ code: 'PLAN_TAKES_NOTHING' })
  })
})

describe('last year’s activities', () => {
  it('become drafts of the same week, once each, with agenda, length and title of the new year', async () => {
    const id = await makeActivity(world, {
      state: 'CLOSED',
      title: '2026年春季培训',
      kind: 'TRAINING',
      startsAt: new Date('2026-06-03T06:00:00Z'),
      alsoFor: [world.alliances.stations],
    })
    await db.agendaItem.create({
      data: { activityId: id, position: 0, title: '案例剖析', startsAt: new Date('2026-06-03T06:30:00Z') },
    })
    await makeActivity(world, { state: 'CANCELLED', startsAt: new Date('2026-05-13T06:00:00Z') })
    await makeActivity(world, { state: 'DRAFT', startsAt: new Date('2026-12-09T06:00:00Z') })
    const seen = await getCopyPreview(await world.actor('coordinator'), asked())
    // The Wednesday of that week is the 端午节 of 2027.
    expect(seen.lines).toMatchObject([
      {
        title: '2027年春季培训',
        date: { meant: '2027-06-09', day: '2027-06-10', off: { holiday: '端午节' } },
        lost: ['加油'],
      },
    ])
    const input = {
      allianceId: world.alliances.coatings,
      year: 2027,
      fingerprint: seen.fingerprint,
      take: seen.lines.map(({ key }) => key),
    }
    expect(await act(world, 'coordinator', actions.copyDates, input)).toEqual({ ok: true, data: { made: 1 } })
    expect(await act(world, 'coordinator', actions.copyDates, input)).toMatchObject({ code: 'PLAN_OUTDATED' })
    const made = await db.activity.findMany({
      where: { startsAt: { gte: new Date('2027-01-01') } },
      select: { title: true, state: true, startsAt: true, endsAt: true, agenda: true, alliances: true },
    })
    expect(made).toMatchObject([
      {
        title: '2027年春季培训',
        state: 'DRAFT',
        startsAt: new Date('2027-06-10T06:00:00Z'),
        endsAt: new Date('2027-06-10T08:00:00Z'),
        agenda: [{ title: '案例剖析', startsAt: new Date('2027-06-10T06:30:00Z') }],
        alliances: [{ allianceId: world.alliances.coatings }],
      },
    ])
  })
})

describe('what stands in the way of a date', () => {
  const wednesday = new Date('2027-03-10T06:00:00Z')
  const hours = (count: number) => new Date(wednesday.getTime() + count * 3_600_000)

  const date = (startsAt: Date) => ({
    key: 'new',
    isMade: false,
    title: '新的一场',
    hostAllianceId: world.alliances.coatings,
    allianceIds: [world.alliances.coatings],
    startsAt,
    endsAt: new Date(startsAt.getTime() + 2 * 3_600_000),
  })

  const clashesOn = async (startsAt: Date, by: ActorName = 'coordinator') =>
    ((await listClashes(await world.actor(by), [date(startsAt)])).get('new') ?? []).map((clash) => ({
      kind: clash.kind,
      ...('people' in clash && { people: clash.people }),
      ...('title' in clash && { title: clash.title, isSeen: clash.isSeen }),
    }))

  /** Somebody of the member company also speaks for a filling station. */
  beforeEach(async () => {
    await db.mandate.deleteMany({
      where: { enterpriseId: world.enterprises.stranger, userId: world.people.principal.userId },
    })
    await db.mandate.create({
      data: {
        userId: world.people.principal.userId,
        enterpriseId: world.enterprises.stranger,
        kind: 'DESIGNATED',
        validFrom: toDate('2025-01-01'),
      },
    })
  })

  it('nothing on a free working day; the weekend and the holiday are said', async () => {
    expect(await clashesOn(wednesday)).toEqual([])
    expect(await clashesOn(new Date('2027-03-13T06:00:00Z'))).toEqual([{ kind: 'OFF' }])
    expect(await clashesOn(new Date('2027-06-12T06:00:00Z'))).toEqual([])
  })

  it('the alliance’s own date on the same day, draft or published, and no cancelled one', async () => {
    await makeActivity(world, { state: 'DRAFT', title: '草稿', startsAt: hours(-5) })
    await makeActivity(world, { state: 'CANCELLED', title: '取消', startsAt: hours(-5) })
    await makeActivity(world, { title: '前一天', startsAt: hours(-24) })
    expect(await clashesOn(wednesday)).toEqual([
      { kind: 'SAME_ALLIANCE', title: '草稿', isSeen: true, people: 4 },
      // Yesterday’s and the draft’s people would come a third time in this week.
      { kind: 'THIRD_INVITATION', people: 4 },
    ])
  })

  it('people whom another alliance calls on the day: counted once each, and its draft only where the actor sees it', async () => {
    const station = { hostAllianceId: world.alliances.stations, startsAt: hours(1) }
    const id = await makeActivity(world, { ...station, state: 'DRAFT', title: '加油站的草稿' })
    expect(await clashesOn(wednesday)).toEqual([])
    expect(await clashesOn(wednesday, 'officer')).toEqual([
      { kind: 'SAME_PEOPLE', title: '加油站的草稿', isSeen: true, people: 1 },
    ])
    await db.activity.update({ where: { id }, data: { state: 'PUBLISHED' } })
    expect(await clashesOn(wednesday)).toEqual([
      { kind: 'SAME_PEOPLE', title: '加油站的草稿', isSeen: false, people: 1 },
    ])
    // Who was invited counts, once somebody was.
    await db.invitation.create({
      data: { activityId: id, userId: world.people.stranger.userId, createdAt: worldNow },
    })
    expect(await clashesOn(wednesday)).toEqual([])
  })

  it('a draft calls whom its audience rule means', async () => {
    const station = { hostAllianceId: world.alliances.stations, startsAt: hours(1) }
    const id = await makeActivity(world, { ...station, state: 'DRAFT', title: '加油站的草稿' })
    const peopleFor = async (rule: Omit<Prisma.AudienceRuleUncheckedCreateInput, 'activityId'>) => {
      await db.audienceRule.deleteMany()
      await db.audienceRule.create({ data: { activityId: id, ...rule } })
      return (await clashesOn(wednesday, 'officer')).map((clash) => clash.people)
    }
    expect(await peopleFor({ businessKinds: ['PRODUCTION'], mandateKinds: ['DESIGNATED'] })).toEqual([1])
    expect(await peopleFor({ mandateKinds: ['PRINCIPAL'] })).toEqual([])
    expect(await peopleFor({ businessKinds: ['USE'] })).toEqual([])
    const { stranger } = world.enterprises
    expect(await peopleFor({ exclusions: { create: { enterpriseId: stranger } } })).toEqual([])
    const { jinshan, fengxian } = world.jurisdictions
    expect(await peopleFor({ jurisdictions: { create: { jurisdictionId: jinshan } } })).toEqual([])
    expect(await peopleFor({ jurisdictions: { create: { jurisdictionId: fengxian } } })).toEqual([1])
  })

  it('a third invitation of the week counts people, not activities, and Monday begins another week', async () => {
    const station = { hostAllianceId: world.alliances.stations }
    await makeActivity(world, { ...station, startsAt: hours(-48) })
    await makeActivity(world, { ...station, startsAt: hours(24) })
    expect(await clashesOn(wednesday)).toEqual([{ kind: 'THIRD_INVITATION', people: 1 }])
    expect(await clashesOn(hours(5 * 24))).toEqual([])
  })

  it('dates of one preview stand in each other’s way', async () => {
    const two = [date(wednesday), { ...date(hours(2)), key: 'other', title: '另一场' }]
    const found = await listClashes(await world.actor('coordinator'), two)
    expect(found.get('new')).toMatchObject([{ kind: 'SAME_ALLIANCE', title: '另一场', id: null }])
    expect(found.get('other')).toMatchObject([{ kind: 'SAME_ALLIANCE', title: '新的一场', id: null }])
  })

  it('a draft does not stand in its own way, and what lies behind is not looked at', async () => {
    const id = await makeActivity(world, { state: 'DRAFT', startsAt: wednesday })
    const other = await makeActivity(world, { title: '另一场', startsAt: hours(1) })
    const actor = await world.actor('coordinator')
    const read = (where: { id: string }) =>
      db.activity.findUniqueOrThrow({ where, include: { alliances: { select: { allianceId: true } } } })
    expect(await listClashesOfActivity(actor, await read({ id }))).toMatchObject([{ kind: 'SAME_ALLIANCE', id: other }])
    await db.activity.update({ where: { id }, data: { startsAt: new Date('2026-11-01T06:00:00Z') } })
    expect(await listClashesOfActivity(actor, await read({ id }))).toEqual([])
  })
})
