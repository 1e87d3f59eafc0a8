import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import type { RegistrationState } from '@/lib/core/prisma/enums'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { meetsEnterprise } from '@/lib/places/audience-mutations'
import { freePlaces } from '@/lib/places/mutations'
import { lockActivity, takePlaces, type Freed, type LockedActivity } from '@/lib/places/room-mutations'
import { membershipsConcerned } from '@/lib/places/policy'
import { isChangeable, registrationWindow } from '@/lib/places/rules'
import { isOpen, openStates } from './rules'

/** An enterprise keeps to the registration window; whoever runs the activity may still enter a late call. */
export type Sender = 'ENTERPRISE' | 'ORGANISER'

type Standing = { activityId: string; enterpriseId: string }

export type Registered = { placed: string[]; waiting: string[] }

/** Names of people, and `null` for a place without a name. */
type Place = { userId: string; name: string } | null

/**
 * Takes places for people and for names to come, as many as there are; the others wait in the order in which they asked.
 * Who holds or waits for a place already is left alone, so that pressing twice changes nothing.
 */
export async function registerPeople(
  tx: Tx,
  wish: Standing & { userIds: string[]; unnamedPlaces: number; sender: Sender; createdById: string; at: Date },
): Promise<Registered> {
  const { activityId, enterpriseId, at } = wish
  const activity = await lockActivity(tx, activityId)
  refuseClosedWindow(activity, wish.sender, at)
  await refuseUnconcerned(tx, activity, enterpriseId)

  const present = await registrationsOf(tx, activityId, enterpriseId, wish.userIds)
  await refuseUninvited(tx, wish, present)
  const people = await newPeople(tx, present, enterpriseId, wish.userIds)
  const held = present.filter((row) => row.userId === null && isOpen(row.state)).length
  const nameless = Math.max(0, wish.unnamedPlaces - held)
  const places: Place[] = [...people, ...Array.from({ length: nameless }, () => null)]
  if (places.length === 0) return { placed: [], waiting: [] }
  await refuseTooMany(tx, activity, enterpriseId, places.length)

  const given = await takePlaces(
    tx,
    activity,
    places.map(() => enterpriseId),
  )
  await endLeave(tx, present, enterpriseId, people)
  await tx.registration.createMany({
    data: places.map((place, index) => ({
      activityId,
      enterpriseId,
      userId: place?.userId ?? null,
      state: given[index] ? ('PLACED' as const) : ('WAITING' as const),
      allianceId: given[index] ?? null,
      queuedAt: at,
      createdById: wish.createdById,
      createdAt: at,
    })),
  })
  const named = (isPlaced: boolean) =>
    places.flatMap((place, index) => (Boolean(given[index]) === isPlaced ? [place?.name ?? ''] : []))
  return { placed: named(true), waiting: named(false) }
}

const open = { in: [...openStates] }

/** What a place given up leaves behind of its having been one. */
const placeless = { allianceId: null, offeredUntil: null }

/** The places among what stands there, as they are counted. */
const placesOf = (tx: Tx, where: Prisma.RegistrationWhereInput): Promise<Freed[]> =>
  tx.registration.findMany({ where: { AND: [where, { state: 'PLACED' }] }, select: { allianceId: true } })

function refuseClosedWindow(activity: LockedActivity, sender: Sender, at: Date): void {
  if (sender === 'ORGANISER') return refuseUnless(isChangeable(activity, at), 'REGISTRATION_OVER')
  const window = registrationWindow(activity, at)
  refuseUnless(window !== 'SHUT', 'ACTIVITY_NOT_PUBLISHED')
  refuseUnless(window !== 'NOT_YET', 'REGISTRATION_NOT_YET_OPEN')
  refuseUnless(window === 'OPEN', 'REGISTRATION_OVER')
}

/** Waits count too: whoever waits for more than may be held would be offered what it cannot take. */
async function refuseTooMany(tx: Tx, activity: LockedActivity, enterpriseId: string, more: number): Promise<void> {
  const { id: activityId, perEnterprise } = activity
  if (perEnterprise === null) return
  const held = await tx.registration.count({ where: { activityId, enterpriseId, state: open } })
  if (held + more > perEnterprise)
    throw new Refusal('ENTERPRISE_PLACES_USED_UP', {}, { most: perEnterprise, left: Math.max(0, perEnterprise - held) })
}

async function refuseUnconcerned(tx: Tx, activity: LockedActivity, enterpriseId: string): Promise<void> {
  const membership = await tx.membership.findFirst({
    where: { AND: [{ enterpriseId }, membershipsConcerned(activity)] },
    select: { id: true },
  })
  refuseUnless(membership !== null, 'ENTERPRISE_NOT_CONCERNED')
}

/**
 * An enterprise that the audience leaves out does not register itself (it may telephone, or come to the door); one that
 * has a place, a wait or leave already goes on deciding about it.
 */
async function refuseUninvited(
  tx: Tx,
  wish: Standing & { sender: Sender; at: Date },
  present: Present[],
): Promise<void> {
  if (wish.sender === 'ORGANISER' || present.some((row) => row.enterpriseId === wish.enterpriseId)) return
  refuseUnless(await meetsEnterprise(tx, wish), 'ENTERPRISE_NOT_INVITED')
}

/** People of the enterprise: whoever holds or held its mandate, or works in its office. */
const peopleOf = (enterpriseId: string): Prisma.UserWhereInput => ({
  disabledAt: null,
  OR: [{ mandates: { some: { enterpriseId } } }, { appointments: { some: { enterpriseId } } }],
})

type Present = { id: string; state: RegistrationState; userId: string | null; enterpriseId: string }

/** What stands already for the enterprise, and for the people wherever they are sent from. */
const registrationsOf = (tx: Tx, activityId: string, enterpriseId: string, userIds: string[]): Promise<Present[]> =>
  tx.registration.findMany({
    where: {
      AND: [{ activityId, state: { not: 'WITHDRAWN' } }, { OR: [{ enterpriseId }, { userId: { in: userIds } }] }],
    },
    select: { id: true, state: true, userId: true, enterpriseId: true },
  })

/** Those of the named people who have no place yet; refuses strangers and who is sent by another enterprise already. */
async function newPeople(tx: Tx, present: Present[], enterpriseId: string, userIds: string[]) {
  const ids = [...new Set(userIds)]
  if (ids.length === 0) return []
  const known = await tx.user.findMany({
    where: { AND: [{ id: { in: ids } }, peopleOf(enterpriseId)] },
    select: { id: true, name: true },
  })
  if (known.length !== ids.length) throw new Refusal('INVALID', { userIds: 'NOT_A_PERSON_OF_ENTERPRISE' })
  const taken = present.filter((row) => isOpen(row.state))
  const elsewhere = taken.find((row) => row.enterpriseId !== enterpriseId && row.userId && ids.includes(row.userId))
  if (elsewhere) throw new Refusal('PERSON_SENT_BY_ANOTHER', {}, { name: nameOf(known, elsewhere.userId) })
  return known
    .filter((person) => !taken.some((row) => row.userId === person.id))
    .map(({ id, name }) => ({ userId: id, name }))
}

const nameOf = (people: { id: string; name: string }[], id: string | null): string =>
  people.find((person) => person.id === id)?.name ?? ''

/** Registering takes back the leave that the enterprise asked for itself and for these people. */
async function endLeave(tx: Tx, present: Present[], enterpriseId: string, people: { userId: string }[]): Promise<void> {
  const isBack = (row: Present) => row.userId === null || people.some((person) => person.userId === row.userId)
  const own = present.filter((row) => row.enterpriseId === enterpriseId && row.state === 'ON_LEAVE')
  const ended = own.filter(isBack).map((row) => row.id)
  if (ended.length === 0) return
  await tx.registration.updateMany({ where: { id: { in: ended }, state: 'ON_LEAVE' }, data: { state: 'WITHDRAWN' } })
}

type OwnPlace = { registrationId: string; activityId: string; at: Date }

/** The place as it stands under the lock, still to be changed: nobody has checked in with it, the activity is not over. */
async function lockPlace(tx: Tx, { registrationId, activityId, at }: OwnPlace) {
  const activity = await lockActivity(tx, activityId)
  refuseUnless(isChangeable(activity, at), 'REGISTRATION_OVER')
  const place = await tx.registration.findUniqueOrThrow({
    where: { id: registrationId },
    select: { id: true, state: true, userId: true, enterpriseId: true, allianceId: true, offeredUntil: true },
  })
  const attendance = await tx.attendance.findFirst({ where: { registrationId, undoneAt: null }, select: { id: true } })
  refuseUnless(attendance === null, 'ALREADY_CHECKED_IN')
  return { activity, place }
}

/**
 * Puts a person into a place: the first one, or another one instead. The place itself stays where it is in the line. The
 * person's name; null: it was this person's already.
 */
export async function fillPlace(tx: Tx, wish: OwnPlace & { userId: string }): Promise<string | null> {
  const { activity, place } = await lockPlace(tx, wish)
  if (place.userId === wish.userId && isOpen(place.state)) return null
  const present = await registrationsOf(tx, activity.id, place.enterpriseId, [wish.userId])
  const [person] = await newPeople(tx, present, place.enterpriseId, [wish.userId])
  if (!person) throw new Refusal('PERSON_ALREADY_REGISTERED', { userId: 'ALREADY_REGISTERED' })
  const { count } = await tx.registration.updateMany({
    where: { id: place.id, userId: place.userId, state: open },
    // Saying who comes is taking what was offered.
    data: { userId: person.userId, offeredUntil: null },
  })
  refuseUnless(count === 1, 'PLACE_NOT_HELD')
  await endLeave(tx, present, place.enterpriseId, [person])
  return person.name
}

/** Gives a place or a wait up; the next one moves up in the same transaction. False: it was given up already. */
export async function withdraw(tx: Tx, wish: OwnPlace): Promise<boolean> {
  const { activity, place } = await lockPlace(tx, wish)
  if (place.state === 'WITHDRAWN') return false
  return leavePlace(tx, activity, place, { state: 'WITHDRAWN' }, wish.at)
}

/**
 * Gives up every place and wait of an enterprise for what begins on a day or later, because it closes; the next ones move
 * up. Activity by activity, each under its lock and always in the same order. How many it were.
 */
export async function withdrawEnterprise(
  tx: Tx,
  { enterpriseId, from, at }: { enterpriseId: string; from: Date; at: Date },
): Promise<number> {
  const held = { enterpriseId, state: open }
  const activities = await tx.activity.findMany({
    where: { state: 'PUBLISHED', startsAt: { gte: from }, registrations: { some: held } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  let withdrawn = 0
  for (const { id } of activities) {
    const activity = await lockActivity(tx, id)
    const own = { ...held, activityId: id }
    const placed = await placesOf(tx, own)
    const { count } = await tx.registration.updateMany({ where: own, data: { ...placeless, state: 'WITHDRAWN' } })
    await freePlaces(tx, activity, placed, at)
    withdrawn += count
  }
  return withdrawn
}

/** Takes the place that was offered. False: it was theirs already. */
export async function acceptOffer(tx: Tx, wish: OwnPlace): Promise<boolean> {
  const { place } = await lockPlace(tx, wish)
  refuseUnless(place.state === 'PLACED', 'OFFER_LAPSED')
  if (place.offeredUntil === null) return false
  const { count } = await tx.registration.updateMany({
    where: { id: place.id, state: 'PLACED', offeredUntil: { gt: wish.at } },
    data: { offeredUntil: null },
  })
  refuseUnless(count === 1, 'OFFER_LAPSED')
  return true
}

/** Excuses a person who had registered; the place goes to the next one. */
export async function askLeave(tx: Tx, wish: OwnPlace & { reason: string }): Promise<boolean> {
  const { activity, place } = await lockPlace(tx, wish)
  if (place.state === 'ON_LEAVE') return false
  refuseUnless(isOpen(place.state), 'PLACE_NOT_HELD')
  refuseUnless(place.userId !== null, 'PLACE_WITHOUT_NAME')
  return leavePlace(tx, activity, place, { state: 'ON_LEAVE', leaveReason: wish.reason }, wish.at)
}

async function leavePlace(
  tx: Tx,
  activity: LockedActivity,
  place: Freed & { id: string; state: RegistrationState },
  data: { state: 'WITHDRAWN' | 'ON_LEAVE'; leaveReason?: string },
  at: Date,
): Promise<boolean> {
  const { count } = await tx.registration.updateMany({
    where: { id: place.id, state: place.state },
    data: { ...placeless, ...data },
  })
  refuseUnless(count === 1, 'PLACE_NOT_HELD')
  await freePlaces(tx, activity, place.state === 'PLACED' ? [place] : [], at)
  return true
}

/** Excuses the whole enterprise, whether it had registered or not: its people go on leave, its places to the next ones. */
export async function askEnterpriseLeave(
  tx: Tx,
  wish: Standing & { reason: string; createdById: string; at: Date },
): Promise<boolean> {
  const { activityId, enterpriseId, reason, createdById, at } = wish
  const activity = await lockActivity(tx, activityId)
  refuseUnless(isChangeable(activity, at), 'REGISTRATION_OVER')
  await refuseUnconcerned(tx, activity, enterpriseId)
  const own = { activityId, enterpriseId }
  const checkedIn = await tx.attendance.findFirst({ where: { ...own, undoneAt: null }, select: { id: true } })
  refuseUnless(checkedIn === null, 'ALREADY_CHECKED_IN')
  const before = await tx.registration.findFirst({
    where: { ...own, userId: null, state: 'ON_LEAVE' },
    select: { id: true },
  })
  if (before) return false

  const placed = await placesOf(tx, own)
  await tx.registration.updateMany({
    where: { ...own, userId: null, state: open },
    data: { ...placeless, state: 'WITHDRAWN' },
  })
  await tx.registration.updateMany({
    where: { ...own, userId: { not: null }, state: open },
    data: { ...placeless, state: 'ON_LEAVE', leaveReason: reason },
  })
  await tx.registration.create({
    data: { ...own, state: 'ON_LEAVE', leaveReason: reason, queuedAt: at, createdById, createdAt: at },
    select: { id: true },
  })
  await freePlaces(tx, activity, placed, at)
  return true
}
