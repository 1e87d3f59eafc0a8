import { beforeAll, beforeEach } from 'vitest'
import { seal } from '@/lib/access/sealing'
import { sealStep } from '@/lib/access/sign-in-step'
import { hashPassword } from '@/lib/access/password'
import { db } from '@/lib/core/db'
import { generateSync } from 'otplib'
import { newSecret } from '@/lib/users/code-rules'
import { issueLink } from '@/lib/users/link-mutations'
import * as own from '@/lib/users/own-actions'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, worldNow, type ActorName, type World } from '../support/world'
import { makePerson, password, tokenOf } from './person'

let world: World
let passwordHash: string
const secret = newSecret()

beforeAll(async () => {
  world = await buildWorld()
  passwordHash = await hashPassword(password)
})

/** Confirming and resetting codes ends sign-ins: each case begins with all of the world's open. */
beforeEach(async () => {
  await db.rateLimit.deleteMany()
  const { revoked: _, ...people } = world.people
  const ids = Object.values(people).map(({ sessionId }) => sessionId)
  await db.session.updateMany({ where: { id: { in: ids } }, data: { revokedAt: null } })
})

const open = verdicts('ok', { anonymous: 'ok', disabled: 'ok', revoked: 'ok' })

/** For everyone who has signed in, about their own account. */
const everyoneOwn = verdicts('ok', {})

const code = () => generateSync({ secret, epoch: worldNow.getTime() / 1_000 })

async function withSecret(userId: string, isOn: boolean): Promise<void> {
  const data = {
    sealedSecret: seal('one-time-secret', userId, secret),
    confirmedAt: isOn ? worldNow : null,
    lastStep: isOn ? 1 : null,
  }
  await db.oneTimeSecret.upsert({ where: { userId }, create: { userId, ...data }, update: data })
}

/** The actor's own password and codes, before they are asked for. */
async function ready(actor: ActorName, isOn: boolean): Promise<void> {
  if (actor === 'anonymous') return
  const { userId } = world.people[actor]
  await db.user.update({ where: { id: userId }, data: { passwordHash } })
  await withSecret(userId, isOn)
}

const withCode = async (actor: ActorName, isOn: boolean) => {
  await ready(actor, isOn)
  return { code: code() }
}

async function stepOfSomebody() {
  const { id } = await makePerson({ passwordHash })
  await withSecret(id, true)
  return { ticket: sealStep({ userId: id, passwordHash, next: '/portal' }, worldNow), code: code() }
}

async function confirmation() {
  const { id, email } = await makePerson({ passwordHash })
  const context = { userId: id, createdById: id, at: worldNow, email: `new-${email}` }
  return { token: tokenOf(await db.$transaction((tx) => issueLink(tx, 'CONTACT', context))) }
}

let serial = 10_000_000
const phone = async (actor: ActorName) => {
  await ready(actor, true)
  return { phone: `138${serial++}`, current: password }
}

/** A person of the insurer's office who uses codes. */
async function colleague() {
  const { id } = await makePerson({ passwordHash })
  await db.appointment.create({
    data: { userId: id, role: 'INSURER', insurerId: world.insurers.own, startsOn: new Date('2026-01-01') },
  })
  await withSecret(id, true)
  return { userId: id }
}

describePermissions('own-account', () => world, [
  { action: own.signInWithCode, input: stepOfSomebody, expected: open },
  { action: own.confirmMail, input: confirmation, expected: open },
  {
    action: own.startCodes,
    input: async (_, actor) => {
      await ready(actor, false)
      return {}
    },
    expected: everyoneOwn,
  },
  { action: own.confirmCodes, input: (_, actor) => withCode(actor, false), expected: everyoneOwn },
  { action: own.renewRecoveryCodes, input: (_, actor) => withCode(actor, true), expected: everyoneOwn },
  { action: own.finishRecoveryCodes, input: () => ({}), expected: everyoneOwn },
  {
    action: own.stopCodes,
    input: async (_, actor) => ({ ...(await withCode(actor, true)), current: password }),
    expected: everyoneOwn,
  },
  { action: own.changePhone, input: (_, actor) => phone(actor), expected: everyoneOwn },
  {
    action: own.resetCodes,
    input: colleague,
    // The portal's administrator and the office's own; nobody else sees the person at all.
    expected: verdicts('NOT_FOUND', { administrator: 'ok', insurerAdministrator: 'ok' }),
  },
])
