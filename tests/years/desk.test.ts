import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/years/actions'
import { act } from '../support/act'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const targets = { meetingTarget: 4, trainingMinimum: 1 }
beforeEach(async () => {
  await db.allianceYear.updateMany({ data: { ...targets, version: 1, state: 'RUNNING' } })
})

const row = (name: 'coatings' | 'stations', meetingTarget: number | null, version = 1) => ({
  allianceYearId: world.years[name],
  version,
  meetingTarget,
  trainingMinimum: 1,
})

const save = (by: 'officer' | 'administrator', ...rows: ReturnType<typeof row>[]) =>
  act(world, by, actions.configureAllYears, { year: 2026, rows })

const stands = (name: 'coatings' | 'stations') =>
  db.allianceYear.findUniqueOrThrow({ where: { id: world.years[name] } })

describe('saving the desk', () => {
  it('writes the changed lines only, each with its record', async () => {
    const before = await db.auditEvent.count()
    const result = await save('officer', row('coatings', 6), row('stations', 4))
    expect(result).toMatchObject({ ok: true, data: { rows: [{ allianceYearId: world.years.coatings, version: 2 }] } })
    expect(await stands('coatings')).toMatchObject({ meetingTarget: 6, version: 2 })
    expect(await stands('stations')).toMatchObject({ meetingTarget: 4, version: 1 })
    const trail = await db.auditEvent.findMany({ orderBy: { id: 'desc' }, take: 1 })
    expect(trail).toMatchObject([
      { verb: 'year.configure-all', subjectId: world.years.coatings, changes: { meetingTarget: [4, 6] } },
    ])
    expect(await db.auditEvent.count()).toBe(before + 1)
    expect(await save('officer')).toMatchObject({ ok: true, data: { rows: [] } })
  })

  it('lays both versions before whoever comes second, writes none of the lines, and then obeys', async () => {
    await save('administrator', row('coatings', 7), row('stations', 8))
    const late = await save('officer', row('coatings', 9), row('stations', null, 2))
    expect(late).toMatchObject({
      ok: false,
      code: 'ALLIANCE_YEARS_CHANGED',
      params: {
        [`${world.years.coatings}.version`]: 2,
        [`${world.years.coatings}.meetingTarget`]: 7,
        [`${world.years.coatings}.changedBy`]: 'administrator',
      },
    })
    expect(late).not.toHaveProperty(['params', `${world.years.stations}.version`])
    expect(await stands('stations')).toMatchObject({ meetingTarget: 8 })
    expect(await save('officer', row('coatings', 9, 2), row('stations', null, 2))).toMatchObject({ ok: true })
    expect(await stands('stations')).toMatchObject({ meetingTarget: null, version: 3 })
  })

  it('of many at the same instant lets one through', async () => {
    const results = await Promise.all(
      [11, 12, 13, 14].map((target) => save('officer', row('stations', target), row('coatings', target))),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await stands('stations')).meetingTarget).toBe((await stands('coatings')).meetingTarget)
  })

  it('refuses a closed year, another year’s line, and numbers that cannot be meant', async () => {
    await db.allianceYear.update({ where: { id: world.years.coatings }, data: { state: 'CLOSED' } })
    expect(await save('officer', row('coatings', 9))).toMatchObject({ code: 'ALLIANCE_YEAR_OF_ONE_CLOSED' })
    expect(
      await act(world, 'officer', actions.configureAllYears, { year: 2025, rows: [row('stations', 9)] }),
    ).toMatchObject({ code: 'NOT_FOUND' })
    expect(await save('officer', row('stations', -1))).toMatchObject({
      fields: { 'rows.0.meetingTarget': 'TOO_SMALL' },
    })
    expect(await save('officer', row('stations', Number.NaN))).toMatchObject({ code: 'INVALID' })
    expect(await stands('stations')).toMatchObject({ meetingTarget: 4 })
  })
})

describe('starting all of a year', () => {
  it('starts what is planned, records each, and twice is once', async () => {
    await db.allianceYear.update({ where: { id: world.years.coatings }, data: { state: 'PLANNED' } })
    const start = () => act(world, 'officer', actions.startAllYears, { year: 2026 })
    const results = await Promise.all([start(), start()])
    expect(results.map((result) => result.ok && result.data.started).toSorted()).toEqual([0, 1])
    expect(await db.auditEvent.count({ where: { verb: 'year.start-all', subjectId: world.years.coatings } })).toBe(1)
    expect(await act(world, 'officer', actions.startAllYears, { year: 2031 })).toMatchObject({ code: 'NOT_FOUND' })
  })
})
