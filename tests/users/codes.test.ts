import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { generateSync } from 'otplib'
import { anonymousActor } from '@/lib/access/identity'
import { perform } from '@/lib/access/perform'
import { seal } from '@/lib/access/sealing'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { signIn } from '@/lib/users/account-actions'
import { newSecret } from '@/lib/users/code-rules'
import { getCodeStanding } from '@/lib/users/code-queries'
import * as own from '@/lib/users/own-actions'
import { resolveSession } from '@/lib/access/identity'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { actorNames, buildWorld, worldNow, worldToday, type ActorName, type World } from '../support/world'
import { actorOf, fromElsewhere, makePerson, password } from './person'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

beforeEach(async () => {
  await db.rateLimit.deleteMany()
  setClock(worldNow)
})

/** What a second implementation of RFC 6238 shows at an instant. */
const shown = (secret: string, at = worldNow) => generateSync({ secret, epoch: Math.floor(at.getTime() / 1_000) })

const later = (seconds: number) => new Date(worldNow.getTime() + seconds * 1_000)

const nobody = anonymousActor(worldToday)

async function openWithPassword(email: string) {
  const { result } = await perform(signIn.definition, nobody, { account: email, password }, fromElsewhere())
  if (!result.ok) throw new Error(result.code)
  return result.data
}

/** A person who has turned codes on, one step ago. */
async function enrolled() {
  const person = await makePerson()
  const { sessionId } = await openWithPassword(person.email)
  const actor = (await actorOf(sessionId ?? '')) ?? nobody
  await perform(own.startCodes.definition, actor, {})
  const standing = await getCodeStanding(actor)
  if (standing.state !== 'STARTED') throw new Error(standing.state)
  const secret = standing.secret.replaceAll(' ', '')
  const { result } = await perform(own.confirmCodes.definition, actor, { code: shown(secret) })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return { ...person, actor, sessionId: sessionId ?? '', secret, recovery: result.data.codes }
}

async function ticketOf(email: string): Promise<string> {
  const { ticket } = await openWithPassword(email)
  return ticket ?? ''
}

const enter = async (ticket: string, code: string) =>
  (await perform(own.signInWithCode.definition, nobody, { ticket, code }, fromElsewhere())).result

const wrong = { ok: false, code: 'INVALID', fields: { code: 'CODE_WRONG' } }

describe('turning codes on', () => {
  it('asks for a first code, gives ten recovery codes once, and ends the other sign-ins', async () => {
    const person = await makePerson()
    const here = await openWithPassword(person.email)
    const elsewhere = await openWithPassword(person.email)
    const actor = (await actorOf(here.sessionId ?? '')) ?? nobody
    expect((await perform(own.confirmCodes.definition, actor, { code: '123456' })).result).toMatchObject({
      code: 'CODES_NOT_STARTED',
    })
    await perform(own.startCodes.definition, actor, {})
    expect(await openWithPassword(person.email)).toMatchObject({ ticket: null })
    const standing = await getCodeStanding(actor)
    const secret = standing.state === 'STARTED' ? standing.secret.replaceAll(' ', '') : ''
    expect(
      (await perform(own.confirmCodes.definition, actor, { code: shown(secret, later(90)) })).result,
    ).toMatchObject(wrong)
    const { result } = await perform(own.confirmCodes.definition, actor, { code: shown(secret) })
    expect(result.ok && new Set(result.data.codes).size).toBe(10)
    expect(await getCodeStanding(actor)).toEqual({ state: 'ON', since: worldNow, recoveryLeft: 10 })
    expect(await actorOf(here.sessionId ?? '')).not.toBeNull()
    expect(await actorOf(elsewhere.sessionId ?? '')).toBeNull()
    expect(await db.notification.findMany({ where: { userId: person.id }, select: { kind: true } })).toEqual([
      { kind: 'CODES_ON' },
    ])
  })

  it('keeps neither the secret nor a recovery code in the open', async () => {
    const { id, secret, recovery } = await enrolled()
    const rows = JSON.stringify([
      await db.oneTimeSecret.findUnique({ where: { userId: id } }),
      await db.recoveryCode.findMany({ where: { userId: id } }),
      await db.auditEvent.findMany({ where: { subjectId: id } }),
    ])
    for (const text of [secret, ...recovery, ...recovery.map((code) => code.replace('-', ''))])
      expect(rows).not.toContain(text)
  })

  it('of two confirmations at once one counts', async () => {
    const person = await makePerson()
    const { sessionId } = await openWithPassword(person.email)
    const actor = (await actorOf(sessionId ?? '')) ?? nobody
    await perform(own.startCodes.definition, actor, {})
    const standing = await getCodeStanding(actor)
    const code = shown(standing.state === 'STARTED' ? standing.secret.replaceAll(' ', '') : '')
    const answers = await Promise.all([1, 2].map(() => perform(own.confirmCodes.definition, actor, { code })))
    expect(answers.filter(({ result }) => result.ok)).toHaveLength(1)
    expect(await db.recoveryCode.count({ where: { userId: person.id } })).toBe(10)
  })
})

describe('signing in of whoever uses codes', () => {
  it('gives no session for the password alone', async () => {
    const { id, email } = await enrolled()
    const before = await db.session.count({ where: { userId: id } })
    expect(await openWithPassword(email)).toMatchObject({ sessionId: null, ticket: expect.any(String) as string })
    expect(await db.session.count({ where: { userId: id } })).toBe(before)
  })

  it('takes a code once, and no earlier one after it', async () => {
    const { id, email, secret } = await enrolled()
    setClock(later(60))
    const ticket = await ticketOf(email)
    const answer = await enter(ticket, shown(secret, later(60)))
    expect(answer.ok && (await actorOf(answer.data.sessionId, later(60)))?.userId).toBe(id)
    expect(await enter(ticket, shown(secret, later(60)))).toMatchObject({ fields: { code: 'CODE_USED' } })
    expect(await enter(ticket, shown(secret, later(30)))).toMatchObject({ fields: { code: 'CODE_USED' } })
  })

  it('of eight who send the same code at once, one gets in', async () => {
    const { email, secret } = await enrolled()
    setClock(later(60))
    const ticket = await ticketOf(email)
    const answers = await Promise.all(Array.from({ length: 8 }, () => enter(ticket, shown(secret, later(60)))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('takes a recovery code once, however it is written', async () => {
    const { id, email, recovery } = await enrolled()
    const ticket = await ticketOf(email)
    const typed = ` ${recovery[0]?.toLowerCase().replace('-', ' ') ?? ''} `
    expect(await enter(ticket, typed)).toMatchObject({ ok: true })
    expect(await enter(ticket, typed)).toMatchObject(wrong)
    expect(await db.recoveryCode.count({ where: { userId: id, usedAt: null } })).toBe(9)
    const opened = await db.auditEvent.findFirst({ where: { verb: 'session.open-with-code', subjectId: id } })
    expect(opened?.changes).toEqual({ codeKind: [null, 'RECOVERY'] })
  })

  it('does not take the code or the recovery code of somebody else', async () => {
    const [one, other] = [await enrolled(), await enrolled()]
    setClock(later(60))
    const ticket = await ticketOf(one.email)
    expect(await enter(ticket, shown(other.secret, later(60)))).toMatchObject(wrong)
    expect(await enter(ticket, other.recovery[0] ?? '')).toMatchObject(wrong)
  })

  it('ends its step after five minutes, with a change of password, and when the account is disabled', async () => {
    const { id, email, secret } = await enrolled()
    const ended = { code: 'SIGN_IN_STEP_ENDED' }
    const ticket = await ticketOf(email)
    setClock(later(301))
    expect(await enter(ticket, shown(secret, later(301)))).toMatchObject(ended)
    setClock(later(60))
    await db.user.update({ where: { id }, data: { disabledAt: worldNow } })
    expect(await enter(ticket, shown(secret, later(60)))).toMatchObject(ended)
    await db.user.update({ where: { id }, data: { disabledAt: null, passwordHash: 'another' } })
    expect(await enter(ticket, shown(secret, later(60)))).toMatchObject(ended)
    expect(await enter('forged', '123456')).toMatchObject(ended)
  })

  it('slows guessing down: the eleventh code is not looked at, from wherever it comes', async () => {
    const { email, secret } = await enrolled()
    await db.rateLimit.deleteMany()
    setClock(later(60))
    const ticket = await ticketOf(email)
    for (let attempt = 0; attempt < 10; attempt += 1) expect(await enter(ticket, '000000')).toMatchObject(wrong)
    expect(await enter(ticket, shown(secret, later(60)))).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
  })
})

describe('turning codes off', () => {
  it('takes the password and a code, and then the password alone is enough', async () => {
    const { actor, email, id, recovery, secret } = await enrolled()
    setClock(later(60))
    const stop = async (current: string, code: string) =>
      (await perform(own.stopCodes.definition, actor, { current, code }, fromElsewhere())).result
    expect(await stop('wrong password', shown(secret, later(60)))).toMatchObject({
      fields: { current: 'PASSWORD_WRONG' },
    })
    expect(await stop(password, '000000')).toMatchObject(wrong)
    expect(await stop(password, recovery[3] ?? '')).toMatchObject({ ok: true })
    expect(await openWithPassword(email)).toMatchObject({ ticket: null })
    expect(await db.recoveryCode.count({ where: { userId: id } })).toBe(0)
  })

  it('new recovery codes end the old ones', async () => {
    const { actor, email, recovery, secret } = await enrolled()
    setClock(later(60))
    const { result } = await perform(own.renewRecoveryCodes.definition, actor, { code: shown(secret, later(60)) })
    const ticket = await ticketOf(email)
    expect(await enter(ticket, recovery[0] ?? '')).toMatchObject(wrong)
    expect(await enter(ticket, (result.ok && result.data.codes[0]) || '')).toMatchObject({ ok: true })
  })

  it('an administrator resets them: the person is out everywhere, is told, and signs in with the password', async () => {
    const { id, email, sessionId } = await enrolled()
    await db.appointment.create({ data: { userId: id, role: 'MUNICIPAL', startsOn: toDate('2026-01-01') } })
    expect(await act(world, 'administrator', own.resetCodes, { userId: id })).toMatchObject({ ok: true })
    expect(await act(world, 'administrator', own.resetCodes, { userId: id })).toMatchObject({ code: 'CODES_NOT_ON' })
    expect(await actorOf(sessionId)).toBeNull()
    expect(await openWithPassword(email)).toMatchObject({ ticket: null })
    expect(await db.notification.count({ where: { userId: id, kind: 'CODES_RESET' } })).toBe(1)
    expect(await db.auditEvent.findFirst({ where: { verb: 'user.reset-codes', subjectId: id } })).toMatchObject({
      actorName: 'administrator',
      changes: { oneTimeCodes: [true, false] },
    })
  })
})

describe('where the office must use codes', () => {
  const require = async (value: { ofBureaus: boolean; ofInsurers: boolean }) => {
    await db.settingValue.deleteMany({ where: { key: 'codes' } })
    const setById = world.people.administrator.userId
    await db.settingValue.create({
      data: { key: 'codes', version: 1, value, effectiveFrom: toDate(worldToday), setById },
    })
  }
  const dutyOf = async (name: ActorName) => {
    const person = name === 'anonymous' ? null : world.people[name]
    const live = person && (await resolveSession(db, person.sessionId, worldNow))
    return live ? `${live.codes} ${live.actor.hat.kind}` : 'nobody'
  }
  const duties = async () =>
    Object.fromEntries(await Promise.all(actorNames.map(async (name) => [name, await dutyOf(name)] as const)))

  const outside = { anonymous: 'nobody', disabled: 'nobody', revoked: 'nobody' }
  const free = {
    ...outside,
    hatless: 'FREE NONE',
    administrator: 'FREE MUNICIPAL',
    officer: 'FREE MUNICIPAL',
    jinshan: 'FREE JURISDICTION',
    jinshanAdministrator: 'FREE JURISDICTION',
    fengxian: 'FREE JURISDICTION',
    coordinator: 'FREE INSURER',
    deputy: 'FREE INSURER',
    insurerAdministrator: 'FREE INSURER',
    otherCoordinator: 'FREE INSURER',
    formerCoordinator: 'FREE INSURER',
    lead: 'FREE ENTERPRISE',
    otherLead: 'FREE ENTERPRISE',
    principal: 'FREE ENTERPRISE',
    designated: 'FREE ENTERPRISE',
    clerk: 'FREE ENTERPRISE',
    expired: 'FREE NONE',
    neighbour: 'FREE ENTERPRISE',
    stranger: 'FREE ENTERPRISE',
  } satisfies Record<ActorName, string>
  const bureaus = ['administrator', 'officer', 'jinshan', 'jinshanAdministrator', 'fengxian']
  const insurers = ['coordinator', 'deputy', 'insurerAdministrator', 'otherCoordinator', 'formerCoordinator']
  const held = (names: string[]) => ({ ...free, ...Object.fromEntries(names.map((name) => [name, 'TO_SET_UP NONE'])) })

  it.each([
    [{ ofBureaus: false, ofInsurers: false }, free],
    [{ ofBureaus: true, ofInsurers: false }, held(bureaus)],
    [{ ofBureaus: false, ofInsurers: true }, held(insurers)],
    [{ ofBureaus: true, ofInsurers: true }, held([...bureaus, ...insurers])],
  ])('%j: whoever has none set up acts under no hat at all', async (value, expected) => {
    await require(value)
    expect(await duties()).toEqual(expected)
  })

  it('a hat comes back with the first code', async () => {
    await require({ ofBureaus: true, ofInsurers: true })
    const sealedSecret = seal('one-time-secret', world.people.jinshan.userId, newSecret())
    const data = { userId: world.people.jinshan.userId, sealedSecret }
    await db.oneTimeSecret.create({ data })
    expect(await dutyOf('jinshan')).toBe('TO_SET_UP NONE')
    await db.oneTimeSecret.update({ where: { userId: data.userId }, data: { confirmedAt: worldNow, lastStep: 1 } })
    expect(await dutyOf('jinshan')).toBe('SET_UP JURISDICTION')
  })

  it('from a day on, not before', async () => {
    await db.settingValue.updateMany({ where: { key: 'codes' }, data: { effectiveFrom: toDate('2026-11-25') } })
    expect(await dutyOf('officer')).toBe('FREE MUNICIPAL')
  })
})
