import { describe, expect, it } from 'vitest'
import { dayOf, fromDate, plusDays, type Day } from '@/lib/core/clock'
import { creditCodeProblem } from './credit-code'
import { jurisdictions } from '@/prisma/seed/jurisdictions'
import type { Reference } from '@/prisma/seed/reference'
import { demoScale, planCity, type City } from '@/prisma/seed/city/city'

const reference: Reference = { allianceId: (slug) => `alliance:${slug}`, jurisdictionId: (code) => `body:${code}` }

const plan = (anchor: Day, scale = demoScale) => planCity({ anchor, scale, reference, yearsThere: [2024] })

const text = (day: Date | string | null | undefined | object): Day | null => {
  if (day instanceof Date) return fromDate(day)
  return typeof day === 'string' ? day : null
}

const indexed = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]))

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

function found<T>(rows: Map<string, T>, id: string): T {
  const row = rows.get(id)
  if (!row) throw new Error(`no row ${id}`)
  return row
}

/** A working day, a Sunday, both ends of a year, a leap day. */
const anchors = ['2026-11-24', '2026-11-22', '2027-01-01', '2026-12-31', '2028-02-29']

describe.each(anchors)('the demo city around %s', (anchor) => {
  const city = plan(anchor)
  const days = new Map(city.activities.map(({ id, startsAt }) => [id, dayOf(startsAt)]))

  it('is the same for the same day', () => {
    expect(plan(anchor)).toEqual(city)
  })

  it('every attendance obeys the rules of check-in', () => {
    expect(attendancesAgainstRules(city)).toEqual([])
  })

  it('places taken are the registrations that hold one, and nothing is oversold', () => {
    const placed = new Map<string, number>()
    for (const { activityId, state } of city.registrations)
      if (state === 'PLACED') placed.set(activityId, (placed.get(activityId) ?? 0) + 1)
    for (const { id, placesTaken, capacity } of city.activities) {
      expect(placesTaken).toBe(placed.get(id) ?? 0)
      expect(placesTaken).toBeLessThanOrEqual(capacity ?? placesTaken)
    }
  })

  it('nobody holds two places of one activity', () => {
    const keys = city.registrations
      .filter(({ userId, state }) => userId && (state === 'PLACED' || state === 'WAITING'))
      .map(({ activityId, userId }) => `${activityId}/${userId}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('memberships of one enterprise in one alliance never overlap', () => {
    const seen = new Map<string, [Day, Day][]>()
    for (const { allianceId, enterpriseId, joinedOn, leftOn } of city.memberships) {
      const key = `${allianceId}/${enterpriseId}`
      const period: [Day, Day] = [joinedOn, leftOn ?? '9999-12-31']
      const others = seen.get(key) ?? []
      expect(others.some(([from, to]) => period[0] < to && from < period[1])).toBe(false)
      seen.set(key, [...others, period])
    }
  })

  it('something is on today and something is still to come', () => {
    const open = city.activities.filter(({ state }) => state === 'PUBLISHED')
    expect(open.filter(({ startsAt }) => dayOf(startsAt) === anchor).length).toBeGreaterThanOrEqual(2)
    expect(open.filter(({ startsAt }) => dayOf(startsAt) > anchor).length).toBeGreaterThanOrEqual(8)
    expect(open.every(({ startsAt }) => dayOf(startsAt) >= anchor)).toBe(true)
    expect(city.attendances.every(({ activityId }) => found(days, activityId) < anchor)).toBe(true)
  })

  it('has every kind and every state of activity', () => {
    expect(new Set(city.activities.map(({ kind }) => kind)).size).toBe(8)
    expect(new Set(city.activities.map(({ state }) => state)).size).toBe(5)
  })
})

function attendancesAgainstRules(city: City): string[] {
  const activities = indexed(city.activities)
  const registrations = indexed(city.registrations)
  const audiences = grouped(city.activityAlliances, ({ activityId }) => activityId)
  const memberships = grouped(city.memberships, ({ enterpriseId }) => enterpriseId)
  const mandates = grouped(city.mandates, ({ userId, enterpriseId }) => `${userId}/${enterpriseId}`)
  const days = new Map(city.activities.map(({ id, startsAt }) => [id, dayOf(startsAt)]))
  return city.attendances.flatMap((row) => {
    const activity = found(activities, row.activityId)
    const day = found(days, row.activityId)
    const registration = row.registrationId ? found(registrations, row.registrationId) : null
    const kinds = (mandates.get(`${row.userId}/${row.enterpriseId}`) ?? [])
      .filter(({ validFrom, validTo }) => (text(validFrom) ?? '') <= day && (text(validTo) ?? '9999') >= day)
      .map(({ kind }) => kind)
    const designated = kinds.includes('DESIGNATED') ? 'DESIGNATED' : null
    const audience = (audiences.get(row.activityId) ?? []).map(({ allianceId }) => allianceId)
    const isMember = (memberships.get(row.enterpriseId ?? '') ?? []).some(
      ({ allianceId, joinedOn, leftOn }) =>
        audience.includes(allianceId) && joinedOn <= day && (leftOn === null || leftOn > day),
    )
    const minutes = (row.checkedInAt.getTime() - activity.startsAt.getTime()) / 60_000
    const checks = {
      held: activity.state === 'HELD' || activity.state === 'CLOSED',
      inTime: minutes >= -60 && minutes <= 90,
      mandate: row.mandateKind === (kinds.includes('PRINCIPAL') ? 'PRINCIPAL' : designated),
      member: isMember,
      walkIn: row.isWalkIn === (registration === null),
      place: registration === null || registration.state === 'PLACED',
      own: registration === null || registration.enterpriseId === row.enterpriseId,
      person: registration === null || registration.userId === row.userId,
      same: registration === null || registration.activityId === row.activityId,
    }
    return Object.entries(checks)
      .filter(([, holds]) => !holds)
      .map(([name]) => `${row.id}: ${name}`)
  })
}

describe('the shape of the demo city', () => {
  const city = plan('2026-11-24')
  const share = (part: number, whole: number) => part / whole

  it('has some 300 enterprises in all 18 jurisdictions, with credit codes that are right', () => {
    expect(city.enterprises.length).toBeGreaterThanOrEqual(290)
    expect(city.enterprises.length).toBeLessThanOrEqual(320)
    const supervising = new Set(city.enterprises.map((row) => row.supervisingJurisdictionId))
    expect(supervising.size).toBe(jurisdictions.length)
    expect(city.enterprises.filter((row) => creditCodeProblem(row.creditCode))).toEqual([])
    const keys = city.enterprises.map(({ creditCode, name }) => `${creditCode}/${name}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('comes, stays away, takes leave and walks in as the facts say', () => {
    const came = new Set(city.attendances.map(({ enterpriseId }) => enterpriseId))
    const leave = city.registrations.filter(({ state }) => state === 'ON_LEAVE').length
    const walkIns = city.attendances.filter(({ isWalkIn }) => isWalkIn).length
    const principals = city.attendances.filter(({ mandateKind }) => mandateKind === 'PRINCIPAL').length
    expect(share(city.enterprises.length - came.size, city.enterprises.length)).toBeCloseTo(0.15, 1)
    expect(share(leave, city.registrations.length)).toBeCloseTo(0.08, 1)
    expect(share(walkIns, city.attendances.length)).toBeCloseTo(0.05, 1)
    expect(share(principals, city.attendances.length)).toBeGreaterThan(0.18)
    expect(share(principals, city.attendances.length)).toBeLessThan(0.32)
  })

  it('has licences that end soon and that are over', () => {
    const ends = city.licences.map(({ validTo }) => text(validTo) ?? '')
    const soon = ends.filter((day) => day >= '2026-11-24' && day <= plusDays('2026-11-24', 90))
    expect(share(soon.length, ends.length)).toBeCloseTo(0.04, 1)
    expect(ends.filter((day) => day < '2026-11-24').length).toBeGreaterThan(0)
  })

  it('has one legal person with twelve stations, and one person who stands for all of them', () => {
    const station = city.users.find(({ email }) => email === 'station@demo.test')
    const stations = city.mandates
      .filter(({ userId }) => userId === station?.id)
      .map(({ enterpriseId }) => enterpriseId)
    const rows = city.enterprises.filter(({ id }) => stations.includes(id))
    expect(rows).toHaveLength(12)
    expect(new Set(rows.map(({ creditCode }) => creditCode)).size).toBe(1)
  })

  it('at full scale is the size that the bench measures', () => {
    const full = plan('2026-11-24', 1)
    expect(full.enterprises).toHaveLength(2_100)
    expect(full.attendances.length).toBeGreaterThan(40_000)
    expect(full.attendances.length).toBeLessThan(50_000)
  })
})
