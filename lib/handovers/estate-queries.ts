import { fromDate, fromDateOrNull, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import type { MandateKind } from '@/lib/core/prisma/enums'
import type { Office } from '@/lib/users/schema'

type Named = { id: string; title: string }

/** A post at an alliance, as coordinator or as deputy, that holds today or later. */
export type Post = {
  id: string
  allianceId: string
  alliance: string
  insurerId: string
  coordinatorId: string
  deputyId: string | null
  startsOn: Day
  endsOn: Day | null
  reason: string
}

/** Everything open that a person owns in an office (ADR 043). */
export type Estate = {
  posts: Post[]
  deputyPosts: Post[]
  activities: Named[]
  announcements: Named[]
  covers: { id: string; alliance: string; coordinatorId: string; from: Day; endsOn: Day }[]
  registrations: (Named & { activityId: string })[]
  mandates: { id: string; kind: MandateKind; validTo: Day | null; validFrom: Day }[]
}

type Owner = { userId: string; office: Office }
type When = { today: Day; at: Date }

export const isEmpty = (estate: Estate): boolean => Object.values(estate).every((rows) => rows.length === 0)

/** Whether somebody must be named: a post or an activity would be left without anybody. */
export const needsSuccessor = ({ posts, activities }: Estate): boolean => posts.length + activities.length > 0

/** Read in one transaction with what is done about it. */
export async function estateOf(tx: Tx, owner: Owner, when: When): Promise<Estate> {
  const { role, officeId } = owner.office
  const nothing = { posts: [], deputyPosts: [], activities: [], covers: [], registrations: [], mandates: [] }
  const announcements = await announcementsOf(tx, owner, when)
  if (role === 'INSURER' && officeId)
    return { ...nothing, announcements, ...(await ofInsurer(tx, owner.userId, officeId, when)) }
  if (role === 'ENTERPRISE' && officeId)
    return { ...nothing, announcements, ...(await ofEnterprise(tx, owner.userId, officeId, when)) }
  return { ...nothing, announcements }
}

async function ofInsurer(tx: Tx, userId: string, insurerId: string, { today, at }: When) {
  const open = { OR: [{ endsOn: null }, { endsOn: { gt: toDate(today) } }] }
  const posts = await tx.insurerAppointment.findMany({
    where: { AND: [{ insurerId }, open, { OR: [{ coordinatorId: userId }, { deputyId: userId }] }] },
    select: {
      id: true,
      allianceId: true,
      insurerId: true,
      coordinatorId: true,
      deputyId: true,
      startsOn: true,
      endsOn: true,
      reason: true,
      alliance: { select: { name: true } },
    },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  })
  const activities = await tx.activity.findMany({
    where: { createdById: userId, insurerId, OR: [{ state: 'DRAFT' }, { state: 'PUBLISHED', endsAt: { gt: at } }] },
    select: { id: true, title: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  const covers = await tx.cover.findMany({
    where: { deputyId: userId, endsOn: { gt: toDate(today) }, appointment: { insurerId } },
    select: {
      id: true,
      startsOn: true,
      endsOn: true,
      appointment: { select: { coordinatorId: true, alliance: { select: { name: true } } } },
    },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  })
  const held = posts.map(({ alliance, startsOn, endsOn, ...post }) => ({
    ...post,
    alliance: alliance.name,
    startsOn: fromDate(startsOn),
    endsOn: fromDateOrNull(endsOn),
  }))
  return {
    posts: held.filter(({ coordinatorId }) => coordinatorId === userId),
    deputyPosts: held.filter(({ deputyId }) => deputyId === userId),
    activities,
    covers: covers
      .filter(({ startsOn, endsOn }) => endsOn > startsOn)
      .map(({ id, startsOn, endsOn, appointment }) => ({
        id,
        alliance: appointment.alliance.name,
        coordinatorId: appointment.coordinatorId,
        from: fromDate(startsOn),
        endsOn: fromDate(endsOn),
      })),
  }
}

async function ofEnterprise(tx: Tx, userId: string, enterpriseId: string, { today, at }: When) {
  const registrations = await tx.registration.findMany({
    where: { userId, enterpriseId, state: { in: ['PLACED', 'WAITING'] }, activity: { startsAt: { gt: at } } },
    select: { id: true, activityId: true, activity: { select: { title: true } } },
    orderBy: { id: 'asc' },
  })
  const mandates = await tx.mandate.findMany({
    where: { userId, enterpriseId, OR: [{ validTo: null }, { validTo: { gte: toDate(today) } }] },
    select: { id: true, kind: true, validFrom: true, validTo: true },
    orderBy: { id: 'asc' },
  })
  return {
    registrations: registrations.map(({ activity, ...row }) => ({ ...row, title: activity.title })),
    mandates: mandates.map(({ validFrom, validTo, ...row }) => ({
      ...row,
      validFrom: fromDate(validFrom),
      validTo: fromDateOrNull(validTo),
    })),
  }
}

/** What the person has written for the office and nobody reads yet. */
const announcementsOf = (tx: Tx, { userId, office: { role, officeId } }: Owner, { at }: When): Promise<Named[]> =>
  tx.announcement.findMany({
    where: {
      AND: [
        { createdById: userId, withdrawnAt: null, authorRole: role },
        { OR: [{ publishAt: null }, { publishAt: { gt: at } }] },
        role === 'JURISDICTION' ? { jurisdictionId: officeId } : {},
        role === 'INSURER' ? { insurerId: officeId } : {},
        role === 'ENTERPRISE' ? { enterpriseId: officeId } : {},
      ],
    },
    select: { id: true, title: true },
    orderBy: { id: 'asc' },
  })
