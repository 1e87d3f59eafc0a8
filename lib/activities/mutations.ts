import { randomBytes, randomInt } from 'node:crypto'
import { changesBetween, type Changes } from '@/lib/access/audit'
import { dayOf, fromLocal, toDate, toLocal } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { copyRule, inviteAudience, reviseInvitations } from '@/lib/places/audience-mutations'
import { moveUpWaiting, tellConcerned } from '@/lib/places/mutations'
import { lockActivity, openToAlliances } from '@/lib/places/room-mutations'
import { copyProgramme } from './copy-mutations'
import type { ActivitySubject } from './queries'
import { editableStates, hasHost, hasPairs, hostLimit, isEditable, movesCalendar, statesBefore } from './rules'
import type { AgendaLine, EditActivityInput, PostponeActivityInput, ScheduleActivityInput } from './schema'

/** Letters and digits that are not taken for one another when read aloud or typed. */
const codeAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

export const newCode = (): string =>
  Array.from({ length: 7 }, () => codeAlphabet[randomInt(codeAlphabet.length)] ?? '').join('')

const newCheckInSecret = (): string => randomBytes(32).toString('base64url')

/** The insurer that serves the alliance on the day of the activity: the service record will be its. */
export async function insurerOn(tx: Tx, allianceId: string, startsAt: Date): Promise<string | null> {
  const day = toDate(dayOf(startsAt))
  const standing = await tx.insurerAppointment.findFirst({
    where: { AND: [{ allianceId, startsOn: { lte: day } }, { OR: [{ endsOn: null }, { endsOn: { gt: day } }] }] },
    select: { insurerId: true },
  })
  return standing?.insurerId ?? null
}

/** Host and others, once each, by name; refuses an alliance that does not exist. */
async function alliancesOf(tx: Tx, hostAllianceId: string, others: string[]): Promise<{ id: string; name: string }[]> {
  const ids = [...new Set([hostAllianceId, ...others])]
  const found = await tx.alliance.findMany({
    where: { id: { in: ids } },
    select: { id: true, shortName: true },
    orderBy: { sortOrder: 'asc' },
  })
  if (found.length !== ids.length) throw new Refusal('INVALID', { allianceIds: 'NOT_A_CHOICE' })
  return found.map(({ id, shortName }) => ({ id, name: shortName }))
}

/** Opens an activity to these alliances and the host; their names. */
export async function inviteAlliances(
  tx: Tx,
  { activity, allianceIds }: { activity: Pick<ActivitySubject, 'id' | 'hostAllianceId'>; allianceIds: string[] },
): Promise<string[]> {
  const alliances = await alliancesOf(tx, activity.hostAllianceId, allianceIds)
  await openToAlliances(
    tx,
    activity.id,
    alliances.map(({ id }) => id),
  )
  return alliances.map(({ name }) => name)
}

export const agendaRows = (activityId: string, startsAt: Date, lines: AgendaLine[]) =>
  lines.map(({ time, title, speaker }, position) => ({
    activityId,
    position,
    title,
    speaker,
    startsAt: time ? fromLocal(`${dayOf(startsAt)}T${time}`) : null,
  }))

const timeOf = (instant: Date | null): string => (instant ? toLocal(instant).slice(11, 16) : '')

type Facts = Omit<ScheduleActivityInput, 'hostAllianceId' | 'allianceIds' | 'agenda'>

const factsOf = (input: Facts): Facts => ({
  kind: input.kind,
  mode: input.mode,
  title: input.title,
  description: input.description,
  startsAt: input.startsAt,
  endsAt: input.endsAt,
  place: input.place,
  onlineUrl: input.onlineUrl,
  capacity: input.capacity,
  registrationOpensAt: input.registrationOpensAt,
  registrationClosesAt: input.registrationClosesAt,
})

type Scheduled = { id: string; changes: Changes }

/** A new draft: nobody is told, nobody may register, until it is published. */
export async function scheduleActivity(
  tx: Tx,
  { input, createdById, at }: { input: ScheduleActivityInput; createdById: string; at: Date },
): Promise<Scheduled> {
  const { hostAllianceId } = input
  const audience = await alliancesOf(tx, hostAllianceId, input.allianceIds)
  const insurerId = await insurerOn(tx, hostAllianceId, input.startsAt)
  const facts = factsOf(input)
  const { id } = await tx.activity.create({
    data: {
      ...facts,
      hostAllianceId,
      insurerId,
      createdById,
      createdAt: at,
      code: newCode(),
      checkInSecret: newCheckInSecret(),
    },
    select: { id: true },
  })
  await tx.activityAlliance.createMany({ data: audience.map((one) => ({ activityId: id, allianceId: one.id })) })
  await tx.agendaItem.createMany({ data: agendaRows(id, input.startsAt, input.agenda) })
  return { id, changes: changesBetween({}, { ...facts, alliances: audience.map((one) => one.name) }) }
}

/**
 * The same activity at another time and for the same audience, as a draft: the next meeting of the year is like the last
 * one, and the next training teaches what the last one taught.
 */
export async function copyActivity(
  tx: Tx,
  { activity, startsAt, createdById, at }: { activity: ActivitySubject; startsAt: Date; createdById: string; at: Date },
): Promise<Scheduled> {
  const shift = startsAt.getTime() - activity.startsAt.getTime()
  const moved = (instant: Date | null) => instant && new Date(instant.getTime() + shift)
  const copied = await scheduleActivity(tx, {
    createdById,
    at,
    input: {
      ...factsOf(activity),
      hostAllianceId: activity.hostAllianceId,
      startsAt,
      endsAt: new Date(activity.endsAt.getTime() + shift),
      registrationOpensAt: null,
      registrationClosesAt: moved(activity.registrationClosesAt),
      allianceIds: activity.alliances.map((one) => one.allianceId),
      agenda: activity.agenda.map(({ title, speaker, startsAt: lineAt }) => ({
        title,
        speaker,
        time: timeOf(moved(lineAt)),
      })),
    },
  })
  await copyRule(tx, activity.id, copied.id)
  const programme = await copyProgramme(tx, { fromId: activity.id, toId: copied.id, createdById, at })
  return { ...copied, changes: { ...copied.changes, ...programme } }
}

/** What may be edited of an activity. Once it is published, time and place move by postponing only, because people are told. */
export async function editActivity(
  tx: Tx,
  { activity, input, at }: { activity: ActivitySubject; input: EditActivityInput; at: Date },
): Promise<Changes> {
  const locked = await lockActivity(tx, activity.id)
  refuseUnless(isEditable(locked), 'ACTIVITY_NOT_EDITABLE')
  if (locked.state === 'PUBLISHED') refuseMoving(activity, input)
  if (input.capacity !== null && input.capacity < locked.placesTaken)
    throw new Refusal('CAPACITY_BELOW_TAKEN', { capacity: 'BELOW_TAKEN' }, { taken: locked.placesTaken })

  refuseBeyondHost(activity, input)

  const audience = await alliancesOf(tx, activity.hostAllianceId, input.allianceIds)
  const insurerId = await insurerOn(tx, activity.hostAllianceId, input.startsAt)
  const facts = factsOf(input)
  const isRenamed = locked.state === 'PUBLISHED' && activity.title !== input.title
  const { count } = await tx.activity.updateMany({
    where: { id: activity.id, version: input.version, state: { in: [...editableStates] } },
    data: { ...facts, insurerId, version: { increment: 1 }, sequence: { increment: isRenamed ? 1 : 0 } },
  })
  refuseUnless(count === 1, 'CONFLICT')

  await openToAlliances(
    tx,
    activity.id,
    audience.map((one) => one.id),
  )
  await tx.agendaItem.deleteMany({ where: { activityId: activity.id } })
  const agenda = agendaRows(activity.id, input.startsAt, input.agenda)
  await tx.agendaItem.createMany({ data: agenda })
  await moveUpWaiting(tx, activity.id, at)
  await reviseInvitations(tx, { activityId: activity.id, at })

  const line = ({ startsAt, title, speaker }: ActivitySubject['agenda'][number]) => ({ startsAt, title, speaker })
  return changesBetween(
    {
      ...factsOf(activity),
      alliances: activity.alliances.map((one) => one.alliance.shortName).sort(),
      agenda: activity.agenda.map(line),
    },
    { ...facts, alliances: audience.map((one) => one.name).sort(), agenda: agenda.map(line) },
  )
}

function refuseMoving(activity: ActivitySubject, input: EditActivityInput): void {
  refuseUnless(activity.kind === input.kind, 'ACTIVITY_KIND_FIXED')
  refuseUnless(!movesCalendar(activity, input), 'ACTIVITY_MOVES_BY_POSTPONING')
}

/** What people would ask first: where, or by which address. A draft may leave it open. */
function refuseIncomplete({ mode, place, onlineUrl }: Pick<ActivitySubject, 'mode' | 'place' | 'onlineUrl'>): void {
  if (mode !== 'ONLINE' && !place) throw new Refusal('ACTIVITY_WITHOUT_PLACE', { place: 'REQUIRED' })
  if (mode !== 'ON_SITE' && !onlineUrl) throw new Refusal('ACTIVITY_WITHOUT_ADDRESS', { onlineUrl: 'REQUIRED' })
}

const hostFor = ({ startsAt }: Pick<ActivitySubject, 'startsAt'>): Prisma.VisitHostWhereInput => ({
  state: 'AGREED',
  agreedStartsAt: startsAt,
})

/** The host's limit bounds what the organiser writes. Each answer of the host moves the version on, which the write holds. */
export function refuseBeyondHost(
  activity: Pick<ActivitySubject, 'visitHosts'>,
  { kind, capacity }: Pick<ActivitySubject, 'kind' | 'capacity'>,
): void {
  const limit = hostLimit(kind, activity)
  if (limit !== null && (capacity === null || capacity > limit))
    throw new Refusal('CAPACITY_BEYOND_HOST', { capacity: 'BEYOND_HOST' }, { limit })
}

/**
 * From now on the alliances concerned see it, and whom its audience meets is told and may register. Refuses when it is not
 * the version that was looked through. False: it was published already.
 */
export async function publishActivity(
  tx: Tx,
  { activity, version, at }: { activity: ActivitySubject; version?: number | undefined; at: Date },
): Promise<boolean> {
  if (activity.state === 'PUBLISHED') return false
  refuseUnless(version === undefined || version === activity.version, 'CONFLICT')
  refuseIncomplete(activity)
  refuseUnless(hasHost(activity), 'VISIT_WITHOUT_HOST')
  refuseUnless(hasPairs(activity), 'INSPECTION_WITHOUT_PAIRS')
  refuseBeyondHost(activity, activity)
  refuseUnless(activity.endsAt > at, 'ACTIVITY_ALREADY_OVER')
  const { count } = await tx.activity.updateMany({
    where: {
      AND: [
        { id: activity.id, version: activity.version, state: { in: statesBefore('PUBLISHED') }, endsAt: { gt: at } },
        { OR: [{ kind: { not: 'SITE_VISIT' } }, { visitHosts: { some: hostFor(activity) } }] },
        { OR: [{ kind: { not: 'MUTUAL_INSPECTION' } }, { inspectionPairs: { some: {} } }] },
      ],
    },
    data: { state: 'PUBLISHED', publishedAt: at, version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'ACTIVITY_NOT_A_DRAFT')
  await inviteAudience(tx, { activityId: activity.id, at })
  return true
}

/** Moves it in time or place; calendars move along and everybody registered is told. */
export async function postponeActivity(
  tx: Tx,
  { activity, input, at }: { activity: ActivitySubject; input: PostponeActivityInput; at: Date },
): Promise<Changes> {
  const { startsAt, endsAt, registrationClosesAt, mode, place, onlineUrl } = input
  refuseIncomplete(input)
  if (endsAt <= at) throw new Refusal('ACTIVITY_ALREADY_OVER', { endsAt: 'IN_THE_PAST' })
  const opensAt = activity.registrationOpensAt
  if (opensAt && opensAt >= (registrationClosesAt ?? startsAt))
    throw new Refusal('INVALID', { registrationClosesAt: 'OPENS_AFTER_CLOSE' })

  const after = { startsAt, endsAt, registrationClosesAt, mode, place, onlineUrl }
  const changes = changesBetween(activity, after)
  const insurerId = await insurerOn(tx, activity.hostAllianceId, startsAt)
  const movedAt = startsAt.getTime() === activity.startsAt.getTime() ? {} : { movedAt: at }
  const { count } = await tx.activity.updateMany({
    where: { id: activity.id, version: input.version, state: 'PUBLISHED', startsAt: { gt: at } },
    data: { ...after, ...movedAt, insurerId, sequence: { increment: 1 }, version: { increment: 1 } },
  })
  if (count !== 1) throw new Refusal(whyNotMoved(activity, input, at))
  const shift = (startsAt.getTime() - activity.startsAt.getTime()) / 1_000
  await tx.$executeRaw`UPDATE agenda_items SET starts_at = starts_at + ${shift}::float8 * interval '1 second'
    WHERE activity_id = ${activity.id}::uuid`
  if (movesCalendar(activity, input)) await tellConcerned(tx, { activityId: activity.id, kind: 'ACTIVITY_CHANGED', at })
  // Another day may have other members.
  await reviseInvitations(tx, { activityId: activity.id, at })
  return changes
}

function whyNotMoved(activity: ActivitySubject, input: PostponeActivityInput, at: Date): string {
  if (activity.state !== 'PUBLISHED') return 'ACTIVITY_NOT_PUBLISHED'
  return activity.version === input.version && activity.startsAt <= at ? 'ACTIVITY_BEGUN' : 'CONFLICT'
}
