import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { publishActivity } from '@/lib/activities/actions'
import { getActivity } from '@/lib/activities/queries'
import { chooseAudience } from '@/lib/audiences/actions'
import { listAudience } from '@/lib/audiences/list-queries'
import { countAudience, countThought, getAudience } from '@/lib/audiences/queries'
import { searchOf, thoughtIn } from '@/lib/audiences/rules'
import { thoughtInput, type Thought } from '@/lib/audiences/schema'
import { db } from '@/lib/core/db'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { inDays, makeActivity } from '../support/stage'
import { buildWorld, worldNow, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
  await db.enterprise.update({ where: { id: world.enterprises.neighbour }, data: { businessKind: 'WAREHOUSING' } })
  await db.enterprise.update({ where: { id: world.enterprises.stranger }, data: { businessKind: 'FILLING_STATION' } })
  await trained('lead', 'lead')
})
beforeEach(() => setClock(worldNow))

type Person = 'lead' | 'principal' | 'designated' | 'neighbour' | 'stranger' | 'otherLead'
type Training = {
  startsAt?: Date
  state?: 'HELD' | 'CLOSED' | 'PUBLISHED'
  mandateKind?: 'PRINCIPAL' | null
  undoneAt?: Date
  isExcluded?: boolean
}

async function trained(firm: keyof World['enterprises'], person: Person, training: Training = {}): Promise<string> {
  const {
    startsAt = inDays(-60),
    state = 'CLOSED',
    mandateKind = 'PRINCIPAL',
    undoneAt = null,
    isExcluded = false,
  } = training
  const activityId = await makeActivity(world, { kind: 'TRAINING', state, startsAt })
  const came = {
    userId: world.people[person].userId,
    enterpriseId: world.enterprises[firm],
    mandateKind,
    undoneAt,
    isExcluded,
  }
  await db.attendance.create({ data: { activityId, checkedInAt: startsAt, method: 'DOOR_DESK', ...came } })
  return activityId
}

/** The city as people know it; the reckoning below shares nothing with the statement that it is held against. */
const city = [
  { firm: 'lead', of: 'coatings', at: 'jinshan', kind: 'PRODUCTION', trained: true, people: { lead: 'PRINCIPAL' } },
  {
    firm: 'member',
    of: 'coatings',
    at: 'jinshan',
    kind: 'PRODUCTION',
    trained: false,
    people: { principal: 'PRINCIPAL', designated: 'DESIGNATED' },
  },
  {
    firm: 'neighbour',
    of: 'coatings',
    at: 'fengxian',
    kind: 'WAREHOUSING',
    trained: false,
    people: { neighbour: 'DESIGNATED' },
  },
  {
    firm: 'otherLead',
    of: 'stations',
    at: 'fengxian',
    kind: 'PRODUCTION',
    trained: false,
    people: { otherLead: 'PRINCIPAL' },
  },
  {
    firm: 'stranger',
    of: 'stations',
    at: 'fengxian',
    kind: 'FILLING_STATION',
    trained: false,
    people: { stranger: 'PRINCIPAL' },
  },
] as const

type Wish = {
  stations: boolean
  districts: ('jinshan' | 'fengxian')[]
  businessKinds: ('PRODUCTION' | 'WAREHOUSING' | 'FILLING_STATION')[]
  mandateKinds: ('PRINCIPAL' | 'DESIGNATED')[]
  isUntrainedOnly: boolean
  excluded: (typeof city)[number]['firm'][]
}

const wishes: fc.Arbitrary<Wish> = fc.record({
  stations: fc.boolean(),
  districts: fc.subarray(['jinshan', 'fengxian'] as const).map((some) => [...some]),
  businessKinds: fc.subarray(['PRODUCTION', 'WAREHOUSING', 'FILLING_STATION'] as const).map((some) => [...some]),
  mandateKinds: fc.subarray(['PRINCIPAL', 'DESIGNATED'] as const).map((some) => [...some]),
  isUntrainedOnly: fc.boolean(),
  excluded: fc
    .subarray(
      city.map(({ firm }) => firm),
      { maxLength: 2 },
    )
    .map((some) => [...some]),
})

function reckoned(wish: Wish) {
  const has = <T>(list: readonly T[], one: T) => list.length === 0 || list.includes(one)
  const firms = city.filter(
    (one) =>
      (one.of === 'coatings' || wish.stations) &&
      has<string>(wish.districts, one.at) &&
      has<string>(wish.businessKinds, one.kind) &&
      !(wish.isUntrainedOnly && one.trained) &&
      !wish.excluded.includes(one.firm),
  )
  const peopleOf = (one: (typeof city)[number]) =>
    Object.entries(one.people).flatMap(([name, kind]) => (has<string>(wish.mandateKinds, kind) ? [name as Person] : []))
  const people = firms.flatMap(peopleOf)
  const reached = firms.filter((one) => peopleOf(one).length > 0)
  return {
    firms: firms.map(({ firm }) => world.enterprises[firm]).sort(),
    people: people.map((name) => world.people[name].userId).sort(),
    count: { people: people.length, enterprises: reached.length, unreached: firms.length - reached.length },
  }
}

const thoughtOf = (wish: Wish): Thought => ({
  allianceIds: wish.stations ? [world.alliances.stations] : [],
  jurisdictionIds: wish.districts.map((one) => world.jurisdictions[one]),
  businessKinds: wish.businessKinds,
  mandateKinds: wish.mandateKinds,
  isUntrainedOnly: wish.isUntrainedOnly,
})

const detail = async (id: string, name: 'officer' | 'lead' | 'coordinator' = 'officer') => {
  const actor = await world.actor(name)
  const activity = await getActivity(actor, id)
  if (!activity) throw new Error('not seen')
  return { actor, activity }
}

describe('an audience', () => {
  it('is counted while it is thought of, kept, listed and invited as one and the same, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(wishes, async (wish) => {
        const expected = reckoned(wish)
        const id = await makeActivity(world, { state: 'DRAFT' })
        const excluded = wish.excluded.map((firm) => ({ enterpriseId: world.enterprises[firm] }))
        await db.audienceRule.create({ data: { activityId: id, exclusions: { create: excluded } } })
        const { actor, activity } = await detail(id)
        const thought = thoughtOf(wish)
        expect(await countThought(actor, activity, thought)).toEqual(expected.count)
        expect((await act(world, 'officer', chooseAudience, { id, version: 1, ...thought })).ok).toBe(true)
        expect(await countAudience(actor, activity)).toEqual(expected.count)
        const page = await listAudience(actor, activity, { mayName: true })
        expect(page.rows.map((row) => row.id).sort()).toEqual(expected.firms)
        expect(page.total).toBe(expected.firms.length)
        expect((await act(world, 'officer', publishActivity, { id })).ok).toBe(true)
        const invited = await db.invitation.findMany({ where: { activityId: id }, select: { userId: true } })
        expect(invited.map(({ userId }) => userId).sort()).toEqual(expected.people)
        const told = await db.notification.count({
          where: { href: `/portal/activities/${id}`, kind: 'ACTIVITY_INVITED' },
        })
        expect(told).toBe(expected.count.people)
      }),
      { numRuns: 8 },
    )
  })

  it('travels in an address and comes back as it was', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const thought = thoughtOf(wish)
        expect(thoughtInput.parse(thoughtIn(searchOf(thought)))).toEqual(thought)
      }),
    )
  })

  it('of the untrained goes by what counts, this year, and never by the activity itself', async () => {
    const id = await makeActivity(world, { state: 'DRAFT', kind: 'TRAINING' })
    await db.audienceRule.create({ data: { activityId: id, isUntrainedOnly: true } })
    const { actor, activity } = await detail(id)
    const count = async () => (await countAudience(actor, activity)).enterprises
    expect(await count()).toBe(2)
    await trained('member', 'principal', { mandateKind: null })
    await trained('member', 'principal', { startsAt: new Date('2025-12-31T15:59:00Z') })
    await trained('member', 'principal', { state: 'PUBLISHED', startsAt: inDays(1) })
    await trained('member', 'principal', { undoneAt: worldNow })
    await trained('member', 'principal', { isExcluded: true })
    await db.attendance.create({
      data: {
        activityId: id,
        userId: world.people.principal.userId,
        enterpriseId: world.enterprises.member,
        checkedInAt: worldNow,
        method: 'DOOR_DESK',
        mandateKind: 'PRINCIPAL',
      },
    })
    expect(await count()).toBe(2)
    const thisYear = await trained('member', 'principal', { startsAt: new Date('2025-12-31T16:00:00Z') })
    expect(await count()).toBe(1)
    await db.attendance.deleteMany({ where: { activityId: thisYear } })
  })

  it('is searched by name, and names people to nobody who may not know whom others have', async () => {
    const { actor, activity } = await detail(await makeActivity(world), 'lead')
    const found = await listAudience(actor, activity, { q: '成', mayName: false })
    expect(found.rows).toMatchObject([{ id: world.enterprises.member, count: 2, people: null }])
    expect((await listAudience(actor, activity, { q: '没有这家', mayName: false })).total).toBe(0)
  })
})

describe('choosing', () => {
  const empty = { allianceIds: [], jurisdictionIds: [], businessKinds: [], mandateKinds: [], isUntrainedOnly: false }

  it('is refused over an older version, of what was held, and for a body that does not exist; nothing is kept', async () => {
    const id = await makeActivity(world, { state: 'DRAFT' })
    const held = await makeActivity(world, { state: 'HELD', startsAt: inDays(-3) })
    const choose = (more: object) => act(world, 'coordinator', chooseAudience, { id, version: 1, ...empty, ...more })
    expect(await choose({ version: 2 })).toMatchObject({ code: 'CONFLICT' })
    expect(await choose({ id: held })).toMatchObject({ code: 'ACTIVITY_NOT_EDITABLE' })
    expect(await choose({ jurisdictionIds: [id] })).toMatchObject({ fields: { jurisdictionIds: 'NOT_A_CHOICE' } })
    expect(await db.audienceRule.count({ where: { activityId: { in: [id, held] } } })).toBe(0)
  })

  it('writes what was and what is, and of two at once one', async () => {
    const id = await makeActivity(world, { state: 'DRAFT' })
    const rule = { ...empty, jurisdictionIds: [world.jurisdictions.jinshan], mandateKinds: ['PRINCIPAL' as const] }
    const both = await Promise.all(
      [rule, empty].map((one) =>
        act(world, 'coordinator', chooseAudience, { id, version: 1, ...one, isUntrainedOnly: true }),
      ),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await act(world, 'coordinator', chooseAudience, { id, version: 2, ...rule })).ok).toBe(true)
    const { actor, activity } = await detail(id)
    expect(await getAudience(actor, activity)).toMatchObject({ ...rule, allianceIds: [world.alliances.coatings] })
    const trail = await db.auditEvent.findMany({
      where: { verb: 'audience.choose', subjectId: id },
      orderBy: { id: 'asc' },
    })
    expect(trail.at(-1)?.changes).toMatchObject({ isUntrainedOnly: [true, false] })
  })
})
