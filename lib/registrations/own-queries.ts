import { belongsTo, type Actor } from '@/lib/access/actor'
import { toDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import type { MandateKind, Prisma } from '@/lib/core/prisma/client'
import { visibleActivities } from '@/lib/activities/policy'
import { visibleRegistrations } from './policy'
import { strongestMandate } from './rules'

const placeSelect = {
  id: true,
  state: true,
  leaveReason: true,
  enterpriseId: true,
  enterprise: { select: { name: true } },
  user: { select: { id: true, name: true } },
} satisfies Prisma.RegistrationSelect

export type PlaceRow = Prisma.RegistrationGetPayload<{ select: typeof placeSelect }>

export const placesShownMax = 1_000

/** Places, waiting and leave of an activity, as far as the actor sees them; of one enterprise, or of all by name. */
export const listPlaces = (actor: Actor, activityId: string, enterpriseId?: string): Promise<PlaceRow[]> =>
  db.registration.findMany({
    where: {
      AND: [
        { activityId, state: { not: 'WITHDRAWN' }, activity: visibleActivities(actor) },
        visibleRegistrations(actor),
        enterpriseId === undefined ? {} : { enterpriseId },
      ],
    },
    select: placeSelect,
    orderBy: [{ enterprise: { name: 'asc' } }, { state: 'asc' }, { queuedAt: 'asc' }, { id: 'asc' }],
    take: placesShownMax,
  })

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
