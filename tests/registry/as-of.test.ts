import { beforeAll, describe, expect, it } from 'vitest'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { exportEnterprises } from '@/lib/enterprises/export-queries'
import { countEnterprises, listEnterprises } from '@/lib/enterprises/list-queries'
import { listRegistryPlaces } from '@/lib/enterprises/place-queries'
import { filterOf, registryQuery } from '@/lib/enterprises/schema'
import { moveEnterprise } from '@/lib/registry/standing-actions'
import { act } from '../support/act'
import { buildWorld, type ActorName, type World } from '../support/world'

let world: World
let member: string
beforeAll(async () => {
  world = await buildWorld()
  member = world.enterprises.member
  // Closed for a while, transferred after it, moved at last.
  await db.enterpriseClosure.create({
    data: { enterpriseId: member, closedOn: toDate('2025-03-01'), reopenedOn: toDate('2025-06-01') },
  })
  await db.membership.update({ where: { id: world.memberships.member }, data: { leftOn: toDate('2025-09-01') } })
  await db.membership.create({
    data: { allianceId: world.alliances.stations, enterpriseId: member, joinedOn: toDate('2025-09-01') },
  })
  const moved = await act(world, 'officer', moveEnterprise, {
    enterpriseId: member,
    version: 1,
    jurisdictionId: world.jurisdictions.fengxian,
    movedOn: '2026-02-01',
    reason: '监管职责调整',
  })
  expect(moved.ok).toBe(true)
})

const ask = async (name: ActorName, query: Record<string, string>) => {
  const actor = await world.actor(name)
  const filter = filterOf(registryQuery.parse(query))
  const places = await listRegistryPlaces(actor)
  const { rows } = await listEnterprises(actor, filter, places, { isFalling: false })
  expect(await countEnterprises(actor, filter, places)).toBe(rows.length)
  const exported = []
  for await (const row of (await exportEnterprises(actor, filter, false))?.rows ?? []) exported.push(row)
  expect(exported.map(({ id, supervisingJurisdictionId }) => [id, supervisingJurisdictionId])).toEqual(
    rows.map(({ id, supervisingJurisdictionId }) => [id, supervisingJurisdictionId]),
  )
  return rows
}

const has = async (name: ActorName, query: Record<string, string>) =>
  (await ask(name, query)).some(({ id }) => id === member)

describe('the registry as of a day', () => {
  it('says who was open then, and who was not', async () => {
    const days = ['2025-02-28', '2025-03-01', '2025-05-31', '2025-06-01']
    const open = await Promise.all(days.map((asOf) => has('officer', { asOf, state: 'OPEN' })))
    const closed = await Promise.all(days.map((asOf) => has('officer', { asOf, state: 'CLOSED' })))
    expect(open).toEqual([true, false, false, true])
    expect(closed).toEqual([false, true, true, false])
    const [row] = (await ask('officer', { asOf: '2025-04-01' })).filter(({ id }) => id === member)
    expect(row?.isClosed).toBe(true)
  })

  it('says who supervised it then, in list, filter and export alike', async () => {
    const then = (await ask('officer', { asOf: '2026-01-31' })).find(({ id }) => id === member)
    const now = (await ask('officer', {})).find(({ id }) => id === member)
    expect(then?.supervisingJurisdictionId).toBe(world.jurisdictions.jinshan)
    expect(now?.supervisingJurisdictionId).toBe(world.jurisdictions.fengxian)
    expect(await has('officer', { asOf: '2026-01-31', jurisdiction: '310116' })).toBe(true)
    expect(await has('officer', { asOf: '2026-02-01', jurisdiction: '310116' })).toBe(false)
    expect(await has('officer', { asOf: '2026-02-01', jurisdiction: '310120' })).toBe(true)
  })

  it('says in which alliances it was then', async () => {
    const alliances = async (asOf: string) =>
      (await ask('officer', { asOf })).find(({ id }) => id === member)?.allianceIds
    expect(await alliances('2025-08-31')).toEqual([world.alliances.coatings])
    expect(await alliances('2025-09-01')).toEqual([world.alliances.stations])
    expect(await has('officer', { asOf: '2025-08-31', alliance: 'coatings' })).toBe(true)
    expect(await has('officer', { asOf: '2025-09-01', alliance: 'coatings' })).toBe(false)
  })

  it('opens to a jurisdiction no dossier that is not its own today', async () => {
    expect(await has('jinshan', { asOf: '2026-01-31' })).toBe(false)
    expect(await has('fengxian', { asOf: '2026-01-31' })).toBe(false)
    expect(await has('fengxian', { asOf: '2026-02-01' })).toBe(true)
  })

  it('takes a day that does not exist for none', async () => {
    expect(filterOf(registryQuery.parse({ asOf: '2026-02-30' })).asOf).toBeUndefined()
  })
})
