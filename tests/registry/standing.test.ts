import { beforeEach, describe, expect, it } from 'vitest'
import { fromDate, toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/registry/standing-actions'
import { getStanding } from '@/lib/registry/standing-queries'
import {
  getParticipationTotals,
  listParticipation,
  listParticipationByJurisdiction,
  listParticipationMatrix,
} from '@/lib/reports/queries'
import { filterOf, reportQuery } from '@/lib/reports/schema'
import { getReportView } from '@/lib/reports/view-queries'
import { act } from '../support/act'
import { emptyDatabase } from '../support/empty'
import { makeActivity, makePlace } from '../support/stage'
import { buildWorld, type ActorName, type World } from '../support/world'

let world: World
let member: string
beforeEach(async () => {
  await emptyDatabase()
  world = await buildWorld()
  member = world.enterprises.member
})

const version = async (id = member) => (await db.enterprise.findUniqueOrThrow({ where: { id } })).version

const close = async (closedOn: string, id = member) =>
  act(world, 'officer', actions.closeEnterprise, {
    enterpriseId: id,
    version: await version(id),
    closedOn,
    reason: '停产注销',
  })

const reopen = async (reopenedOn: string) =>
  act(world, 'officer', actions.reopenEnterprise, {
    enterpriseId: member,
    version: await version(),
    reopenedOn,
    reason: '复产验收合格',
  })

const move = async (to: 'jinshan' | 'fengxian', movedOn: string) =>
  act(world, 'officer', actions.moveEnterprise, {
    enterpriseId: member,
    version: await version(),
    jurisdictionId: world.jurisdictions[to],
    movedOn,
    reason: '监管职责调整',
  })

/** A meeting of the coatings alliance that was held then, to which the member came by mandate. */
async function attended(day: string): Promise<void> {
  const startsAt = new Date(`${day}T02:00:00Z`)
  const activityId = await makeActivity(world, { state: 'HELD', startsAt })
  await db.attendance.create({
    data: {
      activityId,
      userId: world.people.principal.userId,
      enterpriseId: member,
      checkedInAt: startsAt,
      method: 'CODE_SCANNED',
      mandateKind: 'PRINCIPAL',
    },
  })
}

const inYear = (year: number) => filterOf(reportQuery.parse({}), year)

/** Everything that the reports of a year say to somebody. */
async function figures(name: ActorName, year: number) {
  const actor = await world.actor(name)
  return {
    totals: await getParticipationTotals(actor, inYear(year)),
    lines: (await listParticipation(actor, inYear(year), { key: 'name', isFalling: false })).rows,
    jurisdictions: await listParticipationByJurisdiction(actor, inYear(year)),
    matrix: await listParticipationMatrix(actor, inYear(year)),
  }
}

describe('moving to another jurisdiction', () => {
  it('leaves what was done before with the jurisdiction that it was done under, for both and for the city', async () => {
    await attended('2025-05-12')
    const before = await Promise.all((['officer', 'jinshan', 'fengxian'] as const).map((who) => figures(who, 2025)))
    expect(await move('fengxian', '2026-06-01')).toMatchObject({ ok: true })
    const after = await Promise.all((['officer', 'jinshan', 'fengxian'] as const).map((who) => figures(who, 2025)))
    expect(after).toEqual(before)
  })

  it('divides the year of the move at its day, and counts the enterprise once in the city', async () => {
    await attended('2026-03-10')
    await attended('2026-09-10')
    const city = (await figures('officer', 2026)).totals
    await move('fengxian', '2026-06-01')
    const now = await figures('officer', 2026)
    expect(now.totals).toEqual(city)
    expect(now.lines.filter(({ id }) => id === member)).toMatchObject([{ jurisdiction: '奉贤区', byMandate: 2 }])
    const [jinshan, fengxian] = [await figures('jinshan', 2026), await figures('fengxian', 2026)]
    expect(jinshan.lines.find(({ id }) => id === member)).toMatchObject({ jurisdiction: '金山区', byMandate: 1 })
    expect(fengxian.lines.find(({ id }) => id === member)).toMatchObject({ jurisdiction: '奉贤区', byMandate: 1 })
    expect(now.jurisdictions.map(({ shortName, byMandate }) => [shortName, byMandate])).toEqual([
      ['金山区', 1],
      ['奉贤区', 1],
    ])
  })

  it('leaves its name in the old report, which no longer leads to a dossier that is closed there', async () => {
    await attended('2026-03-10')
    await move('fengxian', '2026-06-01')
    const seen = async (name: ActorName) => {
      const body = await getReportView(await world.actor(name), 'enterprise', inYear(2026), reportQuery.parse({}))
      if (body.view !== 'enterprise') throw new Error('another view')
      return { isNamed: body.page.rows.some(({ id }) => id === member), isOpen: body.open.has(member) }
    }
    expect(await seen('jinshan')).toEqual({ isNamed: true, isOpen: false })
    expect(await seen('fengxian')).toEqual({ isNamed: true, isOpen: true })
    expect(await seen('officer')).toEqual({ isNamed: true, isOpen: true })
  })

  it('there and back keeps every stint, shows the dossier to the present one, and tells both', async () => {
    await move('fengxian', '2026-03-01')
    await move('jinshan', '2026-09-01')
    const standing = await getStanding(await world.actor('jinshan'), member)
    expect(
      standing?.stints.map(({ jurisdiction, startsOn, endsOn }) => [jurisdiction.shortName, startsOn, endsOn]),
    ).toEqual([
      ['金山区', '2026-09-01', null],
      ['奉贤区', '2026-03-01', '2026-09-01'],
      ['金山区', null, '2026-03-01'],
    ])
    expect(await getStanding(await world.actor('fengxian'), member)).toBeNull()
    const told = await db.notification.findMany({ where: { kind: 'ENTERPRISE_MOVED' }, select: { userId: true } })
    expect(new Set(told.map(({ userId }) => userId))).toEqual(
      new Set([world.people.jinshan.userId, world.people.jinshanAdministrator.userId, world.people.fengxian.userId]),
    )
  })

  it('needs another jurisdiction, a day that has come, and one after the last move', async () => {
    expect(await move('jinshan', '2026-06-01')).toMatchObject({ code: 'MOVE_NEEDS_ANOTHER_JURISDICTION' })
    expect(await move('fengxian', '2026-12-01')).toMatchObject({ fields: { movedOn: 'IN_THE_FUTURE' } })
    await move('fengxian', '2026-06-01')
    expect(await move('jinshan', '2026-06-01')).toMatchObject({ fields: { movedOn: 'ENDS_BEFORE_START' } })
    expect(await db.enterpriseSupervision.count()).toBe(1)
  })
})

describe('closing', () => {
  it('ends memberships, mandates and offices on the day, hands places on, and says so where it is read', async () => {
    const activityId = await makeActivity(world, { capacity: 1 })
    await makePlace(world, activityId, { enterpriseId: member })
    const next = await makePlace(world, activityId, { enterpriseId: world.enterprises.neighbour, state: 'WAITING' })
    expect(await close('2026-11-25')).toMatchObject({ data: { alliances: 1, places: 1 } })
    const membership = await db.membership.findUniqueOrThrow({ where: { id: world.memberships.member } })
    expect(membership).toMatchObject({ leftOn: toDate('2026-11-25'), leaveReason: '停产注销' })
    const mandates = await db.mandate.findMany({ where: { enterpriseId: member } })
    for (const { validTo } of mandates) expect(validTo && fromDate(validTo) <= '2026-11-24').toBe(true)
    expect(await db.registration.findUniqueOrThrow({ where: { id: next } })).toMatchObject({ state: 'PLACED' })
    const trail = await db.auditEvent.findMany({ orderBy: { id: 'desc' }, take: 2, select: { verb: true } })
    expect(trail.map(({ verb }) => verb).toSorted()).toEqual(['alliance.release-member', 'enterprise.close'])
  })

  it('leaves the figures of the past as they are', async () => {
    await attended('2025-05-12')
    const before = await figures('officer', 2025)
    await close('2026-11-24')
    expect(await figures('officer', 2025)).toEqual(before)
  })

  it('is refused to a lead company until its alliance has decided', async () => {
    const lead = world.enterprises.lead
    expect(await close('2026-11-25', lead)).toMatchObject({ code: 'LEADS_AN_ALLIANCE' })
    expect((await db.enterprise.findUniqueOrThrow({ where: { id: lead } })).closedOn).toBeNull()
  })

  it('and opening again keep the time in between, and bring no membership back', async () => {
    await close('2026-05-01')
    expect(await close('2026-06-01')).toMatchObject({ code: 'ENTERPRISE_CLOSED_ALREADY' })
    expect(await reopen('2026-04-30')).toMatchObject({ fields: { reopenedOn: 'ENDS_BEFORE_START' } })
    expect(await reopen('2026-12-01')).toMatchObject({ fields: { reopenedOn: 'IN_THE_FUTURE' } })
    expect(await reopen('2026-10-01')).toMatchObject({ ok: true })
    expect(await reopen('2026-10-02')).toMatchObject({ code: 'ENTERPRISE_NOT_CLOSED' })
    const standing = await getStanding(await world.actor('officer'), member)
    expect(standing).toMatchObject({
      closedOn: null,
      closures: [{ closedOn: '2026-05-01', reopenedOn: '2026-10-01', closeReason: '停产注销' }],
      memberships: [],
    })
  })

  it('that is still to come can be taken back', async () => {
    await close('2026-12-31')
    expect(await reopen('2026-12-31')).toMatchObject({ ok: true })
    expect((await db.enterprise.findUniqueOrThrow({ where: { id: member } })).closedOn).toBeNull()
  })

  it('is done by one of two officers at the same moment', async () => {
    const input = { enterpriseId: member, version: 1, closedOn: '2026-11-25', reason: '停产注销' }
    const both = await Promise.all([1, 2].map(() => act(world, 'officer', actions.closeEnterprise, input)))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })
})
