import { beforeAll, describe, expect, it } from 'vitest'
import { anonymousActor } from '@/lib/access/identity'
import { perform } from '@/lib/access/perform'
import { verifyPassword } from '@/lib/access/password'
import { db } from '@/lib/core/db'
import {
  acceptInvitation,
  becomeFirstAdministrator,
  changePassword,
  requestReset,
  resetPassword,
  signIn,
} from '@/lib/users/account-actions'
import { createFirstAdministratorLink } from '@/lib/users/mutations'
import { worldNow, worldToday } from '../support/world'
import { setClock } from '../support/clock'
import { actorOf, fromElsewhere, linkFor, makePerson, password, tokenOf } from './person'

const nobody = anonymousActor(worldToday)
const chosen = { password: 'ein neues Wort 42', repeat: 'ein neues Wort 42' }
const later = (hours: number) => new Date(worldNow.getTime() + hours * 3_600_000)

const accept = (token: string, words = chosen) =>
  perform(acceptInvitation.definition, nobody, { token, ...words }, fromElsewhere())

const reset = (token: string, words = chosen) =>
  perform(resetPassword.definition, nobody, { token, ...words }, fromElsewhere())

const hashOf = async (id: string) =>
  (await db.user.findUniqueOrThrow({ where: { id }, select: { passwordHash: true } })).passwordHash

async function signedIn(email: string, words = password) {
  const { result } = await perform(signIn.definition, nobody, { account: email, password: words }, fromElsewhere())
  return result.ok ? result.data.sessionId : null
}

beforeAll(() => setClock(worldNow))

describe('an invitation', () => {
  it('sets the password, opens a session, and works once', async () => {
    const person = await makePerson({ passwordHash: null })
    const token = await linkFor('INVITATION', person.id)
    const { result } = await accept(token)
    expect(result.ok && (await actorOf(result.data.sessionId))?.userId).toBe(person.id)
    expect(await verifyPassword(await hashOf(person.id), chosen.password)).toBe(true)
    expect((await accept(token)).result).toMatchObject({ ok: false, code: 'LINK_NOT_VALID' })
  })

  it('is used by one of two that come at once', async () => {
    const person = await makePerson({ passwordHash: null })
    const token = await linkFor('INVITATION', person.id)
    const answers = await Promise.all(Array.from({ length: 5 }, () => accept(token)))
    expect(answers.filter(({ result }) => result.ok)).toHaveLength(1)
    expect(await db.session.count({ where: { userId: person.id } })).toBe(1)
  })

  it('expires after 72 hours', async () => {
    const person = await makePerson({ passwordHash: null })
    const token = await linkFor('INVITATION', person.id)
    setClock(later(72))
    expect((await accept(token)).result).toMatchObject({ ok: false, code: 'LINK_NOT_VALID' })
    setClock(later(71.9))
    expect((await accept(token)).result.ok).toBe(true)
    setClock(worldNow)
  })

  it('is stored as a hash alone', async () => {
    const person = await makePerson({ passwordHash: null })
    const token = await linkFor('INVITATION', person.id)
    expect(token.length).toBeGreaterThanOrEqual(43)
    const row = await db.userToken.findFirstOrThrow({ where: { userId: person.id } })
    expect(JSON.stringify(row)).not.toContain(token)
  })

  it('opens nothing for a disabled account, nor as a link of another kind', async () => {
    const person = await makePerson({ passwordHash: null })
    const token = await linkFor('INVITATION', person.id)
    expect((await reset(token)).result).toMatchObject({ code: 'LINK_NOT_VALID' })
    await db.user.update({ where: { id: person.id }, data: { disabledAt: worldNow } })
    expect((await accept(token)).result).toMatchObject({ code: 'LINK_NOT_VALID' })
  })

  it.each([
    [{ password: 'short', repeat: 'short' }, { password: 'PASSWORD_TOO_SHORT' }],
    [{ password: 'Password2026!', repeat: 'Password2026!' }, { password: 'PASSWORD_TOO_EASY' }],
    [{ password: 'one of these', repeat: 'one of those' }, { repeat: 'PASSWORDS_DIFFER' }],
  ])('is not spent by %j', async (words, fields) => {
    const person = await makePerson({ passwordHash: null })
    const token = await linkFor('INVITATION', person.id)
    expect((await accept(token, words)).result).toMatchObject({ ok: false, code: 'INVALID', fields })
    expect((await accept(token)).result.ok).toBe(true)
  })

  it('refuses a password made of the account', async () => {
    const person = await makePerson({ passwordHash: null })
    const token = await linkFor('INVITATION', person.id)
    const words = { password: `${person.email}1`, repeat: `${person.email}1` }
    expect((await accept(token, words)).result).toMatchObject({ fields: { password: 'PASSWORD_IS_ACCOUNT' } })
  })
})

describe('a reset', () => {
  it('ends every sign-in and every other link', async () => {
    const person = await makePerson()
    const sessionId = await signedIn(person.email)
    const other = await linkFor('RESET', person.id)
    const token = await linkFor('RESET', person.id)
    expect((await reset(token)).result.ok).toBe(true)
    expect(await actorOf(sessionId ?? '')).toBeNull()
    expect((await reset(other)).result).toMatchObject({ code: 'LINK_NOT_VALID' })
    expect(await signedIn(person.email)).toBeNull()
    expect(await signedIn(person.email, chosen.password)).not.toBeNull()
  })

  it('expires after an hour', async () => {
    const person = await makePerson()
    const token = await linkFor('RESET', person.id)
    setClock(later(1))
    expect((await reset(token)).result).toMatchObject({ code: 'LINK_NOT_VALID' })
    setClock(worldNow)
  })

  it('asked for by a stranger answers the same for every account, and without mail changes nothing', async () => {
    const person = await makePerson()
    const ask = (account: string) => perform(requestReset.definition, nobody, { account }, fromElsewhere())
    const known = await ask(person.email)
    expect(known).toEqual(await ask('nobody@test.example'))
    expect(known.result.ok).toBe(true)
    expect(await db.userToken.count({ where: { userId: person.id } })).toBe(0)
  })

  it('cannot be asked for without end from one address', async () => {
    const caller = fromElsewhere()
    const codes = []
    for (let time = 0; time < 21; time++) {
      const { result } = await perform(requestReset.definition, nobody, { account: `x${time}@test.example` }, caller)
      codes.push(result.ok ? 'ok' : result.code)
    }
    expect(codes.indexOf('TOO_MANY_REQUESTS')).toBe(20)
  })
})

describe('changing one’s own password', () => {
  const change = async (sessionId: string, current: string) => {
    const actor = await actorOf(sessionId)
    if (!actor) throw new Error('signed out')
    return perform(changePassword.definition, actor, { current, ...chosen }, fromElsewhere())
  }

  it('asks for the present one, and ends the other sign-ins but not this one', async () => {
    const person = await makePerson()
    const here = (await signedIn(person.email)) ?? ''
    const there = (await signedIn(person.email)) ?? ''
    expect((await change(here, 'not it')).result).toMatchObject({
      code: 'INVALID',
      fields: { current: 'PASSWORD_WRONG' },
    })
    expect((await change(here, password)).result).toMatchObject({ ok: true, data: { ended: 1 } })
    expect(await actorOf(here)).not.toBeNull()
    expect(await actorOf(there)).toBeNull()
  })

  it('does not let a session guess the password', async () => {
    const person = await makePerson()
    const actor = await actorOf((await signedIn(person.email)) ?? '')
    if (!actor) throw new Error('signed out')
    const caller = fromElsewhere()
    const codes = []
    for (let time = 0; time < 6; time++) {
      const { result } = await perform(changePassword.definition, actor, { current: 'guess', ...chosen }, caller)
      codes.push(result.ok ? 'ok' : result.code)
    }
    expect(codes.at(-1)).toBe('TOO_MANY_ATTEMPTS')
  })
})

describe('the first administrator', () => {
  const account = { account: '138 0000 1234', name: '王管理' }
  const begin = (token: string, input = account) =>
    perform(becomeFirstAdministrator.definition, nobody, { token, ...input, ...chosen }, fromElsewhere())
  const newLink = () => db.$transaction((tx) => createFirstAdministratorLink(tx, { at: worldNow }))

  it('comes in by the last link printed, once, and there is no second one', async () => {
    const old = tokenOf((await newLink()) ?? '')
    const token = tokenOf((await newLink()) ?? '')
    expect((await begin(old)).result).toMatchObject({ code: 'LINK_NOT_VALID' })
    expect((await begin(token, { ...account, account: 'nonsense' })).result).toMatchObject({
      fields: { account: 'NOT_AN_ACCOUNT' },
    })
    const answers = await Promise.all([begin(token), begin(token), begin(token)])
    const [entered, ...rest] = answers.filter(({ result }) => result.ok)
    expect(rest).toEqual([])
    const sessionId = entered?.result.ok ? entered.result.data.sessionId : ''
    expect((await actorOf(sessionId))?.hat).toEqual({ kind: 'MUNICIPAL', isAdministrator: true })
    expect(await db.user.findFirst({ where: { phone: '+8613800001234' } })).toMatchObject({ name: '王管理' })
    expect(await newLink()).toBeNull()
  })
})
