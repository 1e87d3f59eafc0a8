import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { mergeEnterprises, undoMerge } from '@/lib/duplicates/merge-actions'
import { act } from '../support/act'
import { certify } from '../certificates/closed-training'
import type { World } from '../support/world'

const day = toDate('2026-01-01')

/** An activity of coatings that was held on a day, both of whose firms may have been there. */
export async function held(world: World, code: string, startsAt: string, allianceId = world.alliances.coatings) {
  const { id } = await db.activity.create({
    data: {
      code,
      kind: 'TRAINING',
      state: 'HELD',
      title: code,
      hostAllianceId: allianceId,
      startsAt: new Date(startsAt),
      endsAt: new Date(Date.parse(startsAt) + 3_600_000),
      checkInSecret: code,
      createdById: world.people.officer.userId,
      alliances: { create: { allianceId } },
    },
  })
  return id
}

/** Somebody who came when it began and stayed. */
export async function came(
  activityId: string,
  userId: string,
  enterpriseId: string,
  registrationId: string | null = null,
): Promise<{ id: string }> {
  const { startsAt } = await db.activity.findUniqueOrThrow({ where: { id: activityId }, select: { startsAt: true } })
  return db.attendance.create({
    data: {
      activityId,
      userId,
      enterpriseId,
      registrationId,
      checkedInAt: startsAt,
      method: 'DOOR_DESK',
      mandateKind: 'PRINCIPAL',
    },
    select: { id: true },
  })
}

export const registered = (
  activityId: string,
  enterpriseId: string,
  userId: string | null,
  state: 'PLACED' | 'ON_LEAVE',
  createdById: string,
) => db.registration.create({ data: { activityId, enterpriseId, userId, state, createdById } })

/**
 * `member` and `neighbour` of the world are one establishment: beside what is the one's or the other's alone they are in
 * one alliance, were at one activity, and one person has mandate and office of both. Every table that names an enterprise
 * has a row of `neighbour`.
 */
export async function doubled(world: World) {
  const { enterprises, people, alliances, years } = world
  const [kept, gone] = [enterprises.member, enterprises.neighbour]
  const by = people.officer.userId
  const both = people.principal.userId
  const third = await db.alliance.create({
    data: { slug: 'third', name: '第三联盟', shortName: '第三', nameEn: 'Third', aliases: [], sortOrder: 9 },
  })
  const lead = await db.membership.create({
    data: { allianceId: third.id, enterpriseId: gone, kind: 'LEAD', joinedOn: day },
  })
  await db.leadDecision.create({
    data: {
      allianceId: third.id,
      enterpriseId: gone,
      membershipId: lead.id,
      decidedOn: day,
      reason: '规模大',
      decidedById: by,
    },
  })
  const mandate = { userId: both, kind: 'PRINCIPAL', validFrom: day } as const
  await db.mandate.create({ data: { ...mandate, enterpriseId: gone } })
  await db.appointment.createMany({
    data: [people.clerk.userId, people.hatless.userId].map((userId) => ({
      userId,
      role: 'ENTERPRISE' as const,
      enterpriseId: gone,
      startsOn: day,
    })),
  })
  await db.licence.create({ data: { enterpriseId: gone, kind: 'HAZCHEM_USE', number: '沪危使字〔2026〕1' } })
  const meeting = await held(world, 'MEET', '2026-03-01T02:00:00Z')
  const later = await held(world, 'LATER', '2026-09-01T02:00:00Z', third.id)
  const coming = await held(world, 'COMING', '2026-12-01T02:00:00Z')
  const place = await registered(meeting, gone, people.neighbour.userId, 'PLACED', by)
  await registered(meeting, kept, people.designated.userId, 'PLACED', by)
  for (const firm of [kept, gone]) await registered(coming, firm, null, 'ON_LEAVE', by)
  for (const firm of [kept, gone]) await came(meeting, both, firm)
  await came(meeting, people.neighbour.userId, gone, place.id)
  await came(later, people.neighbour.userId, gone)
  await certify(world, later, people.neighbour.userId, gone)
  await db.audienceRule.createMany({ data: [meeting, coming].map((activityId) => ({ activityId })) })
  await db.audienceExclusion.createMany({
    data: [
      { activityId: meeting, enterpriseId: kept },
      { activityId: meeting, enterpriseId: gone },
      { activityId: coming, enterpriseId: gone },
    ],
  })
  const times = { startsAt: new Date('2026-12-01T02:00:00Z'), endsAt: new Date('2026-12-01T03:00:00Z'), createdAt: day }
  const slot = { activityId: coming, topic: '静电防护', seats: 9, seatsTaken: 2, offeredById: by, ...times }
  const [booked, hosted] = await Promise.all(
    [enterprises.lead, gone].map((hostEnterpriseId) => db.visitSlot.create({ data: { ...slot, hostEnterpriseId } })),
  )
  await db.slotBooking.createMany({
    data: [
      { slotId: booked?.id ?? '', enterpriseId: kept },
      { slotId: booked?.id ?? '', enterpriseId: gone },
      { slotId: hosted?.id ?? '', enterpriseId: gone },
    ].map((one) => ({ ...one, seats: 1, bookedById: by, createdAt: day })),
  })
  const wished = { wishedFrom: day, wishedTo: day, requestedById: by, requestedAt: day }
  const text = { field: 'STORAGE' as const, title: '储罐区防雷', description: '请专家看一看' }
  await db.guidanceRequest.create({ data: { enterpriseId: gone, ...text, ...wished } })
  const speaker = { theme: '静电接地', namedById: by, namedAt: day }
  await db.activitySpeaker.createMany({
    data: [
      { activityId: meeting, enterpriseId: kept, ...speaker },
      { activityId: meeting, enterpriseId: gone, ...speaker },
      { activityId: coming, enterpriseId: gone, ...speaker },
    ],
  })
  const inspection = { activityId: coming, scope: '静电接地', pairedById: by, pairedAt: day }
  await db.inspectionPair.createMany({
    data: [
      { inspectorId: kept, inspectedId: enterprises.lead },
      { inspectorId: gone, inspectedId: enterprises.lead },
      { inspectorId: enterprises.lead, inspectedId: gone },
      { inspectorId: gone, inspectedId: kept },
      { inspectorId: gone, inspectedId: enterprises.otherLead },
    ].map((one) => ({ ...one, ...inspection })),
  })
  await db.visitHost.create({ data: { activityId: coming, enterpriseId: gone, askedById: by, askedAt: day } })
  await db.serviceConfirmation.createMany({
    data: [
      { activityId: meeting, enterpriseId: kept },
      { activityId: meeting, enterpriseId: gone },
      { activityId: later, enterpriseId: gone },
    ].map((one) => ({ ...one, confirmedById: by, confirmedAt: day })),
  })
  await db.dispute.createMany({
    data: [
      { activityId: meeting, enterpriseId: kept },
      { activityId: meeting, enterpriseId: gone },
      { activityId: later, enterpriseId: gone },
    ].map((one) => ({ ...one, userId: both, reason: '全程在场', filedById: both, filedAt: day })),
  })
  await db.actionItem.create({
    data: {
      activityId: meeting,
      text: '报送报告',
      ownerEnterpriseId: gone,
      dueOn: day,
      givenById: by,
      givenAt: day,
    },
  })
  await db.topic.create({ data: { allianceYearId: years.coatings, title: '溶剂', ownerId: gone } })
  const practice = { allianceId: alliances.coatings, createdById: by }
  const [own, other, ofLead] = await Promise.all([
    db.practice.create({ data: { ...practice, enterpriseId: gone, adoptedCount: 1 } }),
    db.practice.create({ data: { ...practice, enterpriseId: enterprises.lead, adoptedCount: 2 } }),
    db.practice.create({ data: { ...practice, enterpriseId: enterprises.lead, adoptedCount: 1 } }),
  ])
  await db.adoption.createMany({
    data: [
      { practiceId: own.id, enterpriseId: kept },
      { practiceId: other.id, enterpriseId: kept },
      { practiceId: other.id, enterpriseId: gone },
      { practiceId: ofLead.id, enterpriseId: gone },
    ].map((one) => ({ ...one, byId: by, adoptedAt: day })),
  })
  const announced = await Promise.all(
    ['甲', '乙'].map((title) =>
      db.announcement.create({
        data: {
          title,
          body: title,
          audience: 'ALLIANCES',
          authorRole: 'ENTERPRISE',
          enterpriseId: gone,
          createdById: by,
        },
      }),
    ),
  )
  const [first = { id: '' }, second = { id: '' }] = announced
  const read = { userId: both, at: day }
  await db.announcementRead.createMany({
    data: [
      { ...read, announcementId: first.id, enterpriseId: kept },
      { ...read, announcementId: first.id, enterpriseId: gone },
      { ...read, announcementId: second.id, enterpriseId: gone },
    ],
  })
  await db.enterprise.update({ where: { id: enterprises.stranger }, data: { mergedIntoId: gone, closedOn: day } })
  await db.activationCode.create({
    data: { enterpriseId: gone, codeHash: 'x', issuedById: by, issuedAt: day, expiresAt: toDate('2027-01-01') },
  })
  await db.enterpriseSupervision.create({
    data: { enterpriseId: gone, jurisdictionId: world.jurisdictions.jinshan, endsOn: toDate('2026-02-01') },
  })
  await db.problem.create({
    data: {
      allianceYearId: years.coatings,
      title: '静电接地',
      finding: '检测超期',
      recommendation: '每半年检测一次',
      dueOn: day,
      createdById: by,
      createdAt: day,
      state: 'SENT',
      sentAt: day,
      todos: { create: { enterpriseId: gone } },
    },
  })
  const accident = await db.accidentCase.create({
    data: {
      title: '苯罐闪爆',
      happenedOn: day,
      place: '上海',
      happened: '闪爆',
      causes: '残留物料',
      lessons: '连续检测',
      createdById: by,
      createdAt: day,
    },
  })
  await db.selfCheck.create({
    data: {
      caseId: accident.id,
      allianceId: alliances.coatings,
      dueOn: day,
      sentById: by,
      sentAt: day,
      replies: { create: { enterpriseId: gone } },
    },
  })
  return { kept, gone, third: third.id, practices: { own: own.id, other: other.id, ofLead: ofLead.id } }
}

/** What a merge leaves behind wherever it passes: stamps, versions, its own journal, and the trails. */
const passing = ['version', 'updated_at']
const apart = ['audit_events', 'access_events', 'enterprise_merges', 'merge_moves', '_prisma_migrations']

/** Every row of every other table. */
export async function everyRow(): Promise<Record<string, string[]>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`
  const rows: Record<string, string[]> = {}
  for (const { name } of tables.filter((table) => !apart.includes(table.name))) {
    const found = await db.$queryRawUnsafe<{ row: string }[]>(
      `SELECT (to_jsonb(t) - $1::text[])::text AS row FROM "${name}" t ORDER BY 1`,
      passing,
    )
    rows[name] = found.map(({ row }) => row)
  }
  return rows
}

type Asked = { keptId?: string; goneId?: string; choices?: Record<string, 'KEPT' | 'GONE'>; isSure?: boolean }

/** Merges `neighbour` into `member` as the officer, from the versions that stand. */
export async function merge(world: World, asked: Asked = {}) {
  const { keptId = world.enterprises.member, goneId = world.enterprises.neighbour, choices = {}, isSure = true } = asked
  const version = async (id: string) => (await db.enterprise.findUniqueOrThrow({ where: { id } })).version
  return act(world, 'officer', mergeEnterprises, {
    keptId,
    goneId,
    keptVersion: await version(keptId),
    goneVersion: await version(goneId),
    choices,
    reason: '同一厂区，同一法人',
    isSure,
  })
}

export const lastMerge = () => db.enterpriseMerge.findFirstOrThrow({ orderBy: { id: 'desc' } })

export const undo = async (world: World) => act(world, 'officer', undoMerge, { mergeId: (await lastMerge()).id })
