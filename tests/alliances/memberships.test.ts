import { beforeAll, describe, expect, it } from 'vitest'
import * as actions from '@/lib/alliances/actions'
import { admitMembers } from '@/lib/alliances/membership-mutations'
import { fromDate, fromDateOrNull, toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { act } from '../support/act'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

let codes = 0
async function enterprise(name: string, closedOn: string | null = null): Promise<string> {
  const { id } = await db.enterprise.create({
    data: {
      creditCode: `91310116MA1K${String(++codes).padStart(6, '0')}`,
      name,
      businessKind: 'PRODUCTION',
      supervisingJurisdictionId: world.jurisdictions.jinshan,
      searchTokens: [],
      closedOn: closedOn ? toDate(closedOn) : null,
    },
  })
  return id
}

const rowsOf = async (enterpriseId: string) =>
  (await db.membership.findMany({ where: { enterpriseId }, orderBy: [{ joinedOn: 'asc' }, { id: 'asc' }] })).map(
    ({ allianceId, kind, joinedOn, leftOn }) => ({
      at: allianceId === world.alliances.coatings ? 'coatings' : 'stations',
      kind,
      from: fromDate(joinedOn),
      to: fromDateOrNull(leftOn),
    }),
  )

const admit = (enterpriseId: string, joinedOn: string) =>
  act(world, 'officer', actions.admitMember, {
    allianceId: world.alliances.coatings,
    enterpriseId,
    joinedOn,
    reason: '新取得许可',
  })

describe('admitting a member', () => {
  it('of five officers who admit the same enterprise at once, one does, and one row stands', async () => {
    const id = await enterprise('上海己涂料有限公司')
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => admit(id, '2026-03-01')))
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    for (const result of results.filter((each) => !each.ok))
      expect(['ALREADY_A_MEMBER', 'MEMBERSHIPS_DO_NOT_OVERLAP']).toContain(!result.ok && result.code)
    expect(await rowsOf(id)).toEqual([{ at: 'coatings', kind: 'MEMBER', from: '2026-03-01', to: null }])
    expect(await db.auditEvent.count({ where: { verb: 'alliance.admit-member' } })).toBe(1)
  })

  it('may join again on the very day it left, and no day earlier', async () => {
    const id = await enterprise('上海庚涂料有限公司')
    const first = await admit(id, '2026-01-01')
    const membershipId = first.ok ? first.data.membershipId : ''
    await act(world, 'officer', actions.releaseMember, { membershipId, leftOn: '2026-06-01', reason: '停产' })
    expect(await admit(id, '2026-05-31')).toMatchObject({ code: 'ALREADY_A_MEMBER', params: { since: '2026-01-01' } })
    expect(await admit(id, '2026-06-01')).toMatchObject({ ok: true })
    expect(await rowsOf(id)).toMatchObject([
      { from: '2026-01-01', to: '2026-06-01' },
      { from: '2026-06-01', to: null },
    ])
  })

  it('refuses an enterprise that is closed or not there, and a day that does not exist', async () => {
    const closed = await enterprise('上海辛涂料有限公司', '2026-02-01')
    expect(await admit(closed, '2026-02-01')).toMatchObject({ code: 'ENTERPRISE_CLOSED' })
    expect(await admit(world.alliances.coatings, '2026-02-01')).toMatchObject({ code: 'NOT_FOUND' })
    expect(await admit(closed, '2026-02-30')).toMatchObject({ code: 'INVALID', fields: { joinedOn: 'NOT_A_DAY' } })
  })

  it('may be in two alliances at once', async () => {
    expect(await admit(world.enterprises.stranger, '2026-03-01')).toMatchObject({ ok: true })
  })

  it('many at once for an import: who is a member stays as it is, pairs named twice join once', async () => {
    const ids = await Promise.all(['壬', '癸'].map((name) => enterprise(`上海${name}涂料有限公司`)))
    const pairs = [...ids, ...ids, world.enterprises.member].map((enterpriseId) => ({
      allianceId: world.alliances.coatings,
      enterpriseId,
    }))
    const join = () => db.$transaction((tx) => admitMembers(tx, pairs, { joinedOn: '2026-01-01', reason: '台账导入' }))
    expect(await join()).toBe(2)
    expect(await join()).toBe(0)
  })
})

describe('releasing a member', () => {
  it('ends the row with its reason, once; taking it back restores it', async () => {
    const id = await enterprise('上海子涂料有限公司')
    const admitted = await admit(id, '2026-01-01')
    const membershipId = admitted.ok ? admitted.data.membershipId : ''
    const release = (leftOn: string) =>
      act(world, 'officer', actions.releaseMember, { membershipId, leftOn, reason: '搬离本市' })

    expect(await release('2025-12-31')).toMatchObject({ code: 'ENDS_BEFORE_START', params: { start: '2026-01-01' } })
    const results = await Promise.all([release('2026-07-01'), release('2026-08-01')])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.find((result) => !result.ok)).toMatchObject({ code: 'MEMBERSHIP_ENDED' })

    expect(await act(world, 'officer', actions.reinstateMember, { membershipId })).toMatchObject({ ok: true })
    expect(await rowsOf(id)).toMatchObject([{ from: '2026-01-01', to: null }])
    expect(await act(world, 'officer', actions.reinstateMember, { membershipId })).toMatchObject({
      code: 'MEMBERSHIP_NOT_ENDED',
    })
  })

  it('is not taken back over a row that came after it', async () => {
    const id = await enterprise('上海丑涂料有限公司')
    const admitted = await admit(id, '2026-01-01')
    const membershipId = admitted.ok ? admitted.data.membershipId : ''
    await act(world, 'officer', actions.releaseMember, { membershipId, leftOn: '2026-06-01', reason: '停产' })
    await admit(id, '2026-07-01')
    expect(await act(world, 'officer', actions.reinstateMember, { membershipId })).toMatchObject({
      code: 'MEMBERSHIPS_DO_NOT_OVERLAP',
    })
  })

  it('is refused to the lead company', async () => {
    const input = { membershipId: world.memberships.lead, leftOn: '2026-06-01', reason: '停产' }
    expect(await act(world, 'officer', actions.releaseMember, input)).toMatchObject({
      code: 'LEAD_MUST_BE_ENDED_FIRST',
    })
  })
})

it('a transfer ends one membership and begins the other on the same day, or does nothing at all', async () => {
  const transfer = (toAllianceId: string) =>
    act(world, 'officer', actions.transferMember, {
      membershipId: world.memberships.neighbour,
      toAllianceId,
      on: '2026-09-01',
      reason: '主营业务变化',
    })
  expect(await transfer(world.alliances.coatings)).toMatchObject({ code: 'TRANSFER_NEEDS_ANOTHER_ALLIANCE' })
  expect(await transfer(world.alliances.stations)).toMatchObject({ ok: true })
  expect(await rowsOf(world.enterprises.neighbour)).toEqual([
    { at: 'coatings', kind: 'MEMBER', from: '2025-01-01', to: '2026-09-01' },
    { at: 'stations', kind: 'MEMBER', from: '2026-09-01', to: null },
  ])
})
