import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as actions from '@/lib/alliances/actions'
import { db } from '@/lib/core/db'
import { act } from '../support/act'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const yearOf = (id: string) => db.allianceYear.findUniqueOrThrow({ where: { id } })

let codes = 0
const training = (startsAt: string, state: 'PUBLISHED' | 'HELD' | 'CLOSED' | 'CANCELLED') =>
  db.activity.create({
    data: {
      code: `t${++codes}`,
      kind: 'TRAINING',
      state,
      title: '安全培训',
      hostAllianceId: world.alliances.coatings,
      startsAt: new Date(startsAt),
      endsAt: new Date(new Date(startsAt).getTime() + 7_200_000),
      checkInSecret: 'unset',
      createdById: world.people.coordinator.userId,
    },
  })

describe('opening a year', () => {
  it('opens it for every alliance at once with last year’s targets, and twice is once', async () => {
    await db.allianceYear.update({
      where: { id: world.years.coatings },
      data: { meetingTarget: 6, trainingMinimum: 2 },
    })
    expect(await act(world, 'officer', actions.openAllianceYears, { year: 2027 })).toEqual({
      ok: true,
      data: { opened: 2 },
    })
    const opened = await db.allianceYear.findMany({ where: { year: 2027 }, orderBy: { trainingMinimum: 'desc' } })
    expect(opened).toMatchObject([
      { state: 'PLANNED', meetingTarget: 6, trainingMinimum: 2, allianceId: world.alliances.coatings },
      { state: 'PLANNED', meetingTarget: 4, trainingMinimum: 1, allianceId: world.alliances.stations },
    ])
    expect(await act(world, 'officer', actions.openAllianceYears, { year: 2027 })).toEqual({
      ok: true,
      data: { opened: 0 },
    })
    expect(await db.auditEvent.count({ where: { verb: 'alliance.open-years' } })).toBe(1)
  })

  it('two officers who press at once open each year once', async () => {
    await db.allianceYear.deleteMany({ where: { year: 2027 } })
    const results = await Promise.all(
      (['officer', 'administrator'] as const).map((name) =>
        act(world, name, actions.openAllianceYears, { year: 2027 }),
      ),
    )
    expect(results.map((result) => result.ok && result.data.opened).sort()).toEqual([0, 2])
  })

  it('reaches one year ahead and no further', async () => {
    expect(await act(world, 'officer', actions.openAllianceYears, { year: 2028 })).toMatchObject({
      ok: false,
      code: 'ALLIANCE_YEAR_TOO_FAR',
      params: { latest: 2027 },
    })
  })
})

describe('two officers who edit the same year', () => {
  it('the second sees what the first one wrote, and can then save over it knowingly', async () => {
    const id = world.years.stations
    const { version } = await yearOf(id)
    const base = { allianceYearId: id, version, trainingMinimum: 1 }
    const first = await act(world, 'officer', actions.configureAllianceYear, {
      ...base,
      meetingTarget: 5,
      note: '甲的说明',
    })
    expect(first).toEqual({ ok: true, data: { version: version + 1 } })

    const second = { ...base, meetingTarget: 8, note: '乙的说明' }
    expect(await act(world, 'administrator', actions.configureAllianceYear, second)).toMatchObject({
      ok: false,
      code: 'ALLIANCE_YEAR_CHANGED',
      params: { version: version + 1, meetingTarget: 5, note: '甲的说明', changedBy: 'officer' },
    })
    expect(await yearOf(id)).toMatchObject({ meetingTarget: 5, note: '甲的说明' })

    const knowing = { ...second, version: version + 1 }
    expect(await act(world, 'administrator', actions.configureAllianceYear, knowing)).toMatchObject({ ok: true })
    const trail = await db.auditEvent.findMany({
      where: { verb: 'alliance.configure-year', subjectId: id },
      orderBy: { id: 'asc' },
    })
    expect(trail.map(({ changes }) => changes)).toEqual([
      { meetingTarget: [4, 5], note: ['', '甲的说明'] },
      { meetingTarget: [5, 8], note: ['甲的说明', '乙的说明'] },
    ])
  })

  it('of many who save at the same instant, one wins', async () => {
    const id = world.years.stations
    const { version } = await yearOf(id)
    const results = await Promise.all(
      [11, 12, 13, 14, 15].map((meetingTarget) =>
        act(world, 'officer', actions.configureAllianceYear, {
          allianceYearId: id,
          version,
          meetingTarget,
          trainingMinimum: 1,
          note: '',
        }),
      ),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(await yearOf(id)).toMatchObject({ version: version + 1 })
  })

  it('saving what already stands there writes nothing', async () => {
    const { id, version, meetingTarget, trainingMinimum, note } = await yearOf(world.years.stations)
    const count = await db.auditEvent.count()
    const input = { allianceYearId: id, version: 1, meetingTarget, trainingMinimum, note }
    expect(await act(world, 'officer', actions.configureAllianceYear, input)).toEqual({ ok: true, data: { version } })
    expect(await db.auditEvent.count()).toBe(count)
  })

  it('a minimum below the notice’s one training is refused before anything is read', async () => {
    const input = {
      allianceYearId: world.years.stations,
      version: 1,
      meetingTarget: null,
      trainingMinimum: 0,
      note: '',
    }
    expect(await act(world, 'officer', actions.configureAllianceYear, input)).toMatchObject({
      code: 'INVALID',
      fields: { trainingMinimum: 'TOO_SMALL' },
    })
  })
})

describe('closing a year', () => {
  const close = () => act(world, 'officer', actions.closeAllianceYear, { allianceYearId: world.years.coatings })

  beforeEach(async () => {
    await db.activity.deleteMany()
    await db.allianceYear.update({
      where: { id: world.years.coatings },
      data: { state: 'RUNNING', trainingMinimum: 1 },
    })
  })

  it('is refused without the training, and the refusal leaves no trace', async () => {
    await training('2026-05-12T01:00:00Z', 'CANCELLED')
    await training('2026-12-12T01:00:00Z', 'PUBLISHED')
    const count = await db.auditEvent.count()
    expect(await close()).toMatchObject({ ok: false, code: 'TRAINING_MINIMUM_NOT_HELD', params: { minimum: 1 } })
    expect(await yearOf(world.years.coatings)).toMatchObject({ state: 'RUNNING' })
    expect(await db.auditEvent.count()).toBe(count)
  })

  it('counts a training by its start in Beijing: New Year’s Eve 23:00 belongs to the old year', async () => {
    await training('2026-12-31T16:00:00Z', 'HELD')
    expect(await close()).toMatchObject({ code: 'TRAINING_MINIMUM_NOT_HELD' })
    await training('2026-12-31T15:00:00Z', 'HELD')
    expect(await close()).toMatchObject({ ok: true })
    expect(await yearOf(world.years.coatings)).toMatchObject({ state: 'CLOSED' })
  })

  it('needs as many as the bureau set', async () => {
    await db.allianceYear.update({ where: { id: world.years.coatings }, data: { trainingMinimum: 2 } })
    await training('2026-05-12T01:00:00Z', 'HELD')
    expect(await close()).toMatchObject({ code: 'TRAINING_MINIMUM_NOT_HELD' })
    await training('2026-06-12T01:00:00Z', 'CLOSED')
    expect(await close()).toMatchObject({ ok: true })
  })

  it('happens once, and a closed year is not configured any more', async () => {
    await training('2026-05-12T01:00:00Z', 'HELD')
    const results = await Promise.all([close(), close(), close()])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.find((result) => !result.ok)).toMatchObject({ code: 'ALLIANCE_YEAR_NOT_RUNNING' })
    const { id, version } = await yearOf(world.years.coatings)
    const input = { allianceYearId: id, version, meetingTarget: 1, trainingMinimum: 1, note: '晚了' }
    expect(await act(world, 'officer', actions.configureAllianceYear, input)).toMatchObject({
      code: 'ALLIANCE_YEAR_CLOSED',
    })
  })

  it('a planned year is started before it is closed, and started once', async () => {
    await db.allianceYear.update({ where: { id: world.years.coatings }, data: { state: 'PLANNED' } })
    await training('2026-05-12T01:00:00Z', 'HELD')
    expect(await close()).toMatchObject({ code: 'ALLIANCE_YEAR_NOT_RUNNING' })
    const start = () => act(world, 'officer', actions.startAllianceYear, { allianceYearId: world.years.coatings })
    expect(await start()).toMatchObject({ ok: true })
    expect(await start()).toMatchObject({ code: 'ALLIANCE_YEAR_NOT_PLANNED' })
    expect(await close()).toMatchObject({ ok: true })
  })
})
