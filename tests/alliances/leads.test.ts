import { beforeEach, describe, expect, it } from 'vitest'
import * as actions from '@/lib/alliances/actions'
import { fromDate, fromDateOrNull } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { act } from '../support/act'
import { emptyDatabase } from '../support/empty'
import { buildWorld, type World } from '../support/world'

let world: World
beforeEach(async () => {
  await emptyDatabase()
  world = await buildWorld()
})

const appoint = (enterpriseId: string, startsOn: string, termEndsOn: string | null = null) =>
  act(world, 'officer', actions.appointLead, {
    allianceId: world.alliances.coatings,
    enterpriseId,
    startsOn,
    termEndsOn,
    reason: '规模居前，标准化一级，愿意分享',
  })

const historyOf = async (enterpriseId: string) =>
  (await db.membership.findMany({ where: { enterpriseId }, orderBy: [{ joinedOn: 'asc' }, { id: 'asc' }] })).map(
    ({ kind, joinedOn, leftOn }) => `${kind} ${fromDate(joinedOn)} ${fromDateOrNull(leftOn) ?? ''}`.trim(),
  )

describe('appointing a lead company', () => {
  it('ends the member’s row, opens the lead’s on the same day, and makes the predecessor a member again', async () => {
    const { lead, member } = world.enterprises
    expect(await appoint(member, '2026-07-01', '2028-06-30')).toMatchObject({ ok: true })
    expect(await historyOf(member)).toEqual(['MEMBER 2025-01-01 2026-07-01', 'LEAD 2026-07-01'])
    expect(await historyOf(lead)).toEqual(['LEAD 2025-01-01 2026-07-01', 'MEMBER 2026-07-01'])

    const decision = await db.leadDecision.findFirstOrThrow({ include: { membership: true } })
    expect(decision).toMatchObject({
      enterpriseId: member,
      decidedById: world.people.officer.userId,
      reason: '规模居前，标准化一级，愿意分享',
      membership: { kind: 'LEAD', enterpriseId: member },
    })
    expect([fromDate(decision.decidedOn), fromDateOrNull(decision.termEndsOn)]).toEqual(['2026-11-24', '2028-06-30'])
    const [event] = await db.auditEvent.findMany({ where: { verb: 'alliance.appoint-lead' } })
    expect(event?.changes).toMatchObject({ lead: ['上海甲牵头涂料有限公司', '上海乙成员涂料有限公司'] })
  })

  it('moves who leads at the next request', async () => {
    expect((await world.actor('principal')).hat).toMatchObject({ leadAllianceIds: [] })
    await appoint(world.enterprises.member, '2026-11-24')
    expect((await world.actor('principal')).hat).toMatchObject({ leadAllianceIds: [world.alliances.coatings] })
    expect((await world.actor('lead')).hat).toMatchObject({
      leadAllianceIds: [],
      allianceIds: [world.alliances.coatings],
    })
  })

  it('of officers who appoint different companies at once, one does, and one lead stands', async () => {
    const { member, neighbour } = world.enterprises
    const results = await Promise.all(
      [member, neighbour, member, neighbour].map((enterpriseId) => appoint(enterpriseId, '2026-07-01')),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    const codes = results.flatMap((result) => (result.ok ? [] : [result.code]))
    for (const code of codes)
      expect(['MEMBERSHIP_ENDED', 'LEAD_ALREADY_APPOINTED', 'MEMBERSHIPS_HAVE_ONE_LEAD', 'BUSY']).toContain(code)
    const open = { allianceId: world.alliances.coatings, leftOn: null }
    expect(await db.membership.count({ where: { ...open, kind: 'LEAD' } })).toBe(1)
    expect(await db.membership.count({ where: open })).toBe(3)
    expect(await db.leadDecision.count()).toBe(1)
  })

  it('without a predecessor the exclusion constraint decides between two who are equally fast', async () => {
    const membershipId = world.memberships.lead
    const end = { membershipId, endsOn: '2026-06-01', reason: '主动提出' }
    expect(await act(world, 'officer', actions.endLead, end)).toMatchObject({ ok: true })
    const { member, neighbour } = world.enterprises
    const results = await Promise.all([member, neighbour].map((enterpriseId) => appoint(enterpriseId, '2026-07-01')))
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(['MEMBERSHIPS_HAVE_ONE_LEAD', 'LEAD_ALREADY_APPOINTED', 'BUSY']).toContain(
      results.flatMap((result) => (result.ok ? [] : [result.code]))[0],
    )
  })

  it('naming the lead again renews its term with a decision of its own', async () => {
    expect(await appoint(world.enterprises.lead, '2026-01-01', '2027-12-31')).toMatchObject({ ok: true })
    expect(await historyOf(world.enterprises.lead)).toEqual(['LEAD 2025-01-01 2026-01-01', 'LEAD 2026-01-01'])
  })

  it('refuses whoever is no member, a day before joining, a term that ends before it starts, and a day already taken', async () => {
    const { member, stranger } = world.enterprises
    expect(await appoint(stranger, '2026-07-01')).toMatchObject({ code: 'LEAD_MUST_BE_A_MEMBER' })
    expect(await appoint(member, '2024-12-31')).toMatchObject({ code: 'ENDS_BEFORE_START' })
    expect(await appoint(member, '2025-01-01')).toMatchObject({ code: 'LEAD_ALREADY_APPOINTED' })
    expect(await appoint(member, '2026-07-01', '2026-06-30')).toMatchObject({
      code: 'INVALID',
      fields: { termEndsOn: 'ENDS_BEFORE_START' },
    })
    expect(await historyOf(member)).toEqual(['MEMBER 2025-01-01'])
  })
})

describe('ending a lead', () => {
  it('leaves the enterprise a member, so that no day of its membership is lost', async () => {
    const input = { membershipId: world.memberships.lead, endsOn: '2026-06-01', reason: '主动提出' }
    expect(await act(world, 'officer', actions.endLead, input)).toMatchObject({ ok: true })
    expect(await historyOf(world.enterprises.lead)).toEqual(['LEAD 2025-01-01 2026-06-01', 'MEMBER 2026-06-01'])
    expect(await act(world, 'officer', actions.endLead, input)).toMatchObject({ code: 'MEMBERSHIP_ENDED' })
  })

  it('is refused for a member that does not lead', async () => {
    const input = { membershipId: world.memberships.member, endsOn: '2026-06-01', reason: '主动提出' }
    expect(await act(world, 'officer', actions.endLead, input)).toMatchObject({ code: 'NOT_THE_LEAD' })
  })
})
