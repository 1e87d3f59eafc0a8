import { beforeEach, describe, expect, it } from 'vitest'
import { loadIdentity } from '@/lib/access/identity'
import { db } from '@/lib/core/db'
import { endMandate, grantMandate } from '@/lib/enterprises/mandate-actions'
import { listMandates } from '@/lib/enterprises/mandate-queries'
import { act } from '../support/act'
import { emptyDatabase } from '../support/empty'
import { buildWorld, worldToday, type ActorName, type World } from '../support/world'

let world: World
beforeEach(async () => {
  await emptyDatabase()
  world = await buildWorld()
})

const account = 'shen.zhiyuan@member.test'

type Terms = { account?: string; kind?: 'PRINCIPAL' | 'DESIGNATED'; validFrom?: string; validTo?: string | null }

const grant = (terms: Terms = {}, as: ActorName = 'principal') =>
  act(world, as, grantMandate, {
    enterpriseId: world.enterprises.member,
    account,
    name: '沈知远',
    kind: 'DESIGNATED',
    validFrom: worldToday,
    validTo: null,
    ...terms,
  })

async function granted(terms: Terms = {}) {
  const answer = await grant(terms)
  if (!answer.ok) throw new Error(answer.code)
  const { id } = await db.mandate.findFirstOrThrow({
    where: { userId: answer.data.userId },
    orderBy: { createdAt: 'desc' },
  })
  return { ...answer.data, mandateId: id }
}

const hatsOf = async (userId: string) => (await loadIdentity(db, userId, worldToday))?.hats ?? []

const lastRecord = () => db.auditEvent.findFirstOrThrow({ orderBy: { id: 'desc' } })

describe('granting a mandate', () => {
  it('makes the account of whoever has none, with a link once, and the hat at the next request', async () => {
    const { userId, link, isKnown } = await granted()
    expect(isKnown).toBe(false)
    expect(link).toMatch(/\/activate\//)
    expect(await hatsOf(userId)).toMatchObject([
      { hat: { kind: 'ENTERPRISE', enterpriseId: world.enterprises.member, mandateKind: 'DESIGNATED' } },
    ])
    expect(await lastRecord()).toMatchObject({
      verb: 'enterprise.grant-mandate',
      subjectId: world.enterprises.member,
      changes: { holder: [null, '沈知远'], mandateKind: [null, 'DESIGNATED'], startsOn: [null, worldToday] },
    })
  })

  it('gives a known account one more hat, no link, and keeps its name', async () => {
    const answer = await grant({ account: 'stranger@world.test' })
    expect(answer).toMatchObject({ ok: true, data: { isKnown: true, link: null, name: 'stranger' } })
    expect(await hatsOf(world.people.stranger.userId)).toHaveLength(2)
  })

  it('of one kind follows the one before, and never overlaps it, however many ask at once', async () => {
    await granted({ validTo: '2026-12-31' })
    expect(await grant({ validFrom: '2026-12-31' })).toMatchObject({ code: 'MANDATES_DO_NOT_OVERLAP' })
    expect(await grant({ kind: 'PRINCIPAL' })).toMatchObject({ ok: true })
    const later = { validFrom: '2027-01-01' }
    const answers = await Promise.all([grant(later), grant(later), grant(later)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('says what is wrong with dates and accounts', async () => {
    expect(await grant({ validTo: '2026-11-23' })).toMatchObject({ fields: { validTo: 'ENDS_BEFORE_START' } })
    expect(await grant({ account: 'nobody' })).toMatchObject({ fields: { account: 'NOT_AN_ACCOUNT' } })
    expect(await db.mandate.count({ where: { user: { email: account } } })).toBe(0)
  })
})

describe('taking a mandate back', () => {
  const end = (mandateId: string) => act(world, 'principal', endMandate, { mandateId })

  it('ends the hat at the next request, and what was held before stays on record', async () => {
    const { userId, mandateId } = await granted({ validFrom: '2026-01-01' })
    expect(await end(mandateId)).toMatchObject({ ok: true })
    expect(await hatsOf(userId)).toEqual([])
    const rows = await listMandates(await world.actor('principal'), world.enterprises.member)
    expect(rows.find(({ id }) => id === mandateId)).toMatchObject({ isHeld: false, validTo: '2026-11-23' })
    expect((await lastRecord()).changes).toMatchObject({ holder: ['沈知远', null], lastDay: [null, '2026-11-23'] })
    expect(await end(mandateId)).toMatchObject({ code: 'MANDATE_ENDED' })
  })

  it.each([worldToday, '2027-01-01'])(
    'that begins on %s leaves none, and the time is free again',
    async (validFrom) => {
      const { userId, mandateId } = await granted({ validFrom })
      expect(await end(mandateId)).toMatchObject({ ok: true })
      expect(await hatsOf(userId)).toEqual([])
      const rows = await listMandates(await world.actor('principal'), world.enterprises.member)
      expect(rows.map(({ id }) => id)).not.toContain(mandateId)
      expect(await end(mandateId)).toMatchObject({ code: 'MANDATE_ENDED' })
      expect(await grant({ validFrom })).toMatchObject({ ok: true })
    },
  )
})
