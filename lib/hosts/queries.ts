import type { Actor } from '@/lib/access/actor'
import type { ActivitySubject } from '@/lib/activities/queries'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { now } from '@/lib/core/now'
import type { Prisma } from '@/lib/core/prisma/client'
import { membershipsConcerned } from '@/lib/places/policy'
import { canAskHost, visibleGateRules, visibleVisitHosts } from './policy'
import { isOpenRequest } from './rules'

const visitSelect = {
  id: true,
  title: true,
  kind: true,
  state: true,
  startsAt: true,
  endsAt: true,
  place: true,
  hostAllianceId: true,
} satisfies Prisma.ActivitySelect

const gateSelect = {
  visitorsMax: true,
  meetingPoint: true,
  meetsMinutes: true,
  protection: true,
  forbidden: true,
  remarks: true,
  asksDocument: true,
  asksNumberPlate: true,
} satisfies Prisma.VisitHostSelect

const hostSelect = {
  id: true,
  state: true,
  message: true,
  reason: true,
  askedAt: true,
  askedBy: { select: { name: true } },
  answeredAt: true,
  answeredBy: { select: { name: true } },
  agreedStartsAt: true,
  enterpriseId: true,
  enterprise: { select: { name: true } },
  ...gateSelect,
  activity: {
    select: {
      ...visitSelect,
      description: true,
      placesTaken: true,
      hostAlliance: { select: { name: true, nameEn: true } },
    },
  },
} satisfies Prisma.VisitHostSelect

export type VisitHostRow = Prisma.VisitHostGetPayload<{ select: typeof hostSelect }>

export const hostSubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<VisitHostRow | null> =>
  tx.visitHost.findFirst({ where: { AND: [{ id }, visibleVisitHosts(actor)] }, select: hostSelect })

/** One request with all that its page says; null where it is absent or not for this actor. */
export const getVisitHost = async (actor: Actor, id: string): Promise<VisitHostRow | null> =>
  isId(id) ? hostSubject(db, actor, { id }) : null

/** All who were asked for an activity, the latest first. */
export const listVisitHosts = (actor: Actor, activityId: string): Promise<VisitHostRow[]> =>
  db.visitHost.findMany({
    where: { AND: [{ activityId }, visibleVisitHosts(actor)] },
    select: hostSelect,
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
  })

export const openHostOf = (hosts: VisitHostRow[]): VisitHostRow | null => hosts.find(isOpenRequest) ?? null

/** What an enterprise has still to answer, the soonest visit first. */
export async function listHostingAsked(actor: Actor): Promise<VisitHostRow[]> {
  if (actor.hat.kind !== 'ENTERPRISE') return []
  const { enterpriseId } = actor.hat
  return db.visitHost.findMany({
    where: {
      enterpriseId,
      state: 'ASKED',
      activity: { state: { in: ['DRAFT', 'PUBLISHED'] }, startsAt: { gt: now() } },
    },
    select: hostSelect,
    orderBy: [{ activity: { startsAt: 'asc' } }, { id: 'asc' }],
  })
}

const rulesSelect = { id: true, enterprise: { select: { name: true } }, ...gateSelect } satisfies Prisma.VisitHostSelect

export type GateRules = Prisma.VisitHostGetPayload<{ select: typeof rulesSelect }>

/** The rules of the gate, for those whom they concern. */
export const getGateRules = (actor: Actor, activityId: string): Promise<GateRules | null> =>
  db.visitHost.findFirst({ where: { AND: [{ activityId }, visibleGateRules(actor)] }, select: rulesSelect })

/** The members who may be asked: those of the activity's alliances on its day. Empty for whoever may not ask. */
export async function listPossibleHosts(
  actor: Actor,
  activity: Pick<ActivitySubject, 'id' | 'startsAt' | 'hostAllianceId'>,
): Promise<{ id: string; name: string }[]> {
  if (!canAskHost(actor, activity)) return []
  return db.enterprise.findMany({
    where: { memberships: { some: membershipsConcerned(activity) } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
}

/** Of these requests the ones that the actor still sees. */
export async function listSeenHostIds(actor: Actor, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db.visitHost.findMany({
    where: { AND: [{ id: { in: ids } }, visibleVisitHosts(actor)] },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
