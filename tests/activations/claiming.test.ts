import { beforeEach, describe, expect, it } from 'vitest'
import { loadIdentity } from '@/lib/access/identity'
import { issueTicket } from '@/lib/activations/claim-queries'
import { claimAsMyself } from '@/lib/activations/claim-actions'
import { db } from '@/lib/core/db'
import { toDate } from '@/lib/core/clock'
import { act } from '../support/act'
import { emptyDatabase } from '../support/empty'
import { fingerprint } from '../support/fingerprint'
import { buildWorld, worldNow, worldToday, type World } from '../support/world'
import { claims, issued, neighbourCode, open, openCodes, ticketFor } from './claimant'

let world: World
beforeEach(async () => {
  await emptyDatabase()
  world = await buildWorld()
})

const firm = () => world.enterprises.neighbour

describe('a claim', () => {
  it('makes the account by a mobile number, the office, the mandate and the sign-in at once', async () => {
    const ticket = await ticketFor(world, await issued(world))
    const answer = await claims(world, ticket, { validTo: '2027-12-31' })
    expect(answer).toMatchObject({ ok: true, data: { next: `/portal/enterprises/${firm()}/people` } })
    const user = await db.user.findUniqueOrThrow({ where: { phone: '+8613900001234' } })
    expect((await loadIdentity(db, user.id, worldToday))?.hats).toMatchObject([
      { hat: { kind: 'ENTERPRISE', enterpriseId: firm(), isAdministrator: true, mandateKind: 'PRINCIPAL' } },
    ])
    expect(await db.mandate.findFirstOrThrow({ where: { userId: user.id } })).toMatchObject({
      validFrom: toDate(worldToday),
      validTo: toDate('2027-12-31'),
    })
    expect(await db.session.count({ where: { userId: user.id, revokedAt: null } })).toBe(1)
    expect(await db.activationCode.findFirstOrThrow()).toMatchObject({ usedAt: worldNow, usedById: user.id })
    expect(await db.auditEvent.findFirstOrThrow({ orderBy: { id: 'desc' } })).toMatchObject({
      verb: 'activation.claim',
      actorId: user.id,
      subjectId: firm(),
      changes: { administrator: [null, '顾海棠'], mandateKind: [null, 'PRINCIPAL'] },
    })
  })

  it('of somebody who only keeps the account gives no mandate', async () => {
    const ticket = await ticketFor(world, await issued(world))
    expect(await claims(world, ticket, { role: 'KEEPER', account: 'keeper@firm.test' })).toMatchObject({ ok: true })
    const user = await db.user.findUniqueOrThrow({ where: { email: 'keeper@firm.test' } })
    expect(await db.mandate.count({ where: { userId: user.id } })).toBe(0)
    expect(await db.appointment.findFirstOrThrow({ where: { userId: user.id } })).toMatchObject({
      enterpriseId: firm(),
      isAdministrator: true,
    })
  })

  it('by two with one code at once succeeds once and leaves nothing of the other', async () => {
    const code = await issued(world)
    const tickets = await Promise.all([ticketFor(world, code), ticketFor(world, code)])
    const answers = await Promise.all(
      tickets.map((ticket, index) => claims(world, ticket, { account: `racer-${index}@firm.test` })),
    )
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code)).toSorted()).toEqual(['TICKET_NOT_VALID', 'ok'])
    expect(await db.user.count({ where: { email: { startsWith: 'racer-' } } })).toBe(1)
    expect(await db.appointment.count({ where: { enterpriseId: firm() } })).toBe(1)
  })

  it('never takes over an account that is there', async () => {
    const ticket = await ticketFor(world, await issued(world))
    const before = await fingerprint()
    expect(await claims(world, ticket, { account: 'stranger@world.test' })).toMatchObject({
      ok: false,
      fields: { account: 'ACCOUNT_KNOWN' },
    })
    expect(await fingerprint()).toBe(before)
  })

  it('says what is wrong at its field, and leaves the code unused', async () => {
    const ticket = await ticketFor(world, await issued(world))
    const cases = [
      [{ account: '12345' }, { account: 'NOT_AN_ACCOUNT' }],
      [{ validTo: '2026-11-23' }, { validTo: 'IN_THE_PAST' }],
      [{ repeat: 'etwas anderes 42' }, { repeat: 'PASSWORDS_DIFFER' }],
      [{ password: '13900001234', repeat: '13900001234' }, { password: 'PASSWORD_IS_ACCOUNT' }],
    ] as const
    for (const [said, fields] of cases) expect(await claims(world, ticket, said)).toMatchObject({ ok: false, fields })
    expect(await openCodes(world)).toBe(1)
  })

  it('of somebody signed in puts the hat of the enterprise on', async () => {
    const ticket = await ticketFor(world, await issued(world))
    expect(await act(world, 'stranger', claimAsMyself, { token: ticket, role: 'DESIGNATED' })).toMatchObject({
      ok: true,
    })
    expect((await world.actor('stranger')).hat).toMatchObject({ enterpriseId: firm(), isAdministrator: true })
  })
})

describe('a code that opens nothing', () => {
  const refused = { ok: false, code: 'CODE_NOT_VALID' }

  it('is answered alike whether guessed, used, expired, revoked or of another enterprise, and stands in the log', async () => {
    const code = await issued(world)
    const elsewhere = (index: number) => `198.51.100.${index}`
    expect(await open(world, 'K7QM-3ZRT-9WXB', neighbourCode, elsewhere(1))).toMatchObject(refused)
    expect(await open(world, code, '91310116MA1J000024', elsewhere(2))).toMatchObject(refused)
    expect(await open(world, "' OR 1=1 --", neighbourCode, elsewhere(3))).toMatchObject(refused)
    await db.activationCode.updateMany({ data: { revokedAt: worldNow } })
    expect(await open(world, code, neighbourCode, elsewhere(4))).toMatchObject(refused)
    await db.activationCode.updateMany({
      data: { revokedAt: null, issuedAt: new Date(worldNow.getTime() - 1_000), expiresAt: worldNow },
    })
    expect(await open(world, code, neighbourCode, elsewhere(5))).toMatchObject(refused)
    await db.activationCode.updateMany({
      data: { usedAt: worldNow, usedById: world.people.officer.userId, expiresAt: new Date('2027-01-01T00:00:00Z') },
    })
    expect(await open(world, code, neighbourCode, elsewhere(6))).toMatchObject(refused)
    const log = await db.accessEvent.findMany({ where: { kind: 'REFUSED' } })
    expect(log).toHaveLength(6)
    expect(log[0]?.detail).toEqual({ action: 'activation.open', code: 'CODE_NOT_VALID', creditCode: neighbourCode })
  })

  it('is not guessed on: the sixth try from one address waits, and another address does not', async () => {
    const code = await issued(world)
    for (let attempt = 0; attempt < 5; attempt++) expect(await open(world, 'K7QM-3ZRT-9WXB')).toMatchObject(refused)
    expect(await open(world, code)).toMatchObject({ ok: false, code: 'TOO_MANY_ATTEMPTS' })
    expect(await open(world, code, neighbourCode, '203.0.113.9')).toMatchObject({ ok: true })
  })

  it('is withdrawn where the enterprise has come another way, and its administrator is told once', async () => {
    const code = await issued(world)
    await db.mandate.updateMany({ where: { userId: world.people.neighbour.userId }, data: { kind: 'PRINCIPAL' } })
    expect(await open(world, code)).toMatchObject({ ok: true, data: { ticket: null } })
    expect(await open(world, code)).toMatchObject(refused)
    expect(await db.notification.findMany()).toMatchObject([
      { userId: world.people.neighbour.userId, kind: 'CLAIM_TRIED', href: `/portal/enterprises/${firm()}/people` },
    ])
  })

  it('is none of a ticket that is forged, stale or of a code used meanwhile', async () => {
    const code = await issued(world)
    const ticket = await ticketFor(world, code)
    const { id } = await db.activationCode.findFirstOrThrow()
    const stale = issueTicket(id, new Date(worldNow.getTime() - 31 * 60_000))
    for (const token of [`${ticket}x`, stale, 'nothing', `${id} 9999999999999.abc`])
      expect(await claims(world, token)).toMatchObject({ ok: false, code: 'TICKET_NOT_VALID' })
    expect(await claims(world, ticket)).toMatchObject({ ok: true })
    expect(await claims(world, ticket, { account: 'second@firm.test' })).toMatchObject({
      ok: false,
      code: 'TICKET_NOT_VALID',
    })
  })
})
