import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { publishActivity } from '@/lib/activities/actions'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/inspections/actions'
import { getPair, listOwedPairs, listPairs } from '@/lib/inspections/queries'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { inDays } from '../support/stage'
import { buildWorld, worldNow, type ActorName, type World } from '../support/world'
import { makeFinding, makeInspection, makePair } from './pair'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(() => setClock(worldNow))

type Firm = keyof World['enterprises']

const pair = (activityId: string, inspector: Firm, inspected: Firm, scope = '储罐区静电接地') =>
  act(world, 'coordinator', actions.pairMembers, {
    activityId,
    inspectorId: world.enterprises[inspector],
    inspectedId: world.enterprises[inspected],
    scope,
  })

const publish = (id: string) => act(world, 'coordinator', publishActivity, { id })
const findingOf = (id: string) => db.inspectionFinding.findUniqueOrThrow({ where: { id } })
const people = (...names: Exclude<ActorName, 'anonymous'>[]) => names.map((name) => world.people[name].userId).sort()

const told = async (href: string, kind: string) =>
  (await db.notification.findMany({ where: { href, kind } })).map(({ userId }) => userId).sort()

const ofMember = () => people('principal', 'designated')

describe('pairing', () => {
  it('pairs two members of the audience, each in as many pairs as there are, pressed twice once', async () => {
    const activityId = await makeInspection(world, 'DRAFT')
    expect(await pair(activityId, 'stranger', 'member')).toMatchObject({ fields: { inspectorId: 'NOT_A_CHOICE' } })
    expect(await pair(activityId, 'member', 'stranger')).toMatchObject({ fields: { inspectedId: 'NOT_A_CHOICE' } })
    expect(await pair(activityId, 'member', 'member')).toMatchObject({ fields: { inspectedId: 'SAME_ENTERPRISE' } })
    for (const isNew of [true, false])
      expect(await pair(activityId, 'neighbour', 'member')).toMatchObject({ ok: true, data: { isNew } })
    expect(await pair(activityId, 'neighbour', 'member', '动火作业')).toMatchObject({ code: 'PAIR_EXISTS' })
    expect((await pair(activityId, 'member', 'neighbour')).ok).toBe(true)
    expect((await pair(activityId, 'lead', 'member')).ok).toBe(true)
    expect(await db.inspectionPair.count({ where: { activityId } })).toBe(3)
  })

  it('does not let one legal person inspect itself, nor whom the audience leaves out', async () => {
    const activityId = await makeInspection(world, 'DRAFT')
    const { member, neighbour, lead } = world.enterprises
    const { creditCode } = await db.enterprise.findUniqueOrThrow({ where: { id: lead } })
    await db.enterprise.update({ where: { id: lead }, data: { creditCode: '91310116MA1J000024' } })
    expect(await pair(activityId, 'lead', 'member')).toMatchObject({ fields: { inspectedId: 'SAME_LEGAL_PERSON' } })
    await db.enterprise.update({ where: { id: lead }, data: { creditCode } })
    await db.audienceRule.create({ data: { activityId, exclusions: { create: { enterpriseId: neighbour } } } })
    expect(await pair(activityId, 'neighbour', 'member')).toMatchObject({ fields: { inspectorId: 'NOT_A_CHOICE' } })
    expect(member).not.toBe(neighbour)
  })

  it('is of mutual inspections that are not closed; two who pair the same at once make one pair', async () => {
    const closed = await makeInspection(world, 'CLOSED')
    expect(await pair(closed, 'neighbour', 'member')).toMatchObject({ code: 'ACTIVITY_TAKES_NO_PAIRS' })
    const other = await makeInspection(world, 'DRAFT')
    await db.activity.update({ where: { id: other }, data: { kind: 'TRAINING' } })
    expect(await pair(other, 'neighbour', 'member')).toMatchObject({ code: 'ACTIVITY_TAKES_NO_PAIRS' })
    const activityId = await makeInspection(world, 'DRAFT')
    const both = await Promise.all([pair(activityId, 'neighbour', 'member'), pair(activityId, 'neighbour', 'member')])
    expect(both.map((one) => one.ok && one.data.isNew).sort()).toEqual([false, true])
    await expect(makePair(world, activityId)).rejects.toMatchObject({ code: 'P2002' })
    await expect(makePair(world, activityId, { inspector: 'member' })).rejects.toThrow()
  })
})

describe('publishing', () => {
  it('needs a pair; members are told of pairs that come or go after it, and the last one stays', async () => {
    const activityId = await makeInspection(world, 'DRAFT')
    expect(await publish(activityId)).toMatchObject({ code: 'INSPECTION_WITHOUT_PAIRS' })
    const first = await makePair(world, activityId)
    expect((await publish(activityId)).ok).toBe(true)
    const last = await act(world, 'coordinator', actions.unpairMembers, { id: first })
    expect(last).toMatchObject({ code: 'LAST_PAIR' })
    const second = await pair(activityId, 'lead', 'neighbour')
    const id = second.ok ? second.data.id : ''
    expect(await told(`/portal/inspections/${id}`, 'INSPECTION_PAIRED')).toEqual(people('lead', 'neighbour'))
    for (const isNew of [true, false]) {
      const again = await act(world, 'coordinator', actions.unpairMembers, { id })
      if (isNew) expect(again).toMatchObject({ ok: true, data: { isNew } })
      else expect(again).toMatchObject({ code: 'NOT_FOUND' })
    }
    const page = `/portal/activities/${activityId}`
    expect(await told(page, 'INSPECTION_UNPAIRED')).toEqual(people('lead', 'neighbour'))
  })

  it('and unpairing at once: never published without a pair, whoever is first', async () => {
    const activityId = await makeInspection(world, 'DRAFT')
    const id = await makePair(world, activityId)
    const [published, unpaired] = await Promise.all([
      publish(activityId),
      act(world, 'coordinator', actions.unpairMembers, { id }),
    ])
    expect(published.ok).not.toBe(unpaired.ok)
    expect(await db.inspectionPair.count({ where: { activityId } })).toBe(published.ok ? 1 : 0)
  })

  it('would publish without one where the write does not repeat the rule: the sabotaged twin', async () => {
    const activityId = await makeInspection(world, 'DRAFT')
    const id = await makePair(world, activityId)
    const saw = (await db.inspectionPair.count({ where: { activityId } })) > 0
    await act(world, 'coordinator', actions.unpairMembers, { id })
    const state = saw ? 'PUBLISHED' : 'DRAFT'
    await db.activity.updateMany({ where: { id: activityId, state: 'DRAFT' }, data: { state } })
    expect(
      await db.activity.count({ where: { id: activityId, state: 'PUBLISHED', inspectionPairs: { none: {} } } }),
    ).toBe(1)
  })
})

describe('finding', () => {
  const record = (pairId: string, text = '接地线锈蚀', severity: 'GENERAL' | 'MAJOR' = 'GENERAL') =>
    act(world, 'neighbour', actions.recordFinding, { pairId, location: '二号罐组', text, severity })

  it('begins with the inspection, is numbered, told to the inspected member, and a major one to the coordinator', async () => {
    const early = await makePair(world, await makeInspection(world, 'PUBLISHED', inDays(1)))
    expect(await record(early)).toMatchObject({ code: 'INSPECTION_NOT_BEGUN' })
    const cancelled = await makePair(world, await makeInspection(world, 'CANCELLED'))
    expect(await record(cancelled)).toMatchObject({ code: 'INSPECTION_NOT_BEGUN' })
    const pairId = await makePair(world, await makeInspection(world, 'CLOSED'))
    for (const isNew of [true, false]) expect(await record(pairId)).toMatchObject({ data: { number: 1, isNew } })
    expect(await record(pairId, '可燃气体报警器未投用', 'MAJOR')).toMatchObject({ data: { number: 2, isNew: true } })
    const page = `/portal/inspections/${pairId}`
    expect(await told(page, 'FINDING_RECORDED')).toEqual([...ofMember(), ...ofMember()].sort())
    expect(await told(page, 'FINDING_MAJOR')).toEqual(people('coordinator', 'deputy'))
    const spoken = await db.notification.findMany({ where: { href: page } })
    const trail = await db.auditEvent.findMany({ where: { verb: 'inspection.record-finding' } })
    expect(JSON.stringify([spoken, trail])).not.toMatch(/锈蚀|报警器|罐组/)
  })

  it('numbers two that are recorded at once one after the other', async () => {
    const pairId = await makePair(world, await makeInspection(world))
    const both = await Promise.all([record(pairId, '甲处锈蚀'), record(pairId, '乙处锈蚀')])
    expect(both.map((one) => one.ok && one.data.number).sort()).toEqual([1, 2])
  })

  it('goes from answer to answer until the other party confirms; whoever answered never confirms', async () => {
    const pairId = await makePair(world, await makeInspection(world))
    const findingId = await makeFinding(world, pairId)
    const answer = (version: number, state: 'FIXING' | 'FIXED', dueOn: string | null = null) =>
      act(world, 'principal', actions.answerFinding, { findingId, version, state, measure: '更换接地线', dueOn })
    expect(await answer(1, 'FIXING')).toMatchObject({ fields: { dueOn: 'REQUIRED' } })
    expect(await answer(1, 'FIXING', '2026-11-23')).toMatchObject({ fields: { dueOn: 'IN_THE_PAST' } })
    expect(await answer(1, 'FIXING', '2026-12-10')).toMatchObject({ ok: true })
    expect(await answer(1, 'FIXED')).toMatchObject({ code: 'CONFLICT' })
    const close = (actor: ActorName, version: number) => act(world, actor, actions.closeFinding, { findingId, version })
    expect(await close('neighbour', 2)).toMatchObject({ code: 'CONFLICT' })
    expect((await answer(2, 'FIXED')).ok).toBe(true)
    const page = `/portal/inspections/${pairId}`
    expect(await told(page, 'FINDING_ANSWERED')).toEqual([...people('neighbour'), ...people('neighbour')])
    const back = { findingId, version: 3, reason: '缺复测记录' }
    expect((await act(world, 'neighbour', actions.returnFinding, back)).ok).toBe(true)
    expect(await told(page, 'FINDING_RETURNED')).toEqual(ofMember())
    expect(await findingOf(findingId)).toMatchObject({ state: 'OPEN', measure: '更换接地线', reason: '缺复测记录' })
    expect((await answer(4, 'FIXED')).ok).toBe(true)
    expect((await close('coordinator', 5)).ok).toBe(true)
    expect(await told(page, 'FINDING_CLOSED')).toEqual(ofMember())
    expect(await answer(6, 'FIXED')).toMatchObject({ code: 'FINDING_ENDED' })
  })

  it('is not confirmed by who answered it, under no hat, and the table says it again', async () => {
    const findingId = await makeFinding(world, await makePair(world, await makeInspection(world)), 'FIXED')
    const { userId: answeredById } = world.people.neighbour
    await db.inspectionFinding.update({ where: { id: findingId }, data: { answeredById } })
    const own = await act(world, 'neighbour', actions.closeFinding, { findingId, version: 1 })
    expect(own).toMatchObject({ code: 'FINDING_OWN_ANSWER' })
    const blind = { state: 'CLOSED' as const, closedById: answeredById, closedAt: worldNow }
    await expect(db.inspectionFinding.update({ where: { id: findingId }, data: blind })).rejects.toThrow()
  })

  it('is taken back while nobody has answered, and keeps its pair in any case', async () => {
    const activityId = await makeInspection(world)
    await makePair(world, activityId, { inspector: 'lead' })
    const id = await makePair(world, activityId)
    const [open, answered] = [await makeFinding(world, id), await makeFinding(world, id, 'FIXING')]
    const withdraw = (findingId: string) =>
      act(world, 'neighbour', actions.withdrawFinding, { findingId, version: 1, reason: '登记错了' })
    expect((await withdraw(open)).ok).toBe(true)
    expect(await withdraw(answered)).toMatchObject({ code: 'FINDING_ANSWERED' })
    expect(await act(world, 'officer', actions.unpairMembers, { id })).toMatchObject({ code: 'PAIR_HAS_FINDINGS' })
  })
})

describe('who reads', () => {
  it('the two members, the bureaus and the coordinator; the lead knows of the pair, other members of nothing', async () => {
    const activityId = await makeInspection(world)
    const id = await makePair(world, activityId)
    await makePair(world, activityId, { inspector: 'member', inspected: 'lead' })
    await makeFinding(world, id)
    const sees = async (name: ActorName) => {
      const actor = await world.actor(name)
      const rows = await listPairs(actor, activityId)
      const row = rows.find((one) => one.id === id)
      const inside = (await getPair(actor, id)) !== null
      expect(inside).toBe(row?.isInside ?? false)
      return [rows.length, row?.findings.length ?? null]
    }
    expect(await sees('coordinator')).toEqual([2, 1])
    expect(await sees('jinshan')).toEqual([2, 1])
    expect(await sees('principal')).toEqual([2, 1])
    expect(await sees('neighbour')).toEqual([1, 1])
    expect(await sees('lead')).toEqual([2, 0])
    for (const name of [
      'fengxian',
      'otherLead',
      'stranger',
      'otherCoordinator',
      'formerCoordinator',
      'hatless',
    ] as const)
      expect(await sees(name)).toEqual([0, null])
  })

  it('a draft is told to nobody, and the home page lists what each side owes', async () => {
    const draft = await makePair(world, await makeInspection(world, 'DRAFT'))
    expect(await getPair(await world.actor('principal'), draft)).toBeNull()
    const id = await makePair(world, await makeInspection(world))
    await makeFinding(world, id)
    await makeFinding(world, id, 'FIXING')
    await makeFinding(world, id, 'FIXED')
    await makeFinding(world, id, 'CLOSED')
    const owed = async (name: ActorName) =>
      (await listOwedPairs(await world.actor(name))).find((one) => one.id === id)?.count
    expect(await owed('principal')).toBe(2)
    expect(await owed('neighbour')).toBe(1)
    expect(await owed('lead')).toBeUndefined()
  })
})
