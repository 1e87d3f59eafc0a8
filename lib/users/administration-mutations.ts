import type { Actor } from '@/lib/access/actor'
import type { Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import type { Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import type { Delivered } from './link-mutations'
import { refuseWithOpenWork } from './leaving-mutations'
import * as accounts from './mutations'
import { toOffice } from './schema'
import type { AppointmentSubject, AppointSubject, OfficeSubject, UserSubject } from './subject-queries'

/** The acts of an administrator: what accounts/mutations does, with what the trail says about it. */
type Person = { id: string; name: string }

const about = <Data>(user: Person, changes: Changes, data: Data): Outcome<Data> => ({
  data,
  record: { subjectType: 'user', subjectId: user.id, subjectLabel: user.name, changes },
})

type Terms = { isAdministrator: boolean; startsOn: Day; endsOn: Day | null }

const appointed = (office: OfficeSubject, { isAdministrator, startsOn, endsOn }: Terms): Changes => ({
  office: [null, office.label],
  isAdministrator: [null, isAdministrator],
  startsOn: [null, startsOn],
  endsOn: [null, endsOn],
})

export async function inviteUser(
  tx: Tx,
  actor: Actor,
  input: Terms & { account: string; name: string; office: string },
  office: OfficeSubject,
  at: Date,
): Promise<Outcome<accounts.Invited>> {
  const { account, name, ...terms } = input
  const appointment = { ...terms, office: toOffice(input.office) }
  const invited = await accounts.inviteUser(tx, { account, name, appointment, createdById: actor.userId, at })
  return about({ id: invited.userId, name }, appointed(office, input), invited)
}

export async function appointUser(
  tx: Tx,
  { user, office }: AppointSubject,
  terms: Terms,
): Promise<Outcome<{ appointmentId: string }>> {
  const appointmentId = await accounts.appointUser(tx, user.id, { ...terms, office })
  return about(user, appointed(office, terms), { appointmentId })
}

export async function endAppointment(
  tx: Tx,
  appointment: AppointmentSubject,
  { endsOn, today, at }: { endsOn: Day; today: Day; at: Date },
): Promise<Outcome<null>> {
  const { role, officeId, user } = appointment
  if (role === 'INSURER' && officeId)
    await refuseWithOpenWork(tx, { userId: user.id, insurerId: officeId }, { on: endsOn > today ? endsOn : today, at })
  await accounts.endAppointment(tx, appointment, { endsOn, today })
  return about(appointment.user, { endsOn: [appointment.endsOnDay, endsOn] }, null)
}

export async function disableUser(
  tx: Tx,
  user: UserSubject,
  { at, today }: { at: Date; today: Day },
): Promise<Outcome<null>> {
  await refuseWithOpenWork(tx, { userId: user.id }, { on: today, at })
  await accounts.disableUser(tx, user.id, { at, today })
  return about(user, { isDisabled: [false, true] }, null)
}

export async function enableUser(tx: Tx, user: UserSubject): Promise<Outcome<null>> {
  await accounts.enableUser(tx, user.id)
  return about(user, { isDisabled: [true, false] }, null)
}

export async function renameUser(tx: Tx, user: UserSubject, name: string): Promise<Outcome<null>> {
  await accounts.renameUser(tx, user.id, name)
  return about(user, { name: [user.name, name] }, null)
}

export async function issueLink(
  tx: Tx,
  user: UserSubject,
  { createdById, at }: { createdById: string | null; at: Date },
): Promise<Outcome<Delivered>> {
  return about(user, {}, await accounts.renewLink(tx, user.id, createdById, at))
}
