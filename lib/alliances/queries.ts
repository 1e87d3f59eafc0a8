import type { Actor } from '@/lib/access/actor'
import { holdingOn, toDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { Prisma } from '@/lib/core/prisma/client'
import { isNarrow } from './announcing-policy'
import { visibleAlliances } from './policy'

/** Rows of a half-open period that hold on a day. */
export const memberOn = (day: Day) =>
  ({
    joinedOn: { lte: toDate(day) },
    OR: [{ leftOn: null }, { leftOn: { gt: toDate(day) } }],
  }) satisfies Prisma.MembershipWhereInput

const publicAllianceSelect = (today: Day) =>
  ({
    id: true,
    slug: true,
    name: true,
    shortName: true,
    nameEn: true,
    aliases: true,
    sortOrder: true,
    memberships: {
      where: { AND: [{ kind: 'LEAD' }, memberOn(today)] },
      select: { enterprise: { select: { name: true } } },
    },
    insurerAppointments: { where: holdingOn(today), select: { insurer: { select: { name: true } } } },
    _count: { select: { memberships: { where: memberOn(today) } } },
  }) satisfies Prisma.AllianceSelect

type PublicAllianceRow = Prisma.AllianceGetPayload<{ select: ReturnType<typeof publicAllianceSelect> }>

/** What everybody may know of an alliance (notice 三(一), 信息公开形式：主动公开). */
export type PublicAlliance = {
  id: string
  slug: string
  name: string
  shortName: string
  nameEn: string
  aliases: string[]
  /** 1 to 9, in the order of the notice; also picks the hue. */
  order: number
  members: number
  leadName: string | null
  insurerName: string | null
  /** When the next published activity that concerns it begins. */
  nextActivityAt: Date | null
}

/** The nine alliances in the notice's order. */
export async function listPublicAlliances(actor: Actor): Promise<PublicAlliance[]> {
  const [rows, next] = await Promise.all([
    db.alliance.findMany({
      where: visibleAlliances(actor),
      select: publicAllianceSelect(actor.today),
      orderBy: { sortOrder: 'asc' },
    }),
    nextActivities(),
  ])
  return rows.map((row) => asPublic(row, next.get(row.id) ?? null))
}

export async function getPublicAlliance(actor: Actor, slug: string): Promise<PublicAlliance | null> {
  const [row, next] = await Promise.all([
    db.alliance.findFirst({
      where: { AND: [{ slug }, visibleAlliances(actor)] },
      select: publicAllianceSelect(actor.today),
    }),
    nextActivities(),
  ])
  return row && asPublic(row, next.get(row.id) ?? null)
}

const asPublic = (row: PublicAllianceRow, nextActivityAt: Date | null): PublicAlliance => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  shortName: row.shortName,
  nameEn: row.nameEn,
  aliases: row.aliases,
  order: row.sortOrder,
  members: row._count.memberships,
  leadName: row.memberships[0]?.enterprise.name ?? null,
  insurerName: row.insurerAppointments[0]?.insurer.name ?? null,
  nextActivityAt,
})

/** Alliance → when its next published activity that is for all its members begins. Only the date is public, so nothing else of it is read. */
async function nextActivities(): Promise<Map<string, Date>> {
  const rows = await db.$queryRaw<{ allianceId: string; startsAt: Date }[]>`
    SELECT x.alliance_id AS "allianceId", min(a.starts_at) AS "startsAt"
    FROM activities a JOIN activity_alliances x ON x.activity_id = a.id
    WHERE a.state = 'PUBLISHED' AND a.starts_at > ${now()} AND NOT ${isNarrow(Prisma.sql`a.id`)}
    GROUP BY x.alliance_id`
  return new Map(rows.map(({ allianceId, startsAt }) => [allianceId, startsAt]))
}
