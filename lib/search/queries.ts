import type { Actor } from '@/lib/access/actor'
import { titledLike } from '@/lib/activities/list-queries'
import { visibleActivities } from '@/lib/activities/policy'
import { announcementsTitled } from '@/lib/announcements/list-queries'
import { visibleAnnouncements } from '@/lib/announcements/policy'
import { enterableAlliances } from '@/lib/alliances/policy'
import { holdingOn, toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleEnterprises, visibleMandates } from '@/lib/enterprises/policy'
import { searchedEnterprises } from '@/lib/enterprises/search-queries'
import { findPractices as practicesNamed, type PracticeRow } from '@/lib/practices/list-queries'
import { canListUsers, visibleUsers } from '@/lib/users/policy'
import { distanceOf, isNamed } from './rules'

/** The first of what was found, and whether there is more. */
export type Found<T> = { rows: T[]; hasMore: boolean }

const cut = <T>(rows: T[], most: number): Found<T> => ({ rows: rows.slice(0, most), hasMore: rows.length > most })

const enterpriseSelect = {
  id: true,
  name: true,
  shortName: true,
  establishment: true,
  creditCode: true,
  closedOn: true,
  supervisingJurisdictionId: true,
  supervisingJurisdiction: { select: { shortName: true, name: true, nameEn: true } },
} satisfies Prisma.EnterpriseSelect

export type FoundEnterprise = Prisma.EnterpriseGetPayload<{ select: typeof enterpriseSelect }>

/** Tokens say that the pieces are there, not in which order: the best of so many are shown. */
const rankedMax = 100

/** Enterprises, those first whose name begins with what was typed, the closed ones last. */
export async function findEnterprises(actor: Actor, query: string, most: number): Promise<Found<FoundEnterprise>> {
  const asked = searchedEnterprises(actor, query)
  if (!asked) return cut([], most)
  const rows = await db.enterprise.findMany({
    where: { AND: [visibleEnterprises(actor), { mergedIntoId: null }, asked] },
    select: enterpriseSelect,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: rankedMax,
  })
  const ranked = rows.map((row) => ({ row, distance: distanceOf(query, row) + (row.closedOn ? 3 : 0) }))
  return cut(
    ranked.toSorted((a, b) => a.distance - b.distance).map(({ row }) => row),
    most,
  )
}

const activitySelect = {
  id: true,
  kind: true,
  state: true,
  title: true,
  startsAt: true,
  hostAlliance: { select: { shortName: true, nameEn: true } },
} satisfies Prisma.ActivitySelect

export type FoundActivity = Prisma.ActivityGetPayload<{ select: typeof activitySelect }>

/** Activities by their title, the latest first, as the list of activities finds them. */
export async function findActivities(actor: Actor, query: string, most: number): Promise<Found<FoundActivity>> {
  const rows = await db.activity.findMany({
    where: { AND: [visibleActivities(actor), titledLike(query)] },
    select: activitySelect,
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take: most + 1,
  })
  return cut(rows, most)
}

const announcementSelect = {
  id: true,
  title: true,
  publishAt: true,
  withdrawnAt: true,
} satisfies Prisma.AnnouncementSelect

export type FoundAnnouncement = Prisma.AnnouncementGetPayload<{ select: typeof announcementSelect }>

/** Announcements by their title, the latest first, as the list finds them. */
export async function findAnnouncements(actor: Actor, query: string, most: number): Promise<Found<FoundAnnouncement>> {
  const rows = await db.announcement.findMany({
    where: { AND: [visibleAnnouncements(actor, now()), announcementsTitled(query)] },
    select: announcementSelect,
    orderBy: [{ publishAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
    take: most + 1,
  })
  return cut(rows, most)
}

/** Practices by title or owner, as the library finds them. */
export const findPractices = async (actor: Actor, query: string, most: number): Promise<Found<PracticeRow>> =>
  cut(await practicesNamed(actor, query, most + 1), most)

export type FoundAlliance = { slug: string; name: string; nameEn: string; shortName: string }

/** Alliances whose pages the actor enters, by any of their names: there are nine. */
export async function findAlliances(actor: Actor, query: string): Promise<FoundAlliance[]> {
  const alliances = await db.alliance.findMany({
    where: enterableAlliances(actor),
    select: { slug: true, name: true, nameEn: true, shortName: true, aliases: true },
    orderBy: { sortOrder: 'asc' },
  })
  return alliances.filter(({ name, nameEn, shortName, aliases }) =>
    isNamed(query, [name, nameEn, shortName, ...aliases]),
  )
}

const personSelect = (actor: Actor) =>
  ({
    id: true,
    name: true,
    appointments: {
      where: holdingOn(actor.today),
      select: {
        role: true,
        jurisdiction: { select: { name: true } },
        insurer: { select: { shortName: true } },
        enterprise: { select: { name: true } },
      },
      orderBy: { id: 'asc' },
      take: 1,
    },
    mandates: {
      where: mandatedOn(actor),
      select: { enterprise: { select: { id: true, name: true } } },
      orderBy: { id: 'asc' },
      take: 1,
    },
  }) satisfies Prisma.UserSelect

/** Mandates of today, of enterprises whose people the actor knows. */
const mandatedOn = (actor: Actor): Prisma.MandateWhereInput => ({
  AND: [
    visibleMandates(actor),
    { validFrom: { lte: toDate(actor.today) } },
    { OR: [{ validTo: null }, { validTo: { gte: toDate(actor.today) } }] },
  ],
})

export type FoundPerson = Prisma.UserGetPayload<{ select: ReturnType<typeof personSelect> }>

/**
 * People: the accounts that the actor administers, by name or account, and by name whoever may represent an enterprise
 * whose dossier it reads. What an account is called is nobody else's business.
 */
export async function findPeople(actor: Actor, query: string, most: number): Promise<Found<FoundPerson>> {
  const letters = query.toLowerCase()
  const named: Prisma.UserWhereInput[] = [{ name: { contains: query } }, { namePinyin: { contains: letters } }]
  const digits = query.replaceAll(/\D/g, '')
  const account: Prisma.UserWhereInput[] = [
    { email: { contains: letters } },
    ...(digits.length > 3 ? [{ phone: { contains: digits } }] : []),
  ]
  const administered: Prisma.UserWhereInput = { AND: [visibleUsers(actor), { OR: [...named, ...account] }] }
  const mandated: Prisma.UserWhereInput = { AND: [{ mandates: { some: mandatedOn(actor) } }, { OR: named }] }
  const rows = await db.user.findMany({
    where: { OR: [...(canListUsers(actor) ? [administered] : []), mandated] },
    select: personSelect(actor),
    orderBy: [{ namePinyin: 'asc' }, { id: 'asc' }],
    take: most + 1,
  })
  return cut(rows, most)
}
