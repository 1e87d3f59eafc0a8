import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { anonymousActor } from '@/lib/access/identity'
import { perform } from '@/lib/access/perform'
import { openSessionToken, sealSession } from '@/lib/access/session-token'
import { delayMilliseconds, lockSeconds } from '@/lib/access/throttle'
import { db } from '@/lib/core/db'
import { signIn } from '@/lib/users/account-actions'
import { buildWorld, worldNow, worldToday } from '../support/world'
import { actorOf, fromElsewhere, makePerson, password } from './person'

const verifications = vi.hoisted(() => ({ count: 0 }))

vi.mock(import('@node-rs/argon2'), async (original) => {
  const argon2 = await original()
  return {
    ...argon2,
    verify: (...given: Parameters<typeof argon2.verify>) => {
      verifications.count += 1
      return argon2.verify(...given)
    },
  }
})

beforeAll(async () => {
  await buildWorld()
})

beforeEach(async () => {
  await db.rateLimit.deleteMany()
})

const nobody = anonymousActor(worldToday)

async function attempt(
  input: { account: string; password: string; next?: string },
  caller = fromElsewhere(),
  actor = nobody,
) {
  verifications.count = 0
  const { result } = await perform(signIn.definition, actor, input, caller)
  return { result, verifications: verifications.count }
}

async function sessionOf(email: string, caller = fromElsewhere(), actor = nobody): Promise<string> {
  const { result } = await attempt({ account: email, password }, caller, actor)
  if (!result.ok) throw new Error(result.code)
  return result.data.sessionId ?? ''
}

describe('signing in', () => {
  it('opens a session row that the token names', async () => {
    const person = await makePerson()
    const sessionId = await sessionOf(person.email)
    expect((await actorOf(sessionId))?.userId).toBe(person.id)
    expect(await openSessionToken(await sealSession(sessionId))).toBe(sessionId)
  })

  it('takes the account however it is written', async () => {
    const { email } = await makePerson()
    expect((await attempt({ account: ` ${email.toUpperCase().replace('@', '＠')} `, password })).result.ok).toBe(true)
  })

  it('answers unknown, wrong, disabled and invited alike, after one verification each', async () => {
    const known = await makePerson()
    const disabled = await makePerson({ disabledAt: worldNow })
    const invited = await makePerson({ passwordHash: null })
    const answers = [
      await attempt({ account: known.email, password: 'not the password' }),
      await attempt({ account: 'nobody@test.example', password }),
      await attempt({ account: 'neither mail nor number', password }),
      await attempt({ account: disabled.email, password }),
      await attempt({ account: invited.email, password }),
    ]
    const [first] = answers
    expect(first).toMatchObject({ result: { ok: false, code: 'SIGN_IN_FAILED', fields: {} }, verifications: 1 })
    for (const answer of answers) expect(answer).toEqual(first)
  })

  it('records who signed in, and a failure leaves no trace in the trail', async () => {
    const person = await makePerson()
    await attempt({ account: person.email, password: 'wrong' })
    expect(await db.auditEvent.count({ where: { actorId: person.id } })).toBe(0)
    await sessionOf(person.email)
    expect(await db.auditEvent.findFirst({ where: { actorId: person.id } })).toMatchObject({ verb: 'session.open' })
  })

  it.each([
    ['/portal/users?q=1', '/portal/users?q=1'],
    ['//evil.example', '/portal'],
    ['/\\evil.example', '/portal'],
    ['https://evil.example', '/portal'],
    ['javascript:alert(1)', '/portal'],
    ['/portal\r\nSet-Cookie: a=b', '/portal'],
  ])('returns to %j as %j', async (next, expected) => {
    const { email } = await makePerson()
    const { result } = await attempt({ account: email, password, next })
    expect(result).toMatchObject({ ok: true, data: { next: expected } })
  })

  it('gives a new id at each sign-in and ends the one the browser held', async () => {
    const { email } = await makePerson()
    const first = await sessionOf(email)
    const held = await actorOf(first)
    const second = await sessionOf(email, fromElsewhere(), held ?? nobody)
    expect(second).not.toBe(first)
    expect(await actorOf(first)).toBeNull()
    expect(await actorOf(second)).not.toBeNull()
  })

  it('leaves no door open when the password changes while it is proved', async () => {
    const person = await makePerson()
    const { prepare } = signIn.definition
    const changing = {
      ...signIn.definition,
      prepare: async (context: Parameters<NonNullable<typeof prepare>>[0]) => {
        const proved = await prepare?.(context)
        await db.user.update({ where: { id: person.id }, data: { passwordHash: 'another' } })
        if (!proved) throw new Error('not proved')
        return proved
      },
    }
    const { result } = await perform(changing, nobody, { account: person.email, password }, fromElsewhere())
    expect(result).toMatchObject({ ok: false, code: 'SIGN_IN_FAILED' })
    expect(await db.session.count({ where: { userId: person.id } })).toBe(0)
  })
})

describe('a session', () => {
  it('ends when idle for eight hours, and after seven days in any case', async () => {
    const { email } = await makePerson()
    const sessionId = await sessionOf(email)
    const after = (hours: number) => new Date(worldNow.getTime() + hours * 3_600_000)
    expect(await actorOf(sessionId, after(7.9))).not.toBeNull()
    expect(await actorOf(sessionId, after(8.1))).toBeNull()
    await db.session.update({ where: { id: sessionId }, data: { lastSeenAt: after(7 * 24 - 1) } })
    expect(await actorOf(sessionId, after(7 * 24 - 0.1))).not.toBeNull()
    expect(await actorOf(sessionId, after(7 * 24 + 0.1))).toBeNull()
  })

  it.each([
    ['', null],
    ['x'.repeat(300), null],
    ['eyJhbGciOiJub25lIn0..', null],
  ])('is not found behind the token %j', async (token, expected) => {
    expect(await openSessionToken(token)).toBe(expected)
  })
})

describe('guessing is slowed', () => {
  const guess = (account: string, caller: { address: string; userAgent: string }) =>
    attempt({ account, password: 'a wrong guess' }, caller)

  it('shuts one account from one address after five, also for the right password', async () => {
    const { email } = await makePerson()
    const attacker = fromElsewhere()
    for (let time = 0; time < 5; time++) await guess(email, attacker)
    const sixth = await attempt({ account: email, password }, attacker)
    expect(sixth).toMatchObject({ result: { code: 'TOO_MANY_ATTEMPTS', params: { minutes: 1 } }, verifications: 0 })
  })

  it('answers an unknown account by the same steps', async () => {
    const attacker = fromElsewhere()
    const codes = []
    for (let time = 0; time < 6; time++) codes.push((await guess('ghost@test.example', attacker)).result)
    expect(codes.map((result) => (result.ok ? 'ok' : result.code))).toEqual([
      ...Array<string>(5).fill('SIGN_IN_FAILED'),
      'TOO_MANY_ATTEMPTS',
    ])
  })

  it('never keeps the owner out at another address', async () => {
    const { email } = await makePerson()
    for (let place = 0; place < 3; place++) {
      const attacker = fromElsewhere()
      for (let time = 0; time < 6; time++) await guess(email, attacker)
    }
    expect((await attempt({ account: email, password })).result.ok).toBe(true)
  })

  it('counts a thousand at once as a thousand: of twenty together, five are looked at', async () => {
    const { email } = await makePerson()
    const attacker = fromElsewhere()
    verifications.count = 0
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        perform(signIn.definition, nobody, { account: email, password: 'wrong one' }, attacker),
      ),
    )
    const codes = answers.map(({ result }) => (result.ok ? 'ok' : result.code))
    expect(codes.filter((code) => code === 'SIGN_IN_FAILED')).toHaveLength(5)
    expect(verifications.count).toBe(5)
  })

  it('opens again by itself, and shuts for longer the next time', async () => {
    const { email } = await makePerson()
    const attacker = fromElsewhere()
    for (let time = 0; time < 6; time++) await guess(email, attacker)
    await db.$executeRaw`UPDATE rate_limits SET expire = 1 WHERE key LIKE 'pair:%'`
    for (let time = 0; time < 5; time++) await guess(email, attacker)
    expect((await guess(email, attacker)).result).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', params: { minutes: 2 } })
    await db.$executeRaw`UPDATE rate_limits SET expire = 1 WHERE key LIKE 'pair:%'`
    expect((await attempt({ account: email, password }, attacker)).result.ok).toBe(true)
  })

  it('starts anew after a right password', async () => {
    const { email } = await makePerson()
    const caller = fromElsewhere()
    for (let round = 0; round < 3; round++) {
      for (let time = 0; time < 4; time++) await guess(email, caller)
      expect((await attempt({ account: email, password }, caller)).result.ok).toBe(true)
    }
  })

  it('shuts an address that tries account after account', async () => {
    const attacker = fromElsewhere()
    for (let time = 0; time < 60; time++) await guess(`victim-${time}@test.example`, attacker)
    expect((await guess('one-more@test.example', attacker)).result).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
  })

  it('locks for a quarter of an hour at most and delays by four seconds at most', () => {
    expect([1, 2, 3, 4, 5, 50].map(lockSeconds)).toEqual([60, 120, 240, 480, 900, 900])
    expect([1, 20, 21, 31, 100, 10_000].map(delayMilliseconds)).toEqual([0, 0, 250, 500, 4_000, 4_000])
  })

  it('keeps no account and no address in its table', async () => {
    const { email } = await makePerson()
    const caller = fromElsewhere()
    await guess(email, caller)
    const keys = (await db.rateLimit.findMany()).map(({ key }) => key).join()
    expect(keys).not.toContain(email)
    expect(keys).not.toContain(caller.address)
  })
})
