import { belongsTo, type Actor } from '@/lib/access/actor'
import { toDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { cutPage, decodeCursor, pageSize, type Page } from '@/lib/core/paging'
import type { MandateKind, Prisma } from '@/lib/core/prisma/client'
import { visibleActivities } from '@/lib/activities/policy'
import { visibleRegistrations } from './policy'
import { strongestMandate } from './rules'

const placeSelect = {
  id: true,
  state: true,
  leaveReason: true,
  offeredUntil: true,
  enterpriseId: true,
  enterprise: { select: { name: true } },
  user: { select: { id: true, name: true } },
} satisfies Prisma.RegistrationSelect

export type PlaceRow = Prisma.RegistrationGetPayload<{ select: typeof placeSelect }>

/** Places, waiting and leave of an activity, as far as the actor sees them. */
const placesOf = (actor: Actor, activityId: string): Prisma.RegistrationWhereInput => ({
  AND: [{ activityId, state: { not: 'WITHDRAWN' }, activity: visibleActivities(actor) }, visibleRegistrations(actor)],
})

/** Those of one enterprise, in the order of the queue. */
export const listPlaces = (actor: Actor, activityId: string, enterpriseId: string): Promise<PlaceRow[]> =>
  db.registration.findMany({
    where: { AND: [placesOf(actor, activityId), { enterpriseId }] },
    select: placeSelect,
    orderBy: [{ state: 'asc' }, { queuedAt: 'asc' }, { id: 'asc' }],
  })

/** Those of all enterprises by name, one page, with the true total. */
export async function pagePlaces(
  actor: Actor,
  activityId: string,
  cursorText?: string,
): Promise<Page<PlaceRow> & { total: number }> {
  const where = placesOf(actor, activityId)
  const cursor = decodeCursor(cursorText)
  const isBackwards = cursor?.direction === 'before'
  const order = isBackwards ? 'desc' : 'asc'
  const [read, total] = await Promise.all([
    db.registration.findMany({
      where: { AND: [where, cursor ? beyond(String(cursor.value), cursor.id, isBackwards) : {}] },
      select: placeSelect,
      orderBy: [{ enterprise: { name: order } }, { id: order }],
      take: pageSize + 1,
    }),
    db.registration.count({ where }),
  ])
  return { ...cutPage(read, cursor, ({ enterprise }) => enterprise.name), total }
}

const beyond = (name: string, id: string, isBackwards: boolean): Prisma.RegistrationWhereInput =>
  isBackwards
    ? { OR: [{ enterprise: { name: { lt: name } } }, { enterprise: { name }, id: { lt: id } }] }
    : { OR: [{ enterprise: { name: { gt: name } } }, { enterprise: { name }, id: { gt: id } }] }

export type Sendable = { id: string; name: string; mandate: MandateKind | null }

/**
 * The people whom an enterprise may send on a day, those with a mandate first (notice 三(一): 主要负责人或指定专人). Empty for
 * whoever does not act for it: who works there is its own business.
 */
export async function listSendable(actor: Actor, enterpriseId: string, day: Day): Promise<Sendable[]> {
  if (!belongsTo(actor, enterpriseId)) return []
  const on = toDate(day)
  const holds = { enterpriseId, validFrom: { lte: on }, OR: [{ validTo: null }, { validTo: { gte: on } }] }
  const people = await db.user.findMany({
    where: {
      disabledAt: null,
      OR: [{ mandates: { some: { enterpriseId } } }, { appointments: { some: { enterpriseId } } }],
    },
    select: { id: true, name: true, mandates: { where: holds, select: { kind: true } } },
    orderBy: [{ namePinyin: 'asc' }, { id: 'asc' }],
  })
  const all = people.map(({ id, name, mandates }) => ({
    id,
    name,
    mandate: strongestMandate(mandates.map(({ kind }) => kind)),
  }))
  return [...all.filter((person) => person.mandate), ...all.filter((person) => !person.mandate)]
}
