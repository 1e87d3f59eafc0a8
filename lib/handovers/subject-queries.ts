import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { officeSubject, userSubject, type OfficeSubject, type UserSubject } from '@/lib/users/subject-queries'
import { coverablePosts, visibleCovers } from './policy'

const postSelect = {
  id: true,
  insurerId: true,
  coordinatorId: true,
  startsOn: true,
  endsOn: true,
  coordinator: { select: { name: true } },
  alliance: { select: { id: true, slug: true, name: true } },
} satisfies Prisma.InsurerAppointmentSelect

export type PostSubject = Prisma.InsurerAppointmentGetPayload<{ select: typeof postSelect }>

export const postSubject = (
  tx: Tx,
  actor: Actor,
  { appointmentId }: { appointmentId: string },
): Promise<PostSubject | null> =>
  tx.insurerAppointment.findFirst({
    where: { AND: [{ id: appointmentId }, coverablePosts(actor)] },
    select: postSelect,
  })

const coverSelect = {
  id: true,
  startsOn: true,
  endsOn: true,
  deputy: { select: { name: true } },
  appointment: { select: postSelect },
} satisfies Prisma.CoverSelect

export type CoverSubject = Prisma.CoverGetPayload<{ select: typeof coverSelect }>

export const coverSubject = (tx: Tx, actor: Actor, { coverId }: { coverId: string }): Promise<CoverSubject | null> =>
  tx.cover.findFirst({ where: { AND: [{ id: coverId }, visibleCovers(actor)] }, select: coverSelect })

export type LeaverSubject = { user: UserSubject; office: OfficeSubject }

/** Somebody who holds an office today or later, and that office. */
export async function leaverSubject(
  tx: Tx,
  actor: Actor,
  input: { userId: string; office: string },
): Promise<LeaverSubject | null> {
  const user = await userSubject(tx, actor, input)
  const office = user && (await officeSubject(tx, actor, input))
  const holds = user?.offices.some(({ role, officeId }) => role === office?.role && officeId === office.officeId)
  return user && office && holds ? { user, office } : null
}
