import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { correctEnterprise } from '@/lib/enterprises/actions'
import * as actions from '@/lib/registry/actions'
import { countProposals, getOwnProposals, getProposal, listProposals } from '@/lib/registry/proposal-queries'
import { correctionOf } from '../enterprises/correction'
import { act } from '../support/act'
import { buildWorld, type World } from '../support/world'
import { proposalOf } from './proposal'

let world: World
let member: string
beforeAll(async () => {
  world = await buildWorld()
  member = world.enterprises.member
})
beforeEach(async () => {
  await db.correctionProposal.deleteMany()
  await db.notification.deleteMany()
})

const stands = () => db.enterprise.findUniqueOrThrow({ where: { id: member } })

const propose = async (changed: Partial<Awaited<ReturnType<typeof proposalOf>>>) =>
  act(world, 'principal', actions.proposeCorrection, { ...(await proposalOf(member)), ...changed })

type Decisions = Parameters<typeof actions.decideProposal>[0]['decisions']

async function decide(decisions: Decisions, more: { version?: number; enterpriseVersion?: number } = {}) {
  const open = await db.correctionProposal.findFirstOrThrow({ where: { enterpriseId: member, state: 'OPEN' } })
  return act(world, 'officer', actions.decideProposal, {
    proposalId: open.id,
    version: open.version,
    enterpriseVersion: (await stands()).version,
    decisions,
    ...more,
  })
}

const accepted = { verdict: 'ACCEPTED', reason: '' } as const
const refused = { verdict: 'REFUSED', reason: '与营业执照不符' } as const

describe('a proposal', () => {
  it('holds the fields that differ and no others, and changes nothing in the registry', async () => {
    const before = await stands()
    expect(await propose({ address: '上海市金山区新路 8 号', employees: 42 })).toMatchObject({ ok: true })
    const open = await db.correctionProposal.findFirstOrThrow({ where: { enterpriseId: member } })
    expect(open.proposed).toEqual({ address: '上海市金山区新路8号', employees: 42 })
    expect(open.base).toEqual({ address: before.address, employees: before.employees })
    expect(await stands()).toEqual(before)
  })

  it('of what stands there already is none', async () => {
    expect(await propose({})).toMatchObject({ ok: false, code: 'NOTHING_PROPOSED' })
  })

  it('is one at a time: the second changes the first, from its latest version only', async () => {
    const late = await proposalOf(member)
    await propose({ employees: 42 })
    expect(await propose({ employees: 43, shortName: '乙涂料' })).toMatchObject({ ok: true })
    expect(await db.correctionProposal.count()).toBe(1)
    expect(await act(world, 'principal', actions.proposeCorrection, { ...late, employees: 44 })).toMatchObject({
      code: 'PROPOSAL_CHANGED',
    })
  })

  it('made twice at the same moment is one', async () => {
    const input = { ...(await proposalOf(member)), employees: 42 }
    const both = await Promise.all([1, 2].map(() => act(world, 'principal', actions.proposeCorrection, input)))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db.correctionProposal.count()).toBe(1)
  })

  it('says what is wrong with it, field by field', async () => {
    const bad = await propose({
      name: ' ',
      industryCode: '化工',
      principalPhone: '<b>1</b>',
      address: '长'.repeat(300),
    })
    expect(bad).toMatchObject({
      code: 'INVALID',
      fields: { name: 'REQUIRED', industryCode: 'NOT_AN_INDUSTRY_CODE', address: 'TOO_LONG' },
    })
  })

  it('keeps marks of direction and zero width out of the registry', async () => {
    await propose({ shortName: '\u202e乙\u200b涂料' })
    await decide({ shortName: accepted })
    expect((await stands()).shortName).toBe('乙涂料')
  })

  it('shows no telephone in full, and keeps none once it is closed', async () => {
    await propose({ principalPhone: '13912345678' })
    const own = await getOwnProposals(await world.actor('principal'), member)
    expect(own?.open?.lines).toMatchObject([{ field: 'principalPhone', base: '138****0001', proposed: '139****5678' }])
    expect(await propose({ employees: 7 })).toMatchObject({ ok: true })
    const kept = await db.correctionProposal.findFirstOrThrow()
    expect(kept.proposed).toMatchObject({ principalPhone: '13912345678', employees: 7 })
    await decide({ principalPhone: accepted, employees: refused })
    expect((await stands()).principalPhone).toBe('13912345678')
    const closed = await db.correctionProposal.findFirstOrThrow()
    expect(JSON.stringify([closed.base, closed.proposed])).not.toMatch(/\d{8}/)
    const trail = await db.auditEvent.findMany({ where: { verb: { startsWith: 'enterprise.' } } })
    expect(JSON.stringify(trail)).not.toContain('13912345678')
  })

  it('can be withdrawn, once', async () => {
    await propose({ employees: 42 })
    const { id, version } = await db.correctionProposal.findFirstOrThrow()
    const withdraw = () => act(world, 'principal', actions.withdrawProposal, { proposalId: id, version })
    expect(await withdraw()).toMatchObject({ ok: true })
    expect(await withdraw()).toMatchObject({ code: 'PROPOSAL_CLOSED' })
    expect(await countProposals(await world.actor('officer'))).toEqual({ OPEN: 0, DECIDED: 0, WITHDRAWN: 1 })
  })
})

describe('the decision', () => {
  it('writes what is accepted, leaves what is refused, says both in the trail and tells the enterprise', async () => {
    const before = await stands()
    await propose({ employees: 55, name: '上海乙成员新涂料有限公司' })
    expect(await decide({ employees: refused, name: accepted })).toMatchObject({ data: { accepted: 1, refused: 1 } })
    const after = await stands()
    expect(after).toMatchObject({ name: '上海乙成员新涂料有限公司', employees: before.employees })
    expect(after.version).toBe(before.version + 1)
    expect(after.searchTokens).toContain('新涂')
    const trail = await db.auditEvent.findFirstOrThrow({ orderBy: { at: 'desc' } })
    expect(trail).toMatchObject({ verb: 'enterprise.decide-proposal', subjectId: member })
    expect(trail.changes).toMatchObject({ name: [before.name, after.name], refused: [null, ['employees']] })
    const told = await db.notification.findMany({ select: { userId: true, kind: true, params: true } })
    expect(told).toEqual([
      {
        userId: world.people.principal.userId,
        kind: 'PROPOSAL_DECIDED',
        params: { enterprise: before.name, accepted: '1', refused: '1' },
      },
    ])
    const own = await getOwnProposals(await world.actor('principal'), member)
    expect(own?.past[0]?.lines.map(({ field, decision }) => [field, decision?.verdict, decision?.reason])).toEqual([
      ['name', 'ACCEPTED', ''],
      ['employees', 'REFUSED', '与营业执照不符'],
    ])
  })

  it('names the fields that are not decided, and wants a reason for each refusal', async () => {
    await propose({ employees: 56, shortName: '乙' })
    expect(await decide({ employees: accepted })).toMatchObject({
      code: 'INVALID',
      fields: { 'decisions.shortName.verdict': 'REQUIRED' },
    })
    expect(await decide({ employees: accepted, shortName: { verdict: 'REFUSED', reason: ' ' } })).toMatchObject({
      fields: { 'decisions.shortName.reason': 'REQUIRED' },
    })
    expect(await db.correctionProposal.count({ where: { state: 'OPEN' } })).toBe(1)
  })

  it('is made in front of the registry as it stands: whoever read an older entry is told, and nothing is written', async () => {
    await propose({ employees: 57 })
    const read = (await stands()).version
    await act(world, 'officer', correctEnterprise, { ...(await correctionOf(member)), employees: 60 })
    const found = await listProposals(await world.actor('officer'), 'OPEN')
    expect(found.rows[0]?.lines).toMatchObject([{ field: 'employees', present: 60, proposed: 57, hasMoved: true }])
    expect(await decide({ employees: accepted }, { enterpriseVersion: read })).toMatchObject({
      code: 'ENTERPRISE_CHANGED',
    })
    expect(await db.correctionProposal.count({ where: { state: 'OPEN' } })).toBe(1)
    expect(await decide({ employees: accepted })).toMatchObject({ ok: true })
    expect((await stands()).employees).toBe(57)
  })

  it('is made once, of two officers at the same moment', async () => {
    await propose({ employees: 58 })
    const both = await Promise.all([decide({ employees: accepted }), decide({ employees: refused })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('who sees a proposal', () => {
  it('is the enterprise’s principal and the municipal bureau', async () => {
    await propose({ employees: 61 })
    const { id } = await db.correctionProposal.findFirstOrThrow()
    const sees = async (name: Parameters<World['actor']>[0]) =>
      (await getProposal(await world.actor(name), id)) !== null
    expect(await sees('officer')).toBe(true)
    expect(await sees('principal')).toBe(true)
    for (const name of ['clerk', 'designated', 'lead', 'coordinator', 'jinshan', 'neighbour', 'anonymous'] as const)
      expect(await sees(name), name).toBe(false)
  })
})
