import { beforeAll, describe, expect, it } from 'vitest'
import { listPublicWeek, listPublicYear } from '@/lib/activities/public-queries'
import { listJurisdictionTiles } from '@/lib/alliances/public-queries'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { buildWorld, type World } from '../support/world'

let world: World

const activity = (code: string, startsAt: string, state: 'DRAFT' | 'PUBLISHED' | 'CANCELLED' | 'HELD') =>
  db.activity.create({
    data: {
      code,
      kind: 'TRAINING',
      state,
      title: '不公开的名称',
      place: '不公开的地点',
      hostAllianceId: world.alliances.coatings,
      startsAt: new Date(startsAt),
      endsAt: new Date(new Date(startsAt).getTime() + 7_200_000),
      checkInSecret: 'secret',
      createdById: world.people.coordinator.userId,
      alliances: { create: [{ allianceId: world.alliances.coatings }] },
    },
  })

beforeAll(async () => {
  world = await buildWorld()
  await activity('SUNDAY', '2026-11-22T15:59:00Z', 'HELD')
  await activity('MONDAY', '2026-11-22T16:00:00Z', 'HELD')
  await activity('FRIDAY', '2026-11-27T01:00:00Z', 'PUBLISHED')
  await activity('DRAFT', '2026-11-26T01:00:00Z', 'DRAFT')
  await activity('CALLED-OFF', '2026-11-26T02:00:00Z', 'CANCELLED')
  await activity('LAST-YEAR', '2025-12-31T15:00:00Z', 'HELD')
})

describe('what everybody may know', () => {
  it('of activities is kind, alliance and date: no draft, no cancelled one, no title and no place', async () => {
    const year = await listPublicYear(await world.actor('anonymous'), world.alliances.coatings)
    expect(year).toHaveLength(3)
    expect(JSON.stringify(year)).not.toContain('不公开')
    expect(Object.keys(year[0] ?? {}).sort()).toEqual(['allianceId', 'id', 'isOver', 'kind', 'startsAt'])
  })

  it('of this week begins on Monday in Beijing', async () => {
    const week = await listPublicWeek(await world.actor('anonymous'))
    expect(week.map(({ startsAt }) => startsAt.toISOString())).toEqual([
      '2026-11-22T16:00:00.000Z',
      '2026-11-27T01:00:00.000Z',
    ])
    expect(week.map(({ isOver }) => isOver)).toEqual([true, false])
  })

  it('of members is their number, a firm in two alliances counted once in the total', async () => {
    await db.membership.create({
      data: {
        allianceId: world.alliances.stations,
        enterpriseId: world.enterprises.member,
        joinedOn: toDate('2026-01-01'),
      },
    })
    const tiles = await listJurisdictionTiles(await world.actor('anonymous'))
    expect(tiles.map(({ code, enterprises, byAlliance }) => ({ code, enterprises, byAlliance }))).toEqual([
      { code: '310116', enterprises: 2, byAlliance: { 5: 2, 8: 1 } },
      { code: '310120', enterprises: 3, byAlliance: { 5: 1, 8: 2 } },
    ])
  })

  it('forgets who has left', async () => {
    await db.membership.updateMany({
      where: { enterpriseId: world.enterprises.neighbour },
      data: { leftOn: toDate('2026-11-24') },
    })
    const tiles = await listJurisdictionTiles(await world.actor('anonymous'))
    expect(tiles.find(({ code }) => code === '310120')?.enterprises).toBe(2)
  })
})
