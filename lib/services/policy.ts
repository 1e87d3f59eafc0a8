import type { Actor } from '@/lib/access/actor'
import { servedActivities, visibleActivities } from '@/lib/activities/policy'
import { visibleAttendances } from '@/lib/attendance/policy'
import type { Prisma } from '@/lib/core/prisma/client'
import { servedPresence } from '@/lib/presence/policy'

/** That somebody of an enterprise was there, as far as the actor sees it. */
export const servedAttendances = (actor: Actor): Prisma.AttendanceWhereInput => ({
  AND: [{ ...servedPresence, enterpriseId: { not: null } }, visibleAttendances(actor), ofOwn(actor)],
})

/** A lead company runs activities, but serves nobody: of services it reads its own. */
const ofOwn = ({ hat }: Actor): Prisma.AttendanceWhereInput =>
  hat.kind === 'ENTERPRISE' ? { enterpriseId: hat.enterpriseId } : {}

/**
 * What insurers did: activities that were held under an insurer and to which enterprises came. The insurer reads its own,
 * an enterprise those at which it was, a jurisdiction those with its enterprises.
 */
export const visibleServices = (actor: Actor): Prisma.ActivityWhereInput => ({
  AND: [
    { insurerId: { not: null }, state: { in: ['HELD', 'CLOSED'] } },
    visibleActivities(actor),
    { attendances: { some: servedAttendances(actor) } },
    ...(actor.hat.kind === 'INSURER' ? [servedActivities(actor, actor.hat.insurerId)] : []),
  ],
})

export const hasServices = ({ hat }: Actor): boolean => hat.kind !== 'NONE'

export type ServedEnterprise = { enterpriseId: string | null }

/** Whoever acts for the enterprise that was served. */
export const canConfirmService = ({ hat }: Actor, served: ServedEnterprise): boolean =>
  hat.kind === 'ENTERPRISE' && hat.enterpriseId === served.enterpriseId
