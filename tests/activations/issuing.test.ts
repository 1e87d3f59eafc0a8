import { beforeEach, describe, expect, it } from 'vitest'
import { issueCode } from '@/lib/activations/actions'
import { getActivationFigures, listActivations } from '@/lib/activations/queries'
import { db } from '@/lib/core/db'
import { toDate } from '@/lib/core/clock'
import { listRegistryPlaces } from '@/lib/enterprises/place-queries'
import { act } from '../support/act'
import { emptyDatabase } from '../support/empty'
import { buildWorld, worldNow, type ActorName, type World } from '../support/world'
import { issued, open, openCodes } from './claimant'

let world: World
beforeEach(async () => {
  await emptyDatabase()
  world = await buildWorld()
})

async function seen(as: ActorName, filter = {}) {
  const actor = await world.actor(as)
  const places = await listRegistryPlaces(actor)
  const [{ rows }, figures] = await Promise.all([
    listActivations(actor, filter, places, undefined),
    getActivationFigures(actor, filter, places),
  ])
  return { names: rows.map(({ name }) => name), rows, figures }
}

describe('issuing a code', () => {
  it('keeps only a keyed hash, and says in the trail that it was done', async () => {
    const code = await issued(world)
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
    const row = await db.activationCode.findFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(code.replaceAll('-', ''))
    const record = await db.auditEvent.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(record).toMatchObject({ verb: 'activation.issue', changes: { codeValidTo: [null, '2027-01-23'] } })
    expect(JSON.stringify(record)).not.toContain(code)
  })

  it('anew revokes the one before', async () => {
    const first = await issued(world)
    const second = await issued(world, 'coordinator')
    expect(await openCodes(world)).toBe(1)
    expect(await open(world, first)).toMatchObject({ ok: false, code: 'CODE_NOT_VALID' })
    expect(await open(world, second)).toMatchObject({ ok: true })
  })

  it('by two at once leaves one open, whose holder gets in', async () => {
    const codes = await Promise.all([issued(world), issued(world, 'coordinator'), issued(world, 'administrator')])
    expect(await openCodes(world)).toBe(1)
    const answers = await Promise.all(codes.map((code, index) => open(world, code, undefined, `192.0.2.${index}`)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('is refused for an enterprise that has come or is closed', async () => {
    const to = (enterpriseId: string) => act(world, 'officer', issueCode, { enterpriseId, days: 30 })
    expect(await to(world.enterprises.member)).toMatchObject({ ok: false, code: 'ENTERPRISE_HAS_COME' })
    await db.enterprise.update({
      where: { id: world.enterprises.neighbour },
      data: { closedOn: toDate('2026-11-24') },
    })
    expect(await to(world.enterprises.neighbour)).toMatchObject({ ok: false, code: 'ENTERPRISE_HAS_COME' })
  })
})

describe('who has not come', () => {
  it('is counted as it is listed, in each state', async () => {
    expect((await seen('officer')).figures).toEqual({ total: 5, COME: 4, ISSUED: 0, EXPIRED: 0, NONE: 1 })
    await issued(world)
    const { figures, rows } = await seen('officer', { state: 'ISSUED' })
    expect(figures).toEqual({ total: 5, COME: 4, ISSUED: 1, EXPIRED: 0, NONE: 0 })
    expect(rows).toMatchObject([{ name: '上海丙邻居涂料有限公司', state: 'ISSUED', issuedAt: worldNow }])
    await db.activationCode.updateMany({
      data: { issuedAt: new Date(worldNow.getTime() - 1_000), expiresAt: worldNow },
    })
    expect((await seen('officer')).figures).toMatchObject({ ISSUED: 0, EXPIRED: 1 })
    expect((await seen('officer', { state: 'EXPIRED' })).names).toEqual(['上海丙邻居涂料有限公司'])
  })

  it('no longer counts whoever was disabled as having come', async () => {
    await db.user.update({ where: { id: world.people.principal.userId }, data: { disabledAt: worldNow } })
    expect((await seen('officer')).figures).toMatchObject({ COME: 3, NONE: 2 })
  })

  it('is shown to each within its scope alone', async () => {
    expect((await seen('fengxian')).figures.total).toBe(3)
    expect((await seen('jinshan', { state: 'NONE' })).names).toEqual([])
    expect((await seen('coordinator', { state: 'NONE' })).names).toEqual(['上海丙邻居涂料有限公司'])
    expect((await seen('otherCoordinator', { state: 'NONE' })).names).toEqual([])
    for (const outside of ['lead', 'principal', 'formerCoordinator', 'hatless'] as const)
      expect((await seen(outside)).figures.total).toBe(0)
  })
})
