import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { plusDays } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { answerFinding } from '@/lib/inspections/actions'
import { urgeOverdueFindings } from '@/lib/inspections/jobs'
import { getPair, listOwedPairs } from '@/lib/inspections/queries'
import { isOverdue } from '@/lib/inspections/rules'
import { toUrge } from '@/lib/inspections/urge-mutations'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { inDays } from '../support/stage'
import { buildWorld, worldNow, type ActorName, type World } from '../support/world'
import { makeFinding, makeInspection, makePair } from './pair'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(async () => {
  setClock(worldNow)
  await db.inspectionUrge.deleteMany()
  await db.inspectionFinding.deleteMany()
  await db.notification.deleteMany()
})

const today = '2026-11-24'
const day = (text: string) => new Date(`${text}T00:00:00Z`)
const people = (...names: Exclude<ActorName, 'anonymous'>[]) => names.map((name) => world.people[name].userId).sort()

const told = async (pairId: string, kind: string) =>
  (await db.notification.findMany({ where: { href: `/portal/inspections/${pairId}`, kind } }))
    .map(({ userId }) => userId)
    .sort()

async function makeLate(dueOn: string, state: 'FIXING' | 'FIXED' = 'FIXING') {
  const pairId = await makePair(world, await makeInspection(world))
  return { pairId, findingId: await makeFinding(world, pairId, state, { dueOn: day(dueOn) }) }
}

describe('an overdue finding', () => {
  it('urges the people of the inspected member once a day, by two rounds at once too, with how many', async () => {
    const { pairId, findingId } = await makeLate('2026-11-23')
    await makeFinding(world, pairId, 'FIXING', { dueOn: day('2026-11-20') })
    await Promise.all([urgeOverdueFindings(), urgeOverdueFindings()])
    await urgeOverdueFindings()
    expect(await told(pairId, 'FINDING_URGED')).toEqual(people('principal', 'designated'))
    const [row] = await db.notification.findMany({ where: { kind: 'FINDING_URGED' } })
    expect(row?.params).toMatchObject({ count: '2' })
    expect(JSON.stringify(row)).not.toMatch(/锈蚀|更换/)

    // The next day again, and only about what is still owed.
    setClock(inDays(1))
    const answer = { findingId, version: 1, state: 'FIXED', measure: '已更换', dueOn: null } as const
    expect((await act(world, 'principal', answerFinding, answer)).ok).toBe(true)
    await urgeOverdueFindings()
    expect(await db.inspectionUrge.count({ where: { findingId } })).toBe(1)
    expect(await db.inspectionUrge.count({ where: { finding: { pairId } } })).toBe(3)
    expect(await told(pairId, 'FINDING_URGED')).toHaveLength(4)
  })

  it('is logged for a day once: the constraint says it again', async () => {
    const { findingId } = await makeLate('2026-11-23')
    const urged = { data: { findingId, onDay: day(today) } }
    await db.inspectionUrge.create(urged)
    await expect(db.inspectionUrge.create(urged)).rejects.toMatchObject({ code: 'P2002' })
  })

  it('is told of once to the coordinator and the supervising district, a week after its day', async () => {
    const { pairId, findingId } = await makeLate('2026-11-18')
    await urgeOverdueFindings()
    expect(await told(pairId, 'FINDING_OVERDUE')).toEqual([])
    await db.inspectionFinding.update({ where: { id: findingId }, data: { dueOn: day('2026-11-17') } })
    await Promise.all([urgeOverdueFindings(), urgeOverdueFindings()])
    setClock(inDays(1))
    await urgeOverdueFindings()
    expect(await told(pairId, 'FINDING_OVERDUE')).toEqual(
      people('coordinator', 'deputy', 'jinshan', 'jinshanAdministrator'),
    )
  })

  it('is told of to nobody who may not read it', async () => {
    const { pairId } = await makeLate('2026-11-10')
    await urgeOverdueFindings()
    const reached = new Set((await db.notification.findMany({ select: { userId: true } })).map(({ userId }) => userId))
    expect(reached.size).toBe(6)
    const names = Object.keys(world.people) as Exclude<ActorName, 'anonymous'>[]
    for (const name of names.filter((one) => reached.has(world.people[one].userId)))
      expect(await getPair(await world.actor(name), pairId), name).not.toBeNull()
    for (const name of ['lead', 'neighbour', 'fengxian', 'otherCoordinator', 'formerCoordinator', 'stranger'] as const)
      expect(reached.has(world.people[name].userId), name).toBe(false)
  })

  it('urges nobody once the inspection is called off, nor before its day is over', async () => {
    const { pairId } = await makeLate(today)
    const cancelled = await makePair(world, await makeInspection(world, 'CANCELLED'))
    await makeFinding(world, cancelled, 'FIXING', { dueOn: day('2026-11-01') })
    await urgeOverdueFindings()
    for (const id of [pairId, cancelled]) expect(await told(id, 'FINDING_URGED')).toEqual([])
    expect(await db.notification.count()).toBe(0)
  })

  it('is the same to the round as to the page: in each state, with and without a day', async () => {
    const pairId = await makePair(world, await makeInspection(world))
    for (const state of ['OPEN', 'FIXING', 'FIXED', 'CLOSED', 'WITHDRAWN'] as const)
      for (const days of [-9, -8, -7, -1, 0, 1]) {
        const dueOn = day(plusDays(today, days))
        await makeFinding(world, pairId, state, { dueOn, recordedAt: inDays(-20) })
        // What is being mended has a day. A minute around midnight in Beijing decides which day is the seventh.
        for (const hours of state === 'FIXING' ? [] : [-10.02, -10])
          await makeFinding(world, pairId, state, { dueOn: null, recordedAt: inDays(days + hours / 24) })
      }
    await makeFinding(world, pairId, 'OPEN', { dueOn: null, recordedAt: inDays(-30), measure: '已更换' })
    const all = await db.inspectionFinding.findMany({ where: { pairId } })
    const found = await db.inspectionFinding.findMany({ where: { AND: [{ pairId }, toUrge(today)] } })
    const late = all.filter((finding) => isOverdue(finding, today)).map(({ id }) => id)
    expect(found.map(({ id }) => id).sort()).toEqual(late.sort())
    expect(late).toHaveLength(4 + 5 + 4)
  })

  it('stands on the home of who has to mend it, with how many are late', async () => {
    const { pairId } = await makeLate('2026-11-23')
    await makeFinding(world, pairId)
    await makeFinding(world, pairId, 'FIXED', { dueOn: day('2026-11-01') })
    const owed = async (name: ActorName) => {
      const row = (await listOwedPairs(await world.actor(name))).find(({ id }) => id === pairId)
      return row && [row.count, row.late]
    }
    expect(await owed('principal')).toEqual([2, 1])
    expect(await owed('neighbour')).toEqual([1, 0])
    expect(await owed('lead')).toBeUndefined()
  })
})
