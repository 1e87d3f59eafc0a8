import { beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/followups/actions'
import { listActionItems, listLeftOver, listOwnOpenItems } from '@/lib/followups/queries'
import { isOverdue } from '@/lib/followups/rules'
import { act } from '../support/act'
import { inDays, makeActivity } from '../support/stage'
import { buildWorld, type World } from '../support/world'

let world: World
let activityId: string
beforeAll(async () => {
  world = await buildWorld()
  activityId = await makeActivity(world, { state: 'HELD', startsAt: inDays(-7) })
})

const item = { text: '报送检测报告', decisionId: null, ownerPerson: '王工', dueOn: '2026-12-01' }

async function give(ownerEnterpriseId: string | null): Promise<string> {
  const given = await act(world, 'coordinator', actions.giveItem, { activityId, ...item, ownerEnterpriseId })
  if (!given.ok) throw new Error(given.code)
  return given.data.itemId
}

const stateOf = async (id: string) => (await db.actionItem.findUniqueOrThrow({ where: { id } })).state

it('goes from the organiser to its owner and back until it is confirmed', async () => {
  const itemId = await give(world.enterprises.member)
  const next = { hostAllianceId: world.alliances.coatings, startsAt: inDays(14) }
  const open = async () => (await listLeftOver(await world.actor('coordinator'), next)).rows.map(({ id }) => id)
  const own = async () => (await listOwnOpenItems(await world.actor('principal'))).rows.map(({ id }) => id)
  expect(await open()).toContain(itemId)
  expect(await own()).toContain(itemId)

  const told = async (kind: string) =>
    (await db.notification.findMany({ where: { kind }, select: { userId: true } })).map(({ userId }) => userId)
  expect(await told('ACTION_ITEM_GIVEN')).toContain(world.people.principal.userId)
  expect(await told('ACTION_ITEM_GIVEN')).not.toContain(world.people.neighbour.userId)
  const waiting = async () => (await listOwnOpenItems(await world.actor('coordinator'))).rows.map(({ id }) => id)
  expect(await waiting()).not.toContain(itemId)

  const finish = { itemId, evidence: '<b>报告</b>已送达' }
  expect(await act(world, 'principal', actions.finishItem, finish)).toMatchObject({ ok: true })
  expect(await act(world, 'principal', actions.finishItem, finish)).toMatchObject({ code: 'ACTION_ITEM_NOT_OPEN' })
  expect(await own()).not.toContain(itemId)
  expect(await open()).toContain(itemId)
  expect(await waiting()).toContain(itemId)

  expect(await act(world, 'coordinator', actions.reopenItem, { itemId, version: 2 })).toMatchObject({ ok: true })
  expect(await own()).toContain(itemId)
  expect(await told('ACTION_ITEM_RETURNED')).toEqual(await told('ACTION_ITEM_GIVEN'))
  await act(world, 'principal', actions.finishItem, finish)
  // The report that was read is not the one that stands.
  expect(await act(world, 'coordinator', actions.confirmItem, { itemId, version: 2 })).toMatchObject({
    code: 'CONFLICT',
  })
  expect(await act(world, 'coordinator', actions.confirmItem, { itemId, version: 4 })).toMatchObject({ ok: true })
  expect(await stateOf(itemId)).toBe('CONFIRMED')
  expect(await open()).not.toContain(itemId)
})

it('is not confirmed by the lead that reported it, and needs nobody else where the organiser does it', async () => {
  const ofLead = await give(world.enterprises.lead)
  await act(world, 'lead', actions.finishItem, { itemId: ofLead, evidence: '已完成' })
  expect(await act(world, 'lead', actions.confirmItem, { itemId: ofLead, version: 2 })).toMatchObject({
    code: 'FORBIDDEN',
  })
  const ofOrganiser = await give(null)
  await act(world, 'coordinator', actions.finishItem, { itemId: ofOrganiser, evidence: '纪要已印发' })
  expect(await stateOf(ofOrganiser)).toBe('CONFIRMED')
})

it('names what is wrong with the field', async () => {
  const input = { activityId, ...item, ownerEnterpriseId: null as string | null }
  const refused = async (part: Partial<typeof input>) => {
    const result = await act(world, 'coordinator', actions.giveItem, { ...input, ...part })
    return result.ok ? {} : result.fields
  }
  expect(await refused({ ownerEnterpriseId: world.enterprises.stranger })).toEqual({
    ownerEnterpriseId: 'NOT_A_CHOICE',
  })
  expect(await refused({ dueOn: '2026-11-01' })).toEqual({ dueOn: 'IN_THE_PAST' })
  expect(await refused({ dueOn: '2036-11-01' })).toEqual({ dueOn: 'TOO_FAR' })
  expect(await refused({ dueOn: '明天' })).toEqual({ dueOn: 'NOT_A_DAY' })
  expect(await refused({ text: '长'.repeat(100_000) })).toEqual({ text: 'TOO_LONG' })
})

it('is recorded only of what has taken place', async () => {
  const coming = await makeActivity(world)
  const decision = await act(world, 'coordinator', actions.recordDecision, { activityId: coming, text: '先行决定' })
  expect(decision).toMatchObject({ code: 'ACTIVITY_NOT_HELD' })
})

it('is seen by its owner and not by another member', async () => {
  const itemId = await give(world.enterprises.member)
  const seen = async (name: 'principal' | 'neighbour' | 'jinshan' | 'fengxian' | 'lead') =>
    (await listActionItems(await world.actor(name), activityId)).some(({ id }) => id === itemId)
  expect(await Promise.all([seen('principal'), seen('jinshan'), seen('lead')])).toEqual([true, true, true])
  expect(await Promise.all([seen('neighbour'), seen('fengxian')])).toEqual([false, false])
})

it('is numbered one after the other where two record at once, and what was removed comes back', async () => {
  const both = await Promise.all(
    ['甲决定', '乙决定'].map((text) => act(world, 'coordinator', actions.recordDecision, { activityId, text })),
  )
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  const itemId = await give(world.enterprises.member)
  const shown = async () =>
    (await listActionItems(await world.actor('principal'), activityId)).some(({ id }) => id === itemId)
  await act(world, 'coordinator', actions.removeItem, { itemId })
  expect(await shown()).toBe(false)
  await act(world, 'coordinator', actions.restoreItem, { itemId })
  expect(await shown()).toBe(true)
})

it('is overdue from the day after its last day, and only as long as it is open', () => {
  const open = { state: 'OPEN', dueOn: '2026-11-24' } as const
  expect(isOverdue(open, '2026-11-24')).toBe(false)
  expect(isOverdue(open, '2026-11-25')).toBe(true)
  expect(isOverdue({ ...open, state: 'DONE' }, '2026-11-25')).toBe(false)
})
