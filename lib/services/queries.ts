import type { Actor } from '@/lib/access/actor'
import { titledLike } from '@/lib/activities/list-queries'
import { fromDate, startOfDay } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import { cutPage, decodeCursor, pageSize, type Cursor, type Page } from '@/lib/core/paging'
import { Prisma } from '@/lib/core/prisma/client'
import { isServed } from '@/lib/presence/counting-queries'
import { servedAttendances, visibleServices } from './policy'
import { kindsOfItem, staffOn, type ServiceFilter } from './rules'

/** What an enterprise confirms: an activity at which it was. */
export async function servedSubject(tx: Tx, actor: Actor, { activityId }: { activityId: string }) {
  const { hat } = actor
  const enterpriseId = hat.kind === 'ENTERPRISE' ? hat.enterpriseId : null
  const activity = await tx.activity.findFirst({
    where: { AND: [{ id: activityId }, visibleServices(actor)] },
    select: { id: true, title: true, state: true },
  })
  // Whoever serves or watches sees the activity, but is none of its enterprises.
  return activity && { ...activity, enterpriseId }
}

export type ServedSubject = NonNullable<Awaited<ReturnType<typeof servedSubject>>>

/** The services of a year that the actor sees and the filter asks for. */
export async function servicesWhere(actor: Actor, filter: ServiceFilter): Promise<Prisma.ActivityWhereInput> {
  const { year, alliance, item, isWaiting, q } = filter
  const from = startOfDay(`${year}-01-01`)
  const to = startOfDay(`${year + 1}-01-01`)
  return {
    AND: [
      visibleServices(actor),
      { startsAt: { gte: from, lt: to } },
      alliance ? { hostAlliance: { slug: alliance } } : {},
      item ? { kind: { in: kindsOfItem(item) } } : {},
      q ? titledLike(q) : {},
      isWaiting ? { id: { in: await listWaiting(actor, from, to) } } : {},
    ],
  }
}

/** What was closed and some enterprise that was there, and that the actor watches, has not confirmed. */
async function listWaiting({ hat }: Actor, from: Date, to: Date): Promise<string[]> {
  const own = hat.kind === 'ENTERPRISE' ? Prisma.sql`AND t.enterprise_id = ${hat.enterpriseId}::uuid` : Prisma.empty
  const watched =
    hat.kind === 'JURISDICTION'
      ? Prisma.sql`AND e.supervising_jurisdiction_id = ${hat.jurisdictionId}::uuid`
      : Prisma.empty
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT a.id FROM activities a
    JOIN attendances t ON t.activity_id = a.id AND ${isServed}
    JOIN enterprises e ON e.id = t.enterprise_id
    WHERE a.state = 'CLOSED' AND a.starts_at >= ${from} AND a.starts_at < ${to} ${own} ${watched}
      AND NOT EXISTS (
        SELECT FROM service_confirmations c WHERE c.activity_id = a.id AND c.enterprise_id = t.enterprise_id)`
  return rows.map(({ id }) => id)
}

const rowSelect = {
  id: true,
  kind: true,
  state: true,
  title: true,
  startsAt: true,
  endsAt: true,
  place: true,
  mode: true,
  hostAllianceId: true,
  insurerId: true,
  insurer: { select: { shortName: true } },
  closedAt: true,
} satisfies Prisma.ActivitySelect

type ActivityOfService = Prisma.ActivityGetPayload<{ select: typeof rowSelect }>

export type ServiceRow = ActivityOfService & { staff: string[]; enterprises: number; people: number; confirmed: number }

function positionOf(cursor: Cursor | null, isRising: boolean): Prisma.ActivityWhereInput {
  if (typeof cursor?.value !== 'string' || Number.isNaN(Date.parse(cursor.value))) return {}
  const at = new Date(cursor.value)
  const beyond = isRising ? { gt: at } : { lt: at }
  return { OR: [{ startsAt: beyond }, { startsAt: at, id: isRising ? { gt: cursor.id } : { lt: cursor.id } }] }
}

export type ServiceList = Page<ServiceRow> & { total: number }

/** Services of a year, the latest first, with how many were there and how many have confirmed. */
export async function listServices(actor: Actor, filter: ServiceFilter, position?: string): Promise<ServiceList> {
  const cursor = decodeCursor(position)
  const isRising = cursor?.direction === 'before'
  const where = await servicesWhere(actor, filter)
  const order = isRising ? 'asc' : 'desc'
  const [read, total] = await Promise.all([
    db.activity.findMany({
      where: { AND: [where, positionOf(cursor, isRising)] },
      select: rowSelect,
      orderBy: [{ startsAt: order }, { id: order }],
      take: pageSize + 1,
    }),
    db.activity.count({ where }),
  ])
  const page = cutPage(read, cursor, ({ startsAt }) => startsAt.toISOString())
  return { ...page, rows: await counted(actor, page.rows), total }
}

/** Three queries for a page, however many rows it has. */
async function counted(actor: Actor, activities: ActivityOfService[]): Promise<ServiceRow[]> {
  const ids = activities.map(({ id }) => id)
  const own = actor.hat.kind === 'ENTERPRISE' ? { enterpriseId: actor.hat.enterpriseId } : {}
  const [came, confirmed, terms] = await Promise.all([
    db.attendance.groupBy({
      by: ['activityId', 'enterpriseId'],
      where: { AND: [{ activityId: { in: ids } }, servedAttendances(actor)] },
      _count: true,
    }),
    db.serviceConfirmation.findMany({
      where: { activityId: { in: ids }, ...own },
      select: { activityId: true, enterpriseId: true },
    }),
    listTerms(activities),
  ])
  const confirmations = new Set(confirmed.map(({ activityId, enterpriseId }) => `${activityId} ${enterpriseId}`))
  return activities.map((activity) => {
    const firms = came.filter(({ activityId }) => activityId === activity.id)
    return {
      ...activity,
      staff: staffOn(terms, activity.hostAllianceId, activity.startsAt),
      enterprises: firms.length,
      people: firms.reduce((sum, { _count }) => sum + _count, 0),
      confirmed: firms.filter(({ enterpriseId }) => confirmations.has(`${activity.id} ${enterpriseId ?? ''}`)).length,
    }
  })
}

/** Whom the insurers had named for the alliances of these activities. */
export async function listTerms(activities: { hostAllianceId: string; insurerId: string | null }[]) {
  const terms = await db.insurerAppointment.findMany({
    where: {
      allianceId: { in: [...new Set(activities.map(({ hostAllianceId }) => hostAllianceId))] },
      insurerId: { in: [...new Set(activities.flatMap(({ insurerId }) => insurerId ?? []))] },
    },
    select: {
      allianceId: true,
      startsOn: true,
      endsOn: true,
      coordinator: { select: { name: true } },
      deputy: { select: { name: true } },
    },
    orderBy: { startsOn: 'desc' },
  })
  return terms.map(({ allianceId, startsOn, endsOn, coordinator, deputy }) => ({
    allianceId,
    startsOn: startOfDay(fromDate(startsOn)),
    endsOn: endsOn && startOfDay(fromDate(endsOn)),
    people: deputy ? [coordinator.name, deputy.name] : [coordinator.name],
  }))
}

const confirmationSelect = {
  confirmedAt: true,
  remark: true,
  confirmedBy: { select: { name: true } },
} satisfies Prisma.ServiceConfirmationSelect

export type Confirmation = Prisma.ServiceConfirmationGetPayload<{ select: typeof confirmationSelect }>

/** How the own enterprise stands with an activity that was closed: null where it was not served there. */
export async function getOwnService(
  actor: Actor,
  activityId: string,
): Promise<{ confirmation: Confirmation | null } | null> {
  if (actor.hat.kind !== 'ENTERPRISE') return null
  const { enterpriseId } = actor.hat
  const [activity, confirmation] = await Promise.all([
    db.activity.findFirst({
      where: { AND: [{ id: activityId, state: 'CLOSED' }, visibleServices(actor)] },
      select: { id: true },
    }),
    db.serviceConfirmation.findUnique({
      where: { activityId_enterpriseId: { activityId, enterpriseId } },
      select: confirmationSelect,
    }),
  ])
  return activity && { confirmation }
}
