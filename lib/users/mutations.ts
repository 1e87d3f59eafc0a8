import { pinyin } from 'pinyin-pro'
import { fromDate, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { toAccount, whereAccount, type Account } from './account-rules'
import { endLinksOf, issueLink, sendLink, takeLink, type Delivered } from './link-mutations'
import type { Office } from './schema'
import { endSessionsOf } from './session-mutations'
import type { Proved } from './credential-queries'

export type NewAppointment = { office: Office; isAdministrator: boolean; startsOn: Day; endsOn: Day | null }

/** Full pinyin and initials of a name, as the door desk looks for it: `zhangwei zw`. */
export function namePinyin(name: string): string {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive' })
  const plain = syllables.flatMap((syllable) => syllable.toLowerCase().split(/\s+/)).filter((part) => part !== '')
  return `${plain.join('')} ${plain.map((syllable) => syllable[0]).join('')}`.slice(0, 200)
}

function accountOf(typed: string): Account {
  const account = toAccount(typed)
  if (!account) throw new Refusal('INVALID', { account: 'NOT_AN_ACCOUNT' })
  return account
}

export type Invited = Delivered & { userId: string; name: string; isKnown: boolean }

/**
 * Appoints a person who may or may not have an account yet. Only whoever is new gets a link here: to hand out a link of an
 * account that others also appointed would hand out their offices too (see canIssueLink). A known account finds one more
 * hat, and keeps the name that stands.
 */
export async function inviteUser(
  tx: Tx,
  { appointment, ...invitation }: Invitation & { appointment: NewAppointment },
): Promise<Invited> {
  const invited = await invitePerson(tx, invitation)
  await appointUser(tx, invited.userId, appointment)
  return invited
}

type Invitation = { account: string; name: string; createdById: string | null; at: Date }

/** The person of an account, made where there is none yet; what the person is invited to is the caller's to write. */
export async function invitePerson(tx: Tx, { name, createdById, at, ...typed }: Invitation): Promise<Invited> {
  const account = accountOf(typed.account)
  const known = await tx.user.findUnique({
    where: whereAccount(account),
    select: { id: true, name: true, disabledAt: true },
  })
  if (known) {
    refuseUnless(known.disabledAt === null, 'USER_DISABLED')
    return { userId: known.id, name: known.name, isKnown: true, link: null, mailedTo: null }
  }
  const user = await tx.user.create({
    data: { ...account, name, namePinyin: namePinyin(name), createdAt: at },
    select: { id: true, name: true, email: true, locale: true },
  })
  const delivered = await sendLink(tx, 'INVITATION', user, { createdById, at })
  return { userId: user.id, name, isKnown: false, ...delivered }
}

/** Periods of one office never overlap: the database refuses (APPOINTMENTS_DO_NOT_OVERLAP). */
export async function appointUser(tx: Tx, userId: string, appointment: NewAppointment): Promise<string> {
  const { office, isAdministrator, startsOn, endsOn } = appointment
  const { role, officeId } = office
  const { id } = await tx.appointment.create({
    data: {
      userId,
      role,
      isAdministrator,
      jurisdictionId: role === 'JURISDICTION' ? officeId : null,
      insurerId: role === 'INSURER' ? officeId : null,
      enterpriseId: role === 'ENTERPRISE' ? officeId : null,
      startsOn: toDate(startsOn),
      endsOn: endsOn ? toDate(endsOn) : null,
    },
    select: { id: true },
  })
  return id
}

/** Ends an appointment on a day, on which it no longer holds. It may end before it began: then it never held. */
export async function endAppointment(
  tx: Tx,
  appointment: { id: string; startsOn: Date; endsOn: Date | null },
  { endsOn, today }: { endsOn: Day; today: Day },
): Promise<void> {
  const end = toDate(endsOn < fromDate(appointment.startsOn) ? fromDate(appointment.startsOn) : endsOn)
  await keepingAnAdministrator(tx, today, async () => {
    const { count } = await tx.appointment.updateMany({
      where: { id: appointment.id, OR: [{ endsOn: null }, { endsOn: { gt: toDate(today) } }] },
      data: { endsOn: end },
    })
    refuseUnless(count === 1, 'APPOINTMENT_ENDED')
  })
}

/** The person is out at the next request: the rows of the sign-ins end too, so that enabling does not revive them. */
export async function disableUser(tx: Tx, userId: string, { at, today }: { at: Date; today: Day }): Promise<void> {
  await keepingAnAdministrator(tx, today, async () => {
    const { count } = await tx.user.updateMany({ where: { id: userId, disabledAt: null }, data: { disabledAt: at } })
    refuseUnless(count === 1, 'USER_DISABLED')
  })
  await endSessionsOf(tx, userId, at)
  await endLinksOf(tx, userId, at)
}

export async function enableUser(tx: Tx, userId: string): Promise<void> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, disabledAt: { not: null } },
    data: { disabledAt: null },
  })
  refuseUnless(count === 1, 'USER_NOT_DISABLED')
}

export async function renameUser(tx: Tx, userId: string, name: string): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { name, namePinyin: namePinyin(name) }, select: { id: true } })
}

/** A fresh link for somebody: an invitation where no password is set yet, a reset otherwise. */
export async function renewLink(tx: Tx, userId: string, createdById: string | null, at: Date): Promise<Delivered> {
  const user = await tx.user.findFirst({
    where: { id: userId, disabledAt: null },
    select: { id: true, name: true, email: true, locale: true, passwordHash: true },
  })
  if (!user) throw new Refusal('USER_DISABLED')
  return sendLink(tx, user.passwordHash ? 'RESET' : 'INVITATION', user, { createdById, at })
}

const standing = (today: Day) => ({
  role: 'MUNICIPAL' as const,
  isAdministrator: true,
  startsOn: { lte: toDate(today) },
  user: { disabledAt: null, passwordHash: { not: null } },
})

/**
 * Runs a change after which somebody must still be able to administer the portal, today and for good. One at a time: two
 * administrators who remove each other in the same instant would both have seen the other.
 */
async function keepingAnAdministrator(tx: Tx, today: Day, change: () => Promise<void>): Promise<void> {
  await lockAdministrators(tx)
  const before = await countAdministrators(tx, today)
  await change()
  const after = await countAdministrators(tx, today)
  refuseUnless(after.now > 0 || before.now === 0, 'LAST_ADMINISTRATOR')
  refuseUnless(after.forGood > 0 || before.forGood === 0, 'LAST_ADMINISTRATOR')
}

const lockAdministrators = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('portal administrators'))`

async function countAdministrators(tx: Tx, today: Day): Promise<{ now: number; forGood: number }> {
  const holding = await tx.appointment.findMany({
    where: { AND: [standing(today), { OR: [{ endsOn: null }, { endsOn: { gt: toDate(today) } }] }] },
    select: { endsOn: true },
  })
  return { now: holding.length, forGood: holding.filter(({ endsOn }) => endsOn === null).length }
}

const anyAdministrator = { role: 'MUNICIPAL' as const, isAdministrator: true }

/**
 * The link that `npm start` prints where a real database has no administrator yet; null where one was ever appointed. Each
 * call ends the link of the call before.
 */
export async function createFirstAdministratorLink(tx: Tx, { at }: { at: Date }): Promise<string | null> {
  await lockAdministrators(tx)
  if ((await tx.appointment.count({ where: anyAdministrator })) > 0) return null
  return issueLink(tx, 'FIRST_ADMINISTRATOR', { userId: null, createdById: null, at })
}

/** The first account of a real database, made by whoever holds the link that the start printed. */
export async function becomeFirstAdministrator(
  tx: Tx,
  input: { token: string; account: string; name: string; passwordHash: string; at: Date; today: Day },
): Promise<Proved> {
  const { name, passwordHash, at, today } = input
  const account = accountOf(input.account)
  await lockAdministrators(tx)
  await takeLink(tx, 'FIRST_ADMINISTRATOR', input.token, at)
  refuseUnless((await tx.appointment.count({ where: anyAdministrator })) === 0, 'LINK_NOT_VALID')
  const user = await tx.user.create({
    data: { ...account, name, namePinyin: namePinyin(name), passwordHash, createdAt: at },
    select: { id: true },
  })
  const office = { role: 'MUNICIPAL' as const, officeId: null }
  await appointUser(tx, user.id, { office, isAdministrator: true, startsOn: today, endsOn: null })
  return { userId: user.id, name, passwordHash }
}
