import type { AuditFacts, Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { fromDate, fromDateOrNull, plusDays, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { refuseDayBefore } from './membership-mutations'
import type { AppointInsurerInput, HandOverCoordinationInput } from './schema'
import type { AllianceSubject, InsurerAppointmentSubject } from './subject-queries'

const facts = (alliance: AllianceSubject, changes: Changes): AuditFacts => ({
  subjectType: 'alliance',
  subjectId: alliance.id,
  subjectLabel: alliance.name,
  changes,
})

const endAfter = (lastDay: Day | null): Date | null => (lastDay ? toDate(plusDays(lastDay, 1)) : null)

/** Gives an alliance its insurer with a named coordinator and deputy (四(一): 专人负责制). */
export async function appointInsurer(
  tx: Tx,
  alliance: AllianceSubject,
  { insurerId, coordinatorId, deputyId, startsOn, lastDay, reason }: Omit<AppointInsurerInput, 'allianceId'>,
): Promise<Outcome<{ appointmentId: string }>> {
  const insurer = await tx.insurer.findUnique({ where: { id: insurerId }, select: { name: true } })
  if (!insurer) throw new Refusal('NOT_FOUND', { insurerId: 'NOT_A_CHOICE' })
  const names = await peopleOf(tx, insurerId, { coordinatorId, deputyId, startsOn })
  const endsOn = endAfter(lastDay)
  await refuseOverlap(tx, alliance.id, toDate(startsOn), endsOn)
  const { id } = await tx.insurerAppointment.create({
    data: { allianceId: alliance.id, insurerId, coordinatorId, deputyId, startsOn: toDate(startsOn), endsOn, reason },
    select: { id: true },
  })
  const changes: Changes = {
    insurer: [null, insurer.name],
    coordinator: [null, names.coordinator],
    deputy: [null, names.deputy],
    startsOn: [null, startsOn],
    lastDay: [null, lastDay],
    reason: [null, reason],
  }
  return { data: { appointmentId: id }, record: facts(alliance, changes) }
}

/** The same insurer, other people, without a day between them. */
export async function handOverCoordination(
  tx: Tx,
  appointment: InsurerAppointmentSubject,
  { coordinatorId, deputyId, startsOn, reason }: Omit<HandOverCoordinationInput, 'appointmentId'>,
): Promise<Outcome<{ appointmentId: string }>> {
  refuseDayBefore(toDate(plusDays(fromDate(appointment.startsOn), 1)), startsOn, 'startsOn')
  const { alliance, insurerId, endsOn } = appointment
  const names = await peopleOf(tx, insurerId, { coordinatorId, deputyId, startsOn })
  await shorten(tx, appointment.id, toDate(startsOn))
  const { id } = await tx.insurerAppointment.create({
    data: { allianceId: alliance.id, insurerId, coordinatorId, deputyId, startsOn: toDate(startsOn), endsOn, reason },
    select: { id: true },
  })
  const changes: Changes = {
    insurer: [appointment.insurer.name, appointment.insurer.name],
    coordinator: [null, names.coordinator],
    deputy: [null, names.deputy],
    startsOn: [null, startsOn],
    reason: [null, reason],
  }
  return { data: { appointmentId: id }, record: facts(alliance, changes) }
}

export async function endInsurerAppointment(
  tx: Tx,
  appointment: InsurerAppointmentSubject,
  { lastDay, reason }: { lastDay: Day; reason: string },
): Promise<Outcome<null>> {
  refuseDayBefore(appointment.startsOn, lastDay, 'lastDay')
  await shorten(tx, appointment.id, toDate(plusDays(lastDay, 1)))
  const before = fromDateOrNull(appointment.endsOn)
  const changes: Changes = {
    insurer: [appointment.insurer.name, appointment.insurer.name],
    lastDay: [before && plusDays(before, -1), lastDay],
    reason: [null, reason],
  }
  return { data: null, record: facts(appointment.alliance, changes) }
}

/** A standing can only be shortened: a longer one is a new appointment with its own reason. */
async function shorten(tx: Tx, id: string, endsOn: Date): Promise<void> {
  const { count } = await tx.insurerAppointment.updateMany({
    where: { id, OR: [{ endsOn: null }, { endsOn: { gt: endsOn } }] },
    data: { endsOn },
  })
  refuseUnless(count === 1, 'INSURER_APPOINTMENT_ENDED')
}

async function refuseOverlap(tx: Tx, allianceId: string, startsOn: Date, endsOn: Date | null): Promise<void> {
  const standing = await tx.insurerAppointment.findFirst({
    where: {
      AND: [
        { allianceId, OR: [{ endsOn: null }, { endsOn: { gt: startsOn } }] },
        endsOn ? { startsOn: { lt: endsOn } } : {},
      ],
    },
    select: { startsOn: true, insurer: { select: { name: true } } },
    orderBy: { startsOn: 'asc' },
  })
  if (standing)
    throw new Refusal(
      'INSURER_ALREADY_APPOINTED',
      { startsOn: 'INVALID' },
      { name: standing.insurer.name, since: fromDate(standing.startsOn) },
    )
}

/** Coordinator and deputy must be people of that insurer on the first day. */
async function peopleOf(
  tx: Tx,
  insurerId: string,
  { coordinatorId, deputyId, startsOn }: { coordinatorId: string; deputyId: string | null; startsOn: Day },
): Promise<{ coordinator: string; deputy: string | null }> {
  const day = toDate(startsOn)
  const people = await tx.user.findMany({
    where: {
      id: { in: deputyId ? [coordinatorId, deputyId] : [coordinatorId] },
      disabledAt: null,
      appointments: {
        some: { insurerId, startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gt: day } }] },
      },
    },
    select: { id: true, name: true },
  })
  const nameOf = (id: string, field: string) => {
    const person = people.find((each) => each.id === id)
    if (!person) throw new Refusal('NOT_OF_THIS_INSURER', { [field]: 'NOT_A_CHOICE' })
    return person.name
  }
  return {
    coordinator: nameOf(coordinatorId, 'coordinatorId'),
    deputy: deputyId ? nameOf(deputyId, 'deputyId') : null,
  }
}
