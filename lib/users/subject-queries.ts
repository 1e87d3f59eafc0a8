import { isSignedIn, type Actor } from '@/lib/access/actor'
import { loadIdentity, type WearableHat } from '@/lib/access/identity'
import { fromDateOrNull, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleInsurers, visibleJurisdictions } from '@/lib/organizations/policy'
import { visibleOfficeEnterprises, visibleUsers, type UserStanding } from './policy'
import { toOffice, type Office } from './schema'

/** Where an appointment is held, of the columns that say so. */
export const officeOf = (row: {
  role: Office['role']
  jurisdictionId: string | null
  insurerId: string | null
  enterpriseId: string | null
}): Office => ({ role: row.role, officeId: row.jurisdictionId ?? row.insurerId ?? row.enterpriseId })

const standingSelect = (today: Day) =>
  ({
    id: true,
    name: true,
    locale: true,
    passwordHash: true,
    disabledAt: true,
    appointments: {
      where: { OR: [{ endsOn: null }, { endsOn: { gt: toDate(today) } }] },
      select: { role: true, jurisdictionId: true, insurerId: true, enterpriseId: true },
    },
    mandates: {
      where: { OR: [{ validTo: null }, { validTo: { gte: toDate(today) } }] },
      select: { enterpriseId: true },
    },
  }) satisfies Prisma.UserSelect

type StandingRow = Prisma.UserGetPayload<{ select: ReturnType<typeof standingSelect> }>

const officesOf = ({ appointments, mandates }: Pick<StandingRow, 'appointments' | 'mandates'>): Office[] => [
  ...appointments.map(officeOf),
  ...mandates.map(({ enterpriseId }) => ({ role: 'ENTERPRISE' as const, officeId: enterpriseId })),
]

export type UserSubject = UserStanding & { name: string; isDisabled: boolean; isActivated: boolean }

/** An account that the actor sees, with the offices held today or later. */
export async function userSubject(tx: Tx, actor: Actor, { userId }: { userId: string }): Promise<UserSubject | null> {
  const row = await tx.user.findFirst({
    where: { AND: [visibleUsers(actor), { id: userId }] },
    select: standingSelect(actor.today),
  })
  if (!row) return null
  return {
    id: row.id,
    name: row.name,
    isDisabled: row.disabledAt !== null,
    isActivated: row.passwordHash !== null,
    offices: officesOf(row),
  }
}

export type OfficeSubject = Office & { label: string }

/** The office that a form names, if the actor knows of it. */
export async function officeSubject(
  tx: Tx,
  actor: Actor,
  { office }: { office: string },
): Promise<OfficeSubject | null> {
  const { role, officeId } = toOffice(office)
  if (role === 'MUNICIPAL') return isSignedIn(actor) ? { role, officeId: null, label: '市应急管理局' } : null
  const label = await officeLabel(tx, actor, { role, officeId: officeId ?? '' })
  return label === null ? null : { role, officeId, label }
}

async function officeLabel(tx: Tx, actor: Actor, { role, officeId: id }: { role: Office['role']; officeId: string }) {
  if (role === 'JURISDICTION') {
    const where = { AND: [visibleJurisdictions(actor), { id }] }
    return (await tx.jurisdiction.findFirst({ where, select: { name: true } }))?.name ?? null
  }
  if (role === 'INSURER') {
    const where = { AND: [visibleInsurers(actor), { id }] }
    return (await tx.insurer.findFirst({ where, select: { name: true } }))?.name ?? null
  }
  const where = { AND: [visibleOfficeEnterprises(actor), { id }] }
  return (await tx.enterprise.findFirst({ where, select: { name: true } }))?.name ?? null
}

export type AppointSubject = { user: UserSubject; office: OfficeSubject }

/** The user and the office of a new appointment. */
export async function appointSubject(
  tx: Tx,
  actor: Actor,
  input: { userId: string; office: string },
): Promise<AppointSubject | null> {
  const user = await userSubject(tx, actor, input)
  const office = user && (await officeSubject(tx, actor, input))
  return office && { user, office }
}

export type AppointmentSubject = Office & {
  id: string
  startsOn: Date
  endsOn: Date | null
  endsOnDay: Day | null
  user: { id: string; name: string }
}

/** An appointment of a user whom the actor sees. */
export async function appointmentSubject(
  tx: Tx,
  actor: Actor,
  { appointmentId }: { appointmentId: string },
): Promise<AppointmentSubject | null> {
  const row = await tx.appointment.findFirst({
    where: { AND: [{ id: appointmentId }, { user: visibleUsers(actor) }] },
    select: {
      id: true,
      role: true,
      jurisdictionId: true,
      insurerId: true,
      enterpriseId: true,
      startsOn: true,
      endsOn: true,
      user: { select: { id: true, name: true } },
    },
  })
  if (!row) return null
  const { id, startsOn, endsOn, user } = row
  return { id, startsOn, endsOn, endsOnDay: fromDateOrNull(endsOn), user, ...officeOf(row) }
}

/** One of one's own sign-ins that is still open. */
export async function ownSessionSubject(
  tx: Tx,
  actor: Actor,
  { sessionId }: { sessionId: string },
): Promise<{ id: string; userId: string } | null> {
  if (!isSignedIn(actor)) return null
  return tx.session.findFirst({
    where: { id: sessionId, userId: actor.userId, revokedAt: null },
    select: { id: true, userId: true },
  })
}

export type OwnAccount = { userId: string; sessionId: string | null; name: string }

/** The account of whoever is signed in. */
export const ownAccountSubject = async (_tx: Tx, actor: Actor): Promise<OwnAccount | null> =>
  isSignedIn(actor) ? { userId: actor.userId, sessionId: actor.sessionId, name: actor.name } : null

/** A hat that the wearer may put on today. */
export async function hatSubject(
  tx: Tx,
  actor: Actor,
  { key }: { key: string },
): Promise<(OwnAccount & { wearable: WearableHat }) | null> {
  if (!isSignedIn(actor)) return null
  const identity = await loadIdentity(tx, actor.userId, actor.today)
  const wearable = identity?.hats.find((hat) => hat.key === key)
  return wearable ? { userId: actor.userId, sessionId: actor.sessionId, name: actor.name, wearable } : null
}

/** What a successful `prepare` found out, as the subject: there is none without it. */
export const preparedSubject = async <Prepared>(
  _tx: Tx,
  _actor: Actor,
  _input: unknown,
  prepared: Prepared | undefined,
): Promise<Prepared | null> => prepared ?? null
