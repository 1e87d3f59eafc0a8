import type { Actor } from '@/lib/access/actor'
import { invitationOf } from '@/lib/access/answer-link'
import { toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { liveInvitations } from '@/lib/places/audience-policy'
import { visibleInvitations, visibleInviting } from './policy'

const invitationSubjectSelect = {
  id: true,
  revokedAt: true,
  user: { select: { id: true, name: true } },
  activity: { select: { id: true, title: true, hostAllianceId: true } },
} satisfies Prisma.InvitationSelect

export type InvitationSubject = Prisma.InvitationGetPayload<{ select: typeof invitationSubjectSelect }>

/** An invitation on a list that the actor reads. */
export const invitationSubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<InvitationSubject | null> =>
  tx.invitation.findFirst({ where: { AND: [{ id }, visibleInvitations(actor)] }, select: invitationSubjectSelect })

export type InvitingSubject = Pick<InvitationSubject, 'activity'>

/** An activity that has invited people whose list the actor reads. */
export async function invitingSubject(
  tx: Tx,
  actor: Actor,
  { activityId }: { activityId: string },
): Promise<InvitingSubject | null> {
  const activity = await tx.activity.findFirst({
    where: { AND: [{ id: activityId, state: { not: 'DRAFT' } }, visibleInviting(actor)] },
    select: invitationSubjectSelect.activity.select,
  })
  return activity && { activity }
}

/** Whose link answers: not shut or ended, of a person who may still sign in, to something that was published. */
export const answerable = (id: string): Prisma.InvitationWhereInput => ({
  AND: [{ id }, liveInvitations, { user: { disabledAt: null }, activity: { state: { not: 'DRAFT' } } }],
})

export const heldOn = (day: Day): Prisma.MandateWhereInput => ({
  validFrom: { lte: toDate(day) },
  OR: [{ validTo: null }, { validTo: { gte: toDate(day) } }],
})

export type AnswerSubject = InvitationSubject & { represented: { id: string; name: string } | null }

/** The invitation of a link, and the enterprise if its person holds a mandate of it today. */
export async function answerSubject(
  tx: Tx,
  actor: Actor,
  { token, enterpriseId }: { token: string; enterpriseId: string },
): Promise<AnswerSubject | null> {
  const id = invitationOf(token)
  const invitation = id && (await tx.invitation.findFirst({ where: answerable(id), select: invitationSubjectSelect }))
  if (!invitation) return null
  const mandate = await tx.mandate.findFirst({
    where: { AND: [{ userId: invitation.user.id, enterpriseId }, heldOn(actor.today)] },
    select: { enterprise: { select: { id: true, name: true } } },
  })
  return { ...invitation, represented: mandate?.enterprise ?? null }
}
