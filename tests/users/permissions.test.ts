import { beforeAll, beforeEach } from 'vitest'
import { db } from '@/lib/core/db'
import { loadIdentity } from '@/lib/access/identity'
import * as own from '@/lib/users/account-actions'
import * as admin from '@/lib/users/actions'
import { hashPassword } from '@/lib/access/password'
import { describePermissions, verdicts, type Expected, type PermissionRow } from '../support/permissions'
import { buildWorld, worldToday, type ActorName, type World } from '../support/world'
import { linkFor, makePerson, password } from './person'

let world: World
let passwordHash: string

beforeAll(async () => {
  world = await buildWorld()
  passwordHash = await hashPassword(password)
})

/** Signing in, out and changing a password end sign-ins: each case begins with all of the world's open. */
beforeEach(async () => {
  await db.rateLimit.deleteMany()
  const { revoked: _, ...people } = world.people
  const ids = Object.values(people).map(({ sessionId }) => sessionId)
  await db.session.updateMany({ where: { id: { in: ids } }, data: { revokedAt: null } })
})

const chosen = { password: 'ein neues Wort 42', repeat: 'ein neues Wort 42' }

/** Open to everyone, signed in or not. */
const open = verdicts('ok', { anonymous: 'ok', disabled: 'ok', revoked: 'ok' })

/** For everyone who has signed in, about their own account. */
const everyoneOwn = verdicts('ok', {})

let counter = 0
const freshAccount = () => `invited-${(counter += 1)}@permissions.test`

const terms = { isAdministrator: false, startsOn: worldToday, endsOn: null }

/** A new person who holds these offices. */
async function holder(...offices: Record<string, string>[]): Promise<string> {
  const { id } = await makePerson({ passwordHash })
  for (const office of offices) {
    const { role, ...of } = office
    await db.appointment.create({
      data: { userId: id, role: role as 'INSURER', startsOn: new Date('2026-01-01'), ...of },
    })
  }
  return id
}

const ofMember = () => ({ role: 'ENTERPRISE', enterpriseId: world.enterprises.member })
const ofInsurer = () => ({ role: 'INSURER', insurerId: world.insurers.own })

const appointmentOf = async (userId: string) => ({
  appointmentId: (await db.appointment.findFirstOrThrow({ where: { userId }, select: { id: true } })).id,
  endsOn: worldToday,
})

/** One's own present password is set before it is changed; whoever has no user is not asked that far. */
async function withPassword(actor: ActorName): Promise<void> {
  if (actor === 'anonymous') return
  await db.user.update({ where: { id: world.people[actor].userId }, data: { passwordHash } })
}

async function newSessionOf(actor: ActorName): Promise<string> {
  const name = actor === 'anonymous' ? 'officer' : actor
  const { id } = await db.session.create({
    data: { userId: world.people[name].userId, expiresAt: new Date('2026-12-01') },
    select: { id: true },
  })
  return id
}

async function firstHatOf(actor: ActorName): Promise<string> {
  const identity = actor === 'anonymous' ? null : await loadIdentity(db, world.people[actor].userId, worldToday)
  return identity?.hats[0]?.key ?? 'none'
}

const account = async () => (await makePerson({ passwordHash })).email

const ownAccount: PermissionRow[] = [
  { action: own.signIn, input: async () => ({ account: await account(), password }), expected: open },
  {
    action: own.acceptInvitation,
    input: async () => ({
      token: await linkFor('INVITATION', (await makePerson({ passwordHash: null })).id),
      ...chosen,
    }),
    expected: open,
  },
  { action: own.requestReset, input: async () => ({ account: await account() }), expected: open },
  {
    action: own.resetPassword,
    input: async () => ({ token: await linkFor('RESET', (await makePerson({ passwordHash })).id), ...chosen }),
    expected: open,
  },
  {
    action: own.changePassword,
    input: async (_, actor) => {
      await withPassword(actor)
      return { current: password, ...chosen }
    },
    expected: everyoneOwn,
  },
  {
    action: own.endSession,
    input: async (_, actor) => ({ sessionId: await newSessionOf(actor) }),
    expected: everyoneOwn,
  },
  { action: own.endOtherSessions, input: () => ({}), expected: everyoneOwn },
  { action: own.signOut, input: () => ({}), expected: everyoneOwn },
  { action: own.chooseLanguage, input: () => ({ locale: 'EN' }), expected: everyoneOwn },
  {
    action: own.wearHat,
    input: async (_, actor) => ({ key: await firstHatOf(actor) }),
    expected: verdicts('ok', { hatless: 'NOT_FOUND', expired: 'NOT_FOUND' }),
  },
]

const forMunicipalOnly: Partial<Expected> = { administrator: 'ok' }

const administration: PermissionRow[] = [
  {
    action: admin.inviteUser,
    input: () => ({ account: freshAccount(), name: '新人', office: 'MUNICIPAL', ...terms }),
    expected: verdicts('FORBIDDEN', forMunicipalOnly),
  },
  {
    action: admin.appointUser,
    input: async () => ({
      userId: await holder(ofMember()),
      office: `ENTERPRISE:${world.enterprises.neighbour}`,
      ...terms,
    }),
    // Who administers the member's office sees the person, but knows of no other firm.
    expected: verdicts('NOT_FOUND', forMunicipalOnly),
  },
  {
    action: admin.endAppointment,
    input: async () => appointmentOf(await holder(ofMember(), ofInsurer())),
    expected: verdicts('NOT_FOUND', { administrator: 'ok', principal: 'ok', insurerAdministrator: 'FORBIDDEN' }),
  },
  {
    action: admin.disableUser,
    input: async () => ({ userId: await holder(ofMember()) }),
    expected: verdicts('NOT_FOUND', { administrator: 'ok', principal: 'ok' }),
  },
  {
    action: admin.enableUser,
    input: async () => {
      const userId = await holder(ofMember(), ofInsurer())
      await db.user.update({ where: { id: userId }, data: { disabledAt: new Date() } })
      return { userId }
    },
    // Whoever works for two offices is kept by the municipal bureau alone.
    expected: verdicts('NOT_FOUND', { administrator: 'ok', principal: 'FORBIDDEN', insurerAdministrator: 'FORBIDDEN' }),
  },
  {
    action: admin.renameUser,
    input: async () => ({ userId: await holder(ofInsurer()), name: '改名' }),
    expected: verdicts('NOT_FOUND', { administrator: 'ok', insurerAdministrator: 'ok' }),
  },
  {
    action: admin.issueLink,
    input: async () => ({ userId: await holder(ofMember(), ofInsurer()) }),
    expected: verdicts('NOT_FOUND', { administrator: 'ok', principal: 'FORBIDDEN', insurerAdministrator: 'FORBIDDEN' }),
  },
]

describePermissions('users', () => world, [...ownAccount, ...administration])
