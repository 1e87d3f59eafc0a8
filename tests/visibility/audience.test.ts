import { beforeAll, describe, expect, it } from 'vitest'
import { visibleActivities } from '@/lib/activities/policy'
import { visibleAnnouncements } from '@/lib/announcements/policy'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { visibleEnterprises } from '@/lib/enterprises/policy'
import { visibleImports } from '@/lib/imports/policy'
import { visiblePractices } from '@/lib/practices/policy'
import { visibleTopics } from '@/lib/topics/policy'
import type { Actor, Hat } from '@/lib/access/actor'
import { imaginedActor } from '@/lib/access/identity'
import { getAudience, type Audience } from '@/lib/visibility/queries'
import { recordKinds, type AudienceLine, type RecordKind } from '@/lib/visibility/rules'
import { hoursFromNow, makeAnnouncement, ofInsurer, ofJinshan } from '../announcements/announce'
import { makePractice } from '../practices/stage'
import { emptyDatabase } from '../support/empty'
import { actorNames, buildWorld, worldNow, type World } from '../support/world'

let world: World
const records: Record<RecordKind, Record<string, string>> = {
  activity: {},
  enterprise: {},
  topic: {},
  import: {},
  practice: {},
  announcement: {},
}

/** Activities in each state, one that a former member came to; the enterprises; a topic of each alliance; an import. */
beforeAll(async () => {
  await emptyDatabase()
  world = await buildWorld()
  const activity = async (state: 'DRAFT' | 'PUBLISHED' | 'HELD', allianceId: string, days: number) => {
    const startsAt = new Date(Date.UTC(2026, 10, 24 + days, 1))
    const { id } = await db.activity.create({
      data: {
        code: `${state}${days}`,
        kind: 'DISCUSSION',
        state,
        title: state,
        hostAllianceId: allianceId,
        insurerId: world.insurers.own,
        startsAt,
        endsAt: new Date(startsAt.getTime() + 7_200_000),
        checkInSecret: 'secret',
        createdById: world.people.coordinator.userId,
        alliances: { create: { allianceId } },
      },
      select: { id: true },
    })
    return id
  }
  const { coatings, stations } = world.alliances
  records.activity = {
    draft: await activity('DRAFT', coatings, 7),
    published: await activity('PUBLISHED', coatings, 8),
    held: await activity('HELD', coatings, -30),
    elsewhere: await activity('PUBLISHED', stations, 9),
  }
  // A member of the other alliance came as a guest: it keeps its record.
  await db.attendance.create({
    data: {
      activityId: records.activity['held'] ?? '',
      userId: world.people.stranger.userId,
      enterpriseId: world.enterprises.stranger,
      checkedInAt: new Date('2026-10-25T01:00:00Z'),
      method: 'DOOR_DESK',
    },
  })
  records.enterprise = world.enterprises
  const topic = async (allianceYearId: string) =>
    (await db.topic.create({ data: { allianceYearId, title: '静电', ownerId: world.enterprises.member } })).id
  records.topic = { coatings: await topic(world.years.coatings), stations: await topic(world.years.stations) }
  const file = await db.storedFile.create({
    data: { storageKey: 'x', fileName: '名录.xlsx', mediaType: 'x', sizeBytes: 1, sha256: 'x' },
  })
  const uploaded = await db.import.create({ data: { uploadedById: world.people.officer.userId, fileId: file.id } })
  records.import = { one: uploaded.id }
  const practice = async (wish: Parameters<typeof makePractice>[1]) => (await makePractice(world, wish)).practiceId
  const published = { state: 'PUBLISHED' } as const
  records.practice = {
    draft: await practice({}),
    inReview: await practice({ state: 'IN_REVIEW' }),
    ofLead: await practice({ state: 'IN_REVIEW', owner: 'lead' }),
    own: await practice({ ...published, shareClass: 'OWN' }),
    alliance: await practice({ ...published, shareClass: 'ALLIANCE' }),
    allAlliances: await practice({ ...published, shareClass: 'ALL_ALLIANCES' }),
    beforeTheBureau: await practice({ ...published, shareClass: 'PUBLIC' }),
    public: await practice({ ...published, shareClass: 'PUBLIC', isPublic: true }),
  }
  records.announcement = {
    public: await makeAnnouncement(world, { audience: 'PUBLIC' }),
    everyone: await makeAnnouncement(world, { audience: 'EVERYONE' }),
    alliance: await makeAnnouncement(world),
    district: await makeAnnouncement(world, {
      audience: 'JURISDICTIONS',
      jurisdictions: [world.jurisdictions.fengxian],
    }),
    ofDistrict: await makeAnnouncement(world, ofJinshan(world)),
    draft: await makeAnnouncement(world, { ...ofJinshan(world), publishAt: null }),
    scheduled: await makeAnnouncement(world, { ...ofInsurer(world), publishAt: hoursFromNow(5) }),
    ofLead: await makeAnnouncement(world, {
      authorRole: 'ENTERPRISE' as const,
      enterpriseId: world.enterprises.lead,
      publishAt: null,
    }),
  }
  // An enterprise of no alliance, for whom nothing but what is open to everybody stands there.
  await db.enterprise.create({
    data: {
      creditCode: '91310120MA1J000067',
      name: '上海己无盟化工有限公司',
      businessKind: 'PRODUCTION',
      supervisingJurisdictionId: world.jurisdictions.fengxian,
      searchTokens: [],
    },
  })
})

const holds: Record<RecordKind, (actor: Actor, id: string) => Promise<number>> = {
  activity: (actor, id) => db.activity.count({ where: { AND: [{ id }, visibleActivities(actor)] } }),
  enterprise: (actor, id) => db.enterprise.count({ where: { AND: [{ id }, visibleEnterprises(actor)] } }),
  topic: (actor, id) => db.topic.count({ where: { AND: [{ id }, visibleTopics(actor)] } }),
  import: (actor, id) => db.import.count({ where: { AND: [{ id }, visibleImports(actor)] } }),
  practice: (actor, id) => db.practice.count({ where: { AND: [{ id }, visiblePractices(actor)] } }),
  announcement: (actor, id) =>
    db.announcement.count({ where: { AND: [{ id }, visibleAnnouncements(actor, worldNow)] } }),
}

const lineOf = (audience: Audience, who: AudienceLine['who']) => audience.lines.find((line) => line.who === who)

/** What the answer says about an actor, by the line in which the actor stands. */
async function saidOf(audience: Audience, actor: Actor): Promise<boolean> {
  const { hat, name } = actor
  if (hat.kind === 'NONE') return lineOf(audience, 'PUBLIC')?.seeing === 1
  if (hat.kind === 'MUNICIPAL') return lineOf(audience, 'MUNICIPAL')?.seeing === 1
  if (hat.kind === 'JURISDICTION') {
    const { shortName } = await db.jurisdiction.findUniqueOrThrow({ where: { id: hat.jurisdictionId } })
    return lineOf(audience, 'JURISDICTIONS')?.names.includes(shortName) ?? false
  }
  if (hat.kind === 'INSURER')
    return lineOf(audience, 'INSURERS')?.names.some((one) => one.endsWith(` ${name}`)) ?? false
  const enterprise = await db.enterprise.findUniqueOrThrow({ where: { id: hat.enterpriseId } })
  const owner = audience.lines.find(({ who, names }) => who === 'OWNER' && names.includes(enterprise.name))
  if (owner) return owner.seeing === 1
  const memberships = await db.membership.findMany({
    where: { enterpriseId: hat.enterpriseId, OR: [{ leftOn: null }, { leftOn: { gt: toDate(actor.today) } }] },
    select: { kind: true, alliance: { select: { name: true } } },
  })
  const isIn = ({ who, alliance }: AudienceLine) =>
    memberships.some(
      ({ kind, alliance: { name: own } }) => who === (kind === 'LEAD' ? 'LEAD' : 'MEMBERS') && own === alliance?.name,
    )
  if (audience.lines.some((line) => isIn(line) && line.seeing > 0)) return true
  if (memberships.length > 0 && lineOf(audience, 'ALLIANCES')) return true
  const { shortName } = await db.jurisdiction.findUniqueOrThrow({ where: { id: enterprise.supervisingJurisdictionId } })
  if (audience.lines.some(({ who, names }) => who === 'SUPERVISED' && names.includes(shortName))) return true
  if ((lineOf(audience, 'OTHERS')?.seeing ?? 0) > 0) return true
  return enterprise.id === world.enterprises.stranger && lineOf(audience, 'INVOLVED')?.seeing === 1
}

/** The answer as the first actor gets it who sees the record. */
async function askedByAny(kind: RecordKind, id: string): Promise<Audience | null> {
  for (const name of actorNames) {
    const audience = await getAudience(await world.actor(name), kind, id)
    if (audience) return audience
  }
  return null
}

describe('the answer to who can see a record', () => {
  it.each(recordKinds)('is what the policy does, for every actor and each %s', async (kind) => {
    for (const [label, id] of Object.entries(records[kind])) {
      const audience = await askedByAny(kind, id)
      if (!audience) throw new Error(`${kind} ${label} is not found`)
      for (const name of actorNames) {
        const actor = await world.actor(name)
        // Who has signed in and wears no hat stands in no line.
        if (actor.userId !== null && actor.hat.kind === 'NONE') continue
        const sees = (await holds[kind](actor, id)) > 0
        expect([kind, label, name, await saidOf(audience, actor)]).toEqual([kind, label, name, sees])
      }
    }
  })

  it('counts every enterprise of the city in some line', async () => {
    const officer = await world.actor('officer')
    const counted = ({ lines }: Audience) =>
      lines
        .filter(({ who }) => !['MUNICIPAL', 'JURISDICTIONS', 'INSURERS', 'PUBLIC'].includes(who))
        .reduce((sum, { all }) => sum + all, 0)
    const of = async (kind: RecordKind, id: string | undefined) => {
      const audience = await getAudience(officer, kind, id ?? '')
      return audience ? counted(audience) : null
    }
    expect(await of('activity', records.activity['published'])).toBe(6)
    expect(await of('activity', records.activity['held'])).toBe(6)
    expect(await of('import', records.import['one'])).toBe(6)
    expect(await of('announcement', records.announcement['district'])).toBe(6)
    expect(await of('announcement', records.announcement['everyone'])).toBe(6)
  })

  it.each(['practice', 'announcement'] as const)(
    'says what an enterprise of no alliance sees of a %s',
    async (kind) => {
      const { id: enterpriseId } = await db.enterprise.findUniqueOrThrow({
        where: { creditCode_name: { creditCode: '91310120MA1J000067', name: '上海己无盟化工有限公司' } },
      })
      const hat: Hat = {
        kind: 'ENTERPRISE',
        enterpriseId,
        isAdministrator: false,
        mandateKind: null,
        allianceIds: [],
        leadAllianceIds: [],
      }
      const saw: string[] = []
      for (const [label, id] of Object.entries(records[kind])) {
        const audience = await askedByAny(kind, id)
        if (!audience) throw new Error(label)
        const supervised = audience.lines.some(({ who, names }) => who === 'SUPERVISED' && names.includes('奉贤区'))
        const said = supervised || (lineOf(audience, 'OTHERS')?.seeing ?? 0) > 0
        expect([label, said]).toEqual([label, (await holds[kind](imaginedActor(hat, '2026-11-24'), id)) > 0])
        if (said) saw.push(label)
      }
      expect(saw).toEqual(kind === 'practice' ? ['public'] : ['public', 'everyone', 'district'])
    },
  )

  it('is for those alone who see the record', async () => {
    const draft = records.activity['draft'] ?? ''
    expect(await getAudience(await world.actor('lead'), 'activity', draft)).not.toBeNull()
    for (const name of ['designated', 'jinshan', 'otherCoordinator', 'stranger', 'hatless'] as const)
      expect([name, await getAudience(await world.actor(name), 'activity', draft)]).toEqual([name, null])
  })

  it.each([
    ['constructor', '00000000-0000-7000-8000-000000000000'],
    ['activity', "' OR 1=1"],
    ['activity', '00000000-0000-7000-8000-000000000000'],
  ])('finds nothing under %s/%s', async (kind, id) => {
    expect(await getAudience(await world.actor('officer'), kind, id)).toBeNull()
  })

  it('lets rights add up for an enterprise of two alliances', async () => {
    await db.membership.create({
      data: {
        allianceId: world.alliances.coatings,
        enterpriseId: world.enterprises.otherLead,
        joinedOn: toDate('2026-01-01'),
      },
    })
    const audience = await getAudience(await world.actor('officer'), 'activity', records.activity['published'] ?? '')
    const members = audience?.lines.find(({ who }) => who === 'MEMBERS')
    expect([members?.seeing, members?.all]).toEqual([3, 3])
    expect(await holds.activity(await world.actor('otherLead'), records.activity['published'] ?? '')).toBe(1)
  })
})
