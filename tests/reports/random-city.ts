import fc from 'fast-check'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import type { World } from '../support/world'

export type CityActivity = {
  id: string
  kind: 'TRAINING' | 'EXCHANGE_MEETING'
  state: 'PUBLISHED' | 'HELD' | 'CLOSED' | 'CANCELLED'
  startsAt: Date
  audience: string[]
}
export type CityAttendance = {
  activityId: string
  enterpriseId: string
  mandateKind: 'PRINCIPAL' | 'DESIGNATED' | null
  isUndone: boolean
}
export type CityRegistration = {
  activityId: string
  enterpriseId: string
  state: 'PLACED' | 'WAITING' | 'WITHDRAWN' | 'ON_LEAVE'
}
export type CityMembership = { allianceId: string; enterpriseId: string; joinedOn: string; leftOn: string | null }
export type City = {
  firms: { id: string; jurisdictionId: string }[]
  memberships: CityMembership[]
  activities: CityActivity[]
  attendances: CityAttendance[]
  registrations: CityRegistration[]
  /** Activities that were not for all members of their alliances, and the firms of whom somebody was invited. */
  narrow: { activityId: string; invited: string[] }[]
}

/** Instants around the edges where a naive program goes wrong: year and quarter turns in Beijing, the day of a change. */
const instants = [
  '2025-12-31T15:59:00Z',
  '2025-12-31T16:00:00Z',
  '2026-03-31T15:30:00Z',
  '2026-03-31T16:30:00Z',
  '2026-06-15T01:00:00Z',
  '2026-06-30T16:00:00Z',
  '2026-09-01T06:00:00Z',
  '2026-12-31T15:00:00Z',
  '2026-12-31T16:10:00Z',
].map((text) => new Date(text))

const days = ['2026-01-01', '2026-04-01', '2026-06-15', '2026-07-01', '2026-09-01']

const pick = <T>(values: readonly T[]) => fc.constantFrom(...values)

/** A small random city around the world's alliances: plain data, before any row is written. */
export function arbitraryCity(world: World): fc.Arbitrary<City> {
  const allianceIds = [world.alliances.coatings, world.alliances.stations]
  const jurisdictionIds = [world.jurisdictions.jinshan, world.jurisdictions.fengxian]
  const uuid = fc.uuid({ version: 7 })
  const firm = fc.record({ id: uuid, jurisdictionId: pick(jurisdictionIds) })
  const activity = fc.record({
    id: uuid,
    kind: pick(['TRAINING', 'EXCHANGE_MEETING'] as const),
    state: pick(['PUBLISHED', 'HELD', 'CLOSED', 'CLOSED', 'CANCELLED'] as const),
    startsAt: pick(instants),
    audience: fc.uniqueArray(pick(allianceIds), { minLength: 1 }),
  })

  return fc
    .record({
      firms: fc.uniqueArray(firm, { minLength: 3, maxLength: 7, selector: ({ id }) => id }),
      activities: fc.uniqueArray(activity, { minLength: 2, maxLength: 8, selector: ({ id }) => id }),
    })
    .chain(({ firms, activities }) => {
      const pair = { activityId: pick(activities.map(({ id }) => id)), enterpriseId: pick(firms.map(({ id }) => id)) }
      const membership = fc.record({
        allianceId: pick(allianceIds),
        enterpriseId: pair.enterpriseId,
        joinedOn: pick(days),
        leftOn: fc.option(pick(['2026-06-15', '2026-09-01', '2026-12-31']), { nil: null }),
      })
      return fc.record({
        firms: fc.constant(firms),
        activities: fc.constant(activities),
        memberships: fc
          .uniqueArray(membership, { maxLength: 14, selector: (one) => one.allianceId + one.enterpriseId })
          .map((list) => list.filter(({ joinedOn, leftOn }) => leftOn === null || leftOn > joinedOn)),
        narrow: fc.uniqueArray(
          fc.record({ activityId: pair.activityId, invited: fc.subarray(firms.map(({ id }) => id)) }),
          { maxLength: 3, selector: ({ activityId }) => activityId },
        ),
        attendances: fc.array(
          fc.record({
            ...pair,
            mandateKind: pick(['PRINCIPAL', 'DESIGNATED', null] as const),
            isUndone: pick([false, false, true]),
          }),
          { maxLength: 25 },
        ),
        registrations: fc.array(
          fc.record({ ...pair, state: pick(['PLACED', 'WAITING', 'WITHDRAWN', 'ON_LEAVE'] as const) }),
          { maxLength: 15 },
        ),
      })
    })
}

let serial = 0

/** Writes a city beside the world; each attendance and registration by a person of its own. */
export async function writeCity(world: World, city: City): Promise<void> {
  serial += 1
  const people = city.attendances.map((_, index) => ({
    id: crypto.randomUUID(),
    name: 'x',
    email: `x${serial}-${index}@city.test`,
  }))
  await db.user.createMany({ data: people })
  await db.enterprise.createMany({
    data: city.firms.map(({ id, jurisdictionId }, index) => ({
      id,
      creditCode: '91310116MA1J000016',
      name: `企业${serial}-${index}`,
      businessKind: 'USE' as const,
      supervisingJurisdictionId: jurisdictionId,
      searchTokens: [],
    })),
  })
  await db.membership.createMany({
    data: city.memberships.map(({ joinedOn, leftOn, ...rest }) => ({
      ...rest,
      joinedOn: toDate(joinedOn),
      leftOn: leftOn ? toDate(leftOn) : null,
    })),
  })
  await db.activity.createMany({
    data: city.activities.map(({ id, kind, state, startsAt, audience }) => ({
      id,
      kind,
      state,
      startsAt,
      code: id.slice(-12),
      title: id,
      hostAllianceId: audience[0] ?? world.alliances.coatings,
      endsAt: new Date(startsAt.getTime() + 3_600_000),
      checkInSecret: 'x',
      createdById: world.people.administrator.userId,
    })),
  })
  await db.activityAlliance.createMany({
    data: city.activities.flatMap(({ id, audience }) => audience.map((allianceId) => ({ activityId: id, allianceId }))),
  })
  await db.attendance.createMany({
    data: city.attendances.map(({ isUndone, ...rest }, index) => ({
      ...rest,
      userId: people[index]?.id ?? '',
      // There from the start to the end: how long somebody stayed is another test's affair.
      checkedInAt: city.activities.find(({ id }) => id === rest.activityId)?.startsAt ?? new Date(0),
      method: 'DOOR_DESK' as const,
      undoneAt: isUndone ? new Date('2026-06-15T02:00:00Z') : null,
    })),
  })
  await invite(city)
  const leaves = new Set<string>()
  const registrations = city.registrations.filter(({ activityId, enterpriseId, state }) => {
    const key = activityId + enterpriseId
    if (state !== 'ON_LEAVE') return true
    if (leaves.has(key)) return false
    leaves.add(key)
    return true
  })
  await db.registration.createMany({
    data: registrations.map((row) => ({ ...row, createdById: world.people.administrator.userId })),
  })
}

/** A rule for each narrow activity, and a person with a mandate for each firm that it invited. */
async function invite({ narrow }: City): Promise<void> {
  await db.audienceRule.createMany({ data: narrow.map(({ activityId }) => ({ activityId, isUntrainedOnly: true })) })
  const asked = narrow.flatMap(({ activityId, invited }) =>
    invited.map((enterpriseId) => ({ activityId, enterpriseId, userId: crypto.randomUUID() })),
  )
  await db.user.createMany({
    data: asked.map(({ userId }) => ({ id: userId, name: 'x', email: `${userId}@city.test` })),
  })
  await db.mandate.createMany({
    data: asked.map(({ enterpriseId, userId }) => ({
      enterpriseId,
      userId,
      kind: 'DESIGNATED' as const,
      validFrom: toDate('2025-01-01'),
    })),
  })
  await db.invitation.createMany({
    data: asked.map(({ activityId, userId }) => ({ activityId, userId, createdAt: new Date('2026-01-01T00:00:00Z') })),
  })
}

/** Takes everything of the random cities away again. */
export async function clearCity(): Promise<void> {
  await db.$executeRaw`DELETE FROM attendances`
  await db.$executeRaw`DELETE FROM registrations`
  await db.$executeRaw`DELETE FROM invitations`
  await db.$executeRaw`DELETE FROM audience_rules`
  await db.$executeRaw`DELETE FROM mandates WHERE enterprise_id IN (SELECT id FROM enterprises WHERE name LIKE '企业%')`
  await db.$executeRaw`DELETE FROM activity_alliances`
  await db.$executeRaw`DELETE FROM activities`
  await db.$executeRaw`DELETE FROM memberships WHERE enterprise_id IN (SELECT id FROM enterprises WHERE name LIKE '企业%')`
  await db.$executeRaw`DELETE FROM enterprises WHERE name LIKE '企业%'`
}

/** A random city together with the firms of the world itself: what the oracle must count. */
export function withWorld(world: World, city: City): City {
  const { jinshan, fengxian } = world.jurisdictions
  const { coatings, stations } = world.alliances
  const firms = world.enterprises
  const placed = [
    { id: firms.lead, jurisdictionId: jinshan, allianceId: coatings },
    { id: firms.member, jurisdictionId: jinshan, allianceId: coatings },
    { id: firms.neighbour, jurisdictionId: fengxian, allianceId: coatings },
    { id: firms.otherLead, jurisdictionId: fengxian, allianceId: stations },
    { id: firms.stranger, jurisdictionId: fengxian, allianceId: stations },
  ]
  return {
    ...city,
    firms: [...city.firms, ...placed.map(({ id, jurisdictionId }) => ({ id, jurisdictionId }))],
    memberships: [
      ...city.memberships,
      ...placed.map(({ id, allianceId }) => ({ allianceId, enterpriseId: id, joinedOn: '2025-01-01', leftOn: null })),
    ],
  }
}
