import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { visibleMemberships } from '@/lib/alliances/policy'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleRegistrations } from './policy'

const activityOfPlace = {
  id: true,
  title: true,
  state: true,
  startsAt: true,
  endsAt: true,
  hostAllianceId: true,
} satisfies Prisma.ActivitySelect

type ActivityOfPlace = Prisma.ActivityGetPayload<{ select: typeof activityOfPlace }>

/** What a decision about an enterprise's places at an activity needs. */
export type StandingSubject = {
  hostAllianceId: string
  enterpriseId: string
  enterprise: { name: string }
  activity: ActivityOfPlace
}

/** An activity that the actor sees and an enterprise that it knows: its own, or one on a roster that it reads. */
export async function standingSubject(
  tx: Tx,
  actor: Actor,
  { activityId, enterpriseId }: { activityId: string; enterpriseId: string },
): Promise<StandingSubject | null> {
  const activity = await tx.activity.findFirst({
    where: { AND: [{ id: activityId }, visibleActivities(actor)] },
    select: activityOfPlace,
  })
  const enterprise = await tx.enterprise.findFirst({
    where: { AND: [{ id: enterpriseId }, knownEnterprises(actor)] },
    select: { id: true, name: true },
  })
  if (!activity || !enterprise) return null
  return { hostAllianceId: activity.hostAllianceId, enterpriseId: enterprise.id, enterprise, activity }
}

function knownEnterprises(actor: Actor): Prisma.EnterpriseWhereInput {
  const rostered = { memberships: { some: visibleMemberships(actor) } }
  return actor.hat.kind === 'ENTERPRISE' ? { OR: [{ id: actor.hat.enterpriseId }, rostered] } : rostered
}

const registrationSubjectSelect = {
  id: true,
  state: true,
  userId: true,
  enterpriseId: true,
  enterprise: { select: { name: true } },
  user: { select: { name: true } },
  activity: { select: activityOfPlace },
} satisfies Prisma.RegistrationSelect

type RegistrationRow = Prisma.RegistrationGetPayload<{ select: typeof registrationSubjectSelect }>

export type RegistrationSubject = RegistrationRow & { hostAllianceId: string }

export async function registrationSubject(
  tx: Tx,
  actor: Actor,
  { id }: { id: string },
): Promise<RegistrationSubject | null> {
  const row = await tx.registration.findFirst({
    where: { AND: [{ id }, visibleRegistrations(actor), { activity: visibleActivities(actor) }] },
    select: registrationSubjectSelect,
  })
  return row && { ...row, hostAllianceId: row.activity.hostAllianceId }
}
