import { dayOf } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Prisma } from '@/lib/core/prisma/client'
import { notify } from '@/lib/notifications/mutations'
import { lockActivity } from '@/lib/places/room-mutations'
import { writeDown } from './mutations'
import { isGateDue, settledBefore } from './rules'

const visitSelect = {
  id: true,
  kind: true,
  state: true,
  title: true,
  place: true,
  startsAt: true,
  endsAt: true,
  updatedAt: true,
  visitHosts: { where: { state: 'AGREED' }, select: { id: true, enterpriseId: true, agreedStartsAt: true } },
} satisfies Prisma.ActivitySelect

type Visit = Prisma.ActivityGetPayload<{ select: typeof visitSelect }>

/**
 * Tells the host of a site visit what it has to know of it now: that the list for its gate is ready, or that the draft it
 * had agreed to has another time, to which it may agree anew. Once to each person for each start; what is no longer so
 * when it comes to be told is not told.
 * @returns how many people
 */
export async function remindHost(tx: Tx, activityId: string, at: Date): Promise<number> {
  await lockActivity(tx, activityId)
  const visit = await tx.activity.findUniqueOrThrow({ where: { id: activityId }, select: visitSelect })
  const [host] = visit.visitHosts
  if (!host) return 0
  if (isGateDue(visit, at)) return tellOnce(tx, { visit, host, step: 'HOST_DAY_1', kind: 'GATE_LIST_READY', at })
  const isMoved = visit.state === 'DRAFT' && host.agreedStartsAt?.getTime() !== visit.startsAt.getTime()
  if (!isMoved || visit.updatedAt > settledBefore(at) || visit.startsAt <= at) return 0
  return tellOnce(tx, { visit, host, step: 'HOST_MOVED', kind: 'HOST_MOVED', at })
}

type Telling = {
  visit: Visit
  host: Visit['visitHosts'][number]
  step: 'HOST_DAY_1' | 'HOST_MOVED'
  kind: 'GATE_LIST_READY' | 'HOST_MOVED'
  at: Date
}

async function tellOnce(tx: Tx, { visit, host, step, kind, at }: Telling): Promise<number> {
  const { id, title, place, startsAt, endsAt } = visit
  const today = dayOf(at)
  const holders = Prisma.sql`SELECT m.user_id FROM mandates m WHERE m.enterprise_id = ${host.enterpriseId}::uuid
    AND m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to >= ${today}::date)`
  const told = await writeDown(tx, { id, startsAt, due: { step }, at, to: holders })
  if (told.length === 0) return 0
  return notify(tx, {
    kind,
    params: { title, place, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    href: `/portal/hosts/${host.id}`,
    at,
    before: startsAt,
    to: Prisma.sql`SELECT unnest(${told}::uuid[])`,
  })
}
