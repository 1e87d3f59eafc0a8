import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleActivities } from './policy'

/** What decisions and the trail need of an activity. */
const activitySubjectSelect = {
  id: true,
  kind: true,
  state: true,
  mode: true,
  title: true,
  description: true,
  hostAllianceId: true,
  hostAlliance: { select: { id: true, slug: true } },
  startsAt: true,
  endsAt: true,
  place: true,
  onlineUrl: true,
  capacity: true,
  placesTaken: true,
  registrationOpensAt: true,
  registrationClosesAt: true,
  minutes: true,
  version: true,
  alliances: { select: { allianceId: true, alliance: { select: { shortName: true } } } },
  agenda: { select: { startsAt: true, title: true, speaker: true }, orderBy: { position: 'asc' } },
} satisfies Prisma.ActivitySelect

export type ActivitySubject = Prisma.ActivityGetPayload<{ select: typeof activitySubjectSelect }>

export const activitySubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<ActivitySubject | null> =>
  tx.activity.findFirst({ where: { AND: [{ id }, visibleActivities(actor)] }, select: activitySubjectSelect })

/** The alliance that is to hold something. That it exists is public; who may schedule for it is the policy's answer. */
export const hostAllianceSubject = (tx: Tx, id: string): Promise<{ id: string; slug: string } | null> =>
  tx.alliance.findUnique({ where: { id }, select: { id: true, slug: true } })
