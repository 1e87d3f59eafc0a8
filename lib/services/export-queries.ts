import type { Actor } from '@/lib/access/actor'
import { recordAccess } from '@/lib/access/audit'
import { db } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { hasServices, servedAttendances } from './policy'
import { listTerms, servicesWhere } from './queries'
import { staffOn, type ServiceFilter } from './rules'

const activitySelect = {
  id: true,
  kind: true,
  title: true,
  startsAt: true,
  endsAt: true,
  place: true,
  onlineUrl: true,
  minutes: true,
  closedAt: true,
  insurerId: true,
  hostAllianceId: true,
  hostAlliance: { select: { name: true } },
  insurer: { select: { name: true } },
  agenda: { select: { title: true }, orderBy: { position: 'asc' } },
} satisfies Prisma.ActivitySelect

type ServedActivity = Prisma.ActivityGetPayload<{ select: typeof activitySelect }>

const attendanceSelect = {
  activityId: true,
  enterpriseId: true,
  enterprise: { select: { name: true } },
  user: { select: { name: true } },
} satisfies Prisma.AttendanceSelect

const confirmationSelect = {
  activityId: true,
  enterpriseId: true,
  confirmedAt: true,
  remark: true,
  confirmedBy: { select: { name: true } },
} satisfies Prisma.ServiceConfirmationSelect

const itemSelect = {
  activityId: true,
  ownerEnterpriseId: true,
  text: true,
  state: true,
} satisfies Prisma.ActionItemSelect

export type ServiceLine = {
  activity: ServedActivity
  enterprise: string
  people: string[]
  staff: string[]
  /** What the enterprise took home to do, and whether it is done: the revisit. */
  items: Prisma.ActionItemGetPayload<{ select: typeof itemSelect }>[]
  confirmation: Prisma.ServiceConfirmationGetPayload<{ select: typeof confirmationSelect }> | null
}

/** A line for each enterprise of each service, the latest first; who took them is logged. Null without any hat. */
export async function exportServices(actor: Actor, filter: ServiceFilter): Promise<ServiceLine[] | null> {
  if (!hasServices(actor)) return null
  const activities = await db.activity.findMany({
    where: await servicesWhere(actor, filter),
    select: activitySelect,
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
  })
  const lines = await linesOf(actor, activities)
  const detail = { ...filter, rows: lines.length }
  await recordAccess(db, actor, { kind: 'EXPORT', subjectType: 'service', subjectId: null, detail })
  return lines
}

const keyOf = (activityId: string, enterpriseId: string | null): string => `${activityId} ${enterpriseId ?? ''}`

async function linesOf(actor: Actor, activities: ServedActivity[]): Promise<ServiceLine[]> {
  const of = { activityId: { in: activities.map(({ id }) => id) } }
  const [attendances, confirmations, items, terms] = await Promise.all([
    db.attendance.findMany({
      where: { AND: [of, servedAttendances(actor)] },
      select: attendanceSelect,
      orderBy: [{ enterprise: { name: 'asc' } }, { checkedInAt: 'asc' }, { id: 'asc' }],
    }),
    db.serviceConfirmation.findMany({ where: of, select: confirmationSelect }),
    db.actionItem.findMany({
      where: { ...of, removedAt: null, ownerEnterpriseId: { not: null } },
      select: itemSelect,
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    }),
    listTerms(activities),
  ])
  const confirmed = new Map(confirmations.map((one) => [keyOf(one.activityId, one.enterpriseId), one]))
  const firms = new Map<string, Map<string, ServiceLine>>(activities.map(({ id }) => [id, new Map()]))
  const byId = new Map(activities.map((activity) => [activity.id, activity]))
  for (const { activityId, enterpriseId, enterprise, user } of attendances) {
    const activity = byId.get(activityId)
    const ofActivity = firms.get(activityId)
    if (!activity || !ofActivity) continue
    const key = keyOf(activityId, enterpriseId)
    const line = ofActivity.get(key) ?? {
      activity,
      enterprise: enterprise?.name ?? '',
      people: [],
      staff: staffOn(terms, activity.hostAllianceId, activity.startsAt),
      items: items.filter((item) => keyOf(item.activityId, item.ownerEnterpriseId) === key),
      confirmation: confirmed.get(key) ?? null,
    }
    line.people.push(user.name)
    ofActivity.set(key, line)
  }
  return [...firms.values()].flatMap((ofActivity) => [...ofActivity.values()])
}
