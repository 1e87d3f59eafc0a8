import type { Actor } from '@/lib/access/actor'
import { toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleAllianceYears, visibleAlliances, visibleInsurerAppointments, visibleMemberships } from './policy'

const allianceSelect = { id: true, slug: true, name: true } satisfies Prisma.AllianceSelect

const yearSelect = {
  id: true,
  year: true,
  state: true,
  meetingTarget: true,
  trainingMinimum: true,
  note: true,
  version: true,
  alliance: { select: allianceSelect },
} satisfies Prisma.AllianceYearSelect

const membershipSelect = {
  id: true,
  kind: true,
  joinedOn: true,
  leftOn: true,
  enterprise: { select: { id: true, name: true } },
  alliance: { select: allianceSelect },
} satisfies Prisma.MembershipSelect

const appointmentSelect = {
  id: true,
  insurerId: true,
  coordinatorId: true,
  deputyId: true,
  startsOn: true,
  endsOn: true,
  insurer: { select: { name: true } },
  alliance: { select: allianceSelect },
} satisfies Prisma.InsurerAppointmentSelect

export type AllianceSubject = Prisma.AllianceGetPayload<{ select: typeof allianceSelect }>
export type AllianceYearSubject = Prisma.AllianceYearGetPayload<{ select: typeof yearSelect }>
export type MembershipSubject = Prisma.MembershipGetPayload<{ select: typeof membershipSelect }>
export type InsurerAppointmentSubject = Prisma.InsurerAppointmentGetPayload<{ select: typeof appointmentSelect }>

export const allianceSubject = (tx: Tx, actor: Actor, { allianceId }: { allianceId: string }) =>
  tx.alliance.findFirst({ where: { AND: [{ id: allianceId }, visibleAlliances(actor)] }, select: allianceSelect })

export const allianceYearSubject = (tx: Tx, actor: Actor, { allianceYearId }: { allianceYearId: string }) =>
  tx.allianceYear.findFirst({
    where: { AND: [{ id: allianceYearId }, visibleAllianceYears(actor)] },
    select: yearSelect,
  })

export const membershipSubject = (tx: Tx, actor: Actor, { membershipId }: { membershipId: string }) =>
  tx.membership.findFirst({
    where: { AND: [{ id: membershipId }, visibleMemberships(actor)] },
    select: membershipSelect,
  })

export const insurerAppointmentSubject = (tx: Tx, actor: Actor, { appointmentId }: { appointmentId: string }) =>
  tx.insurerAppointment.findFirst({
    where: { AND: [{ id: appointmentId }, visibleInsurerAppointments(actor)] },
    select: appointmentSelect,
  })

/** The name of an enterprise that is a member of the alliance on the day; null where it is none. */
export async function memberName(
  tx: Tx,
  { allianceId, enterpriseId, today }: { allianceId: string; enterpriseId: string; today: Day },
): Promise<string | null> {
  const day = toDate(today)
  const membership = await tx.membership.findFirst({
    where: { allianceId, enterpriseId, joinedOn: { lte: day }, OR: [{ leftOn: null }, { leftOn: { gt: day } }] },
    select: { enterprise: { select: { name: true } } },
  })
  return membership?.enterprise.name ?? null
}
