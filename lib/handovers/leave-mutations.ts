import type { Actor } from '@/lib/access/actor'
import { record, type AuditFacts, type Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { plusDays, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { endAppointment } from '@/lib/users/mutations'
import type { Office } from '@/lib/users/schema'
import { estateOf, needsSuccessor, type Estate, type Post } from './estate-queries'
import { holdsToday } from './queries'
import type { LeaveOfficeInput } from './schema'
import type { LeaverSubject } from './subject-queries'

type When = { today: Day; at: Date }

type Handed = { userId: string; successorId: string | null; office: Office; today: Day }

/**
 * Ends what a person is in an office, and hands everything open that they own there to the successor: all of it or
 * nothing, in one transaction. Refused where something would be left without an owner.
 */
export async function leaveOffice(
  tx: Tx,
  actor: Actor,
  { user, office }: LeaverSubject,
  { successorId, passMandate, at }: Pick<LeaveOfficeInput, 'successorId' | 'passMandate'> & { at: Date },
): Promise<Outcome<{ handed: number }>> {
  const when: When = { today: actor.today, at }
  await lockPosts(tx, user.id)
  const estate = await estateOf(tx, { userId: user.id, office }, when)
  const successor = successorId
    ? await successorOf(tx, office, { userId: user.id, successorId, today: when.today })
    : null
  if (!successor && needsSuccessor(estate)) throw new Refusal('HANDOVER_NEEDS_SUCCESSOR', { successorId: 'REQUIRED' })
  const handed: Handed = { userId: user.id, successorId: successor?.id ?? null, office, today: when.today }

  await handPosts(tx, actor, estate, { ...handed, name: successor?.name ?? null })
  await handCovers(tx, estate, handed)
  await handPapers(tx, estate, handed)
  await handPlaces(tx, estate, handed)
  const mandates = await endMandates(tx, estate, { ...handed, passMandate })
  const appointments = await endAppointments(tx, user.id, office, when.today)
  // Somebody else was faster: everything is handed over already.
  refuseUnless(mandates + appointments > 0, 'APPOINTMENT_ENDED')
  const facts: AuditFacts = {
    subjectType: 'user',
    subjectId: user.id,
    subjectLabel: user.name,
    changes: changesOf(estate, { from: user.name, to: successor?.name ?? null, office: office.label }),
  }
  return { data: { handed: Object.values(estate).flat().length }, record: facts }
}

const changesOf = (
  estate: Estate,
  { from, to, office }: { from: string; to: string | null; office: string },
): Changes => ({
  office: [office, null],
  successor: [from, to],
  alliances: [[], [...estate.posts, ...estate.deputyPosts].map(({ alliance }) => alliance)],
  activities: [[], estate.activities.map(({ title }) => title)],
  announcements: [[], estate.announcements.map(({ title }) => title)],
  covers: [[], estate.covers.map(({ alliance }) => alliance)],
  registrations: [[], estate.registrations.map(({ title }) => title)],
})

/** Whoever begins a cover, ends an appointment or hands it over meanwhile waits, and then sees what stands. */
const lockPosts = (tx: Tx, userId: string) => tx.$queryRaw`
  SELECT id FROM insurer_appointments WHERE coordinator_id = ${userId}::uuid OR deputy_id = ${userId}::uuid
  ORDER BY id FOR UPDATE`

async function successorOf(
  tx: Tx,
  office: Office,
  { userId, successorId, today }: { userId: string; successorId: string; today: Day },
): Promise<{ id: string; name: string }> {
  if (successorId === userId) throw new Refusal('INVALID', { successorId: 'SAME_PERSON' })
  const successor = await tx.user.findFirst({
    where: { AND: [{ id: successorId, disabledAt: null }, holdsToday(office, today)] },
    select: { id: true, name: true },
  })
  if (!successor) throw new Refusal('SUCCESSOR_NOT_OF_OFFICE', { successorId: 'NOT_A_CHOICE' })
  return successor
}

/**
 * Posts pass over from today: a running one ends and its rest begins with the successor, so that any day still says who
 * coordinated; one to come changes hands as it is. Nobody is deputy of themselves.
 */
async function handPosts(
  tx: Tx,
  actor: Actor,
  { posts, deputyPosts }: Estate,
  { userId, successorId, today, name }: Handed & { name: string | null },
): Promise<void> {
  for (const post of [...posts, ...deputyPosts]) {
    const coordinatorId = post.coordinatorId === userId ? (successorId ?? userId) : post.coordinatorId
    const deputyId = post.deputyId === userId ? successorId : post.deputyId
    const people = { coordinatorId, deputyId: deputyId === coordinatorId ? null : deputyId }
    await passPost(tx, post, people, today)
    await record(tx, actor, 'alliance.hand-over-coordination', {
      subjectType: 'alliance',
      subjectId: post.allianceId,
      subjectLabel: post.alliance,
      changes:
        post.coordinatorId === userId
          ? { coordinator: [null, name] }
          : { deputy: [null, people.deputyId ? name : null] },
    })
  }
}

async function passPost(
  tx: Tx,
  post: Post,
  people: { coordinatorId: string; deputyId: string | null },
  today: Day,
): Promise<void> {
  if (post.startsOn >= today) {
    await tx.insurerAppointment.update({ where: { id: post.id }, data: people, select: { id: true } })
    await endCoversOf(tx, post.id, today)
    return
  }
  const { allianceId, insurerId, reason } = post
  const endsOn = post.endsOn ? toDate(post.endsOn) : null
  await tx.insurerAppointment.update({ where: { id: post.id }, data: { endsOn: toDate(today) }, select: { id: true } })
  await endCoversOf(tx, post.id, today)
  await tx.insurerAppointment.create({
    data: { allianceId, insurerId, reason, ...people, startsOn: toDate(today), endsOn },
    select: { id: true },
  })
}

/** Nobody stands in any more for somebody who has left. */
const endCoversOf = (tx: Tx, appointmentId: string, today: Day) => tx.$executeRaw`
  UPDATE covers SET ends_on = greatest(starts_on, ${today}::date)
  WHERE appointment_id = ${appointmentId}::uuid AND ends_on > ${today}::date`

/** The successor stands in where the leaver did; where the successor is the coordinator, nobody needs to. */
async function handCovers(tx: Tx, { covers }: Estate, { successorId, today }: Handed): Promise<void> {
  const passed = covers.filter(({ coordinatorId }) => successorId && coordinatorId !== successorId)
  const ended = covers.filter((cover) => !passed.includes(cover)).map(({ id }) => id)
  if (successorId)
    await tx.cover.updateMany({ where: { id: { in: passed.map(({ id }) => id) } }, data: { deputyId: successorId } })
  await tx.$executeRaw`
    UPDATE covers SET ends_on = greatest(starts_on, ${today}::date)
    WHERE id = ANY(${ended}::uuid[]) AND ends_on > ${today}::date`
}

async function handPapers(tx: Tx, { activities, announcements }: Estate, { successorId }: Handed): Promise<void> {
  if (!successorId) return
  const ids = (rows: { id: string }[]) => ({ id: { in: rows.map(({ id }) => id) } })
  await tx.activity.updateMany({ where: ids(activities), data: { createdById: successorId } })
  await tx.announcement.updateMany({ where: ids(announcements), data: { createdById: successorId } })
}

/** Places stay the enterprise's: the successor goes, or somebody is still to be named. Nobody holds two of one activity. */
async function handPlaces(tx: Tx, { registrations }: Estate, { successorId }: Handed): Promise<void> {
  if (registrations.length === 0) return
  const goes = successorId
    ? await tx.registration.findMany({
        where: {
          userId: successorId,
          state: { in: ['PLACED', 'WAITING'] },
          activityId: { in: registrations.map(({ activityId }) => activityId) },
        },
        select: { activityId: true },
      })
    : []
  const taken = new Set(goes.map(({ activityId }) => activityId))
  const passed = registrations.filter(({ activityId }) => successorId && !taken.has(activityId)).map(({ id }) => id)
  const open = registrations.map(({ id }) => id).filter((id) => !passed.includes(id))
  await tx.registration.updateMany({ where: { id: { in: passed } }, data: { userId: successorId } })
  await tx.registration.updateMany({ where: { id: { in: open } }, data: { userId: null } })
}

/** Mandates are taken back, never deleted (ADR 026); the same ones are given to the successor where that is wanted. */
async function endMandates(
  tx: Tx,
  { mandates }: Estate,
  { userId, successorId, office, today, passMandate }: Handed & { passMandate: boolean },
): Promise<number> {
  if (mandates.length === 0 || !office.officeId) return 0
  const enterpriseId = office.officeId
  const ended = await tx.$executeRaw`
    UPDATE mandates SET valid_to = greatest(${plusDays(today, -1)}::date, valid_from - 1)
    WHERE user_id = ${userId}::uuid AND enterprise_id = ${enterpriseId}::uuid
      AND (valid_to IS NULL OR valid_to >= ${today}::date)`
  if (!successorId || !passMandate) return ended
  await tx.mandate.createMany({
    data: mandates.map(({ kind, validFrom, validTo }) => ({
      userId: successorId,
      enterpriseId,
      kind,
      validFrom: toDate(validFrom > today ? validFrom : today),
      validTo: validTo ? toDate(validTo) : null,
    })),
  })
  return ended
}

async function endAppointments(tx: Tx, userId: string, { role, officeId }: Office, today: Day): Promise<number> {
  const held = await tx.appointment.findMany({
    where: {
      AND: [
        { userId, role },
        { OR: [{ endsOn: null }, { endsOn: { gt: toDate(today) } }] },
        role === 'JURISDICTION' ? { jurisdictionId: officeId } : {},
        role === 'INSURER' ? { insurerId: officeId } : {},
        role === 'ENTERPRISE' ? { enterpriseId: officeId } : {},
      ],
    },
    select: { id: true, startsOn: true, endsOn: true },
    orderBy: { id: 'asc' },
  })
  for (const appointment of held) await endAppointment(tx, appointment, { endsOn: today, today })
  return held.length
}
