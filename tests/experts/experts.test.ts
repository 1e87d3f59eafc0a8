import { beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/experts/actions'
import { getExpert, listEngagements, listExperts, listLecturers } from '@/lib/experts/queries'
import { act } from '../support/act'
import { inDays, makeActivity } from '../support/stage'
import { buildWorld, type World } from '../support/world'
import { expertFields, makeExpert } from './register'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

it('is found by name, pinyin, initials, organisation and field, and by nobody who has no register', async () => {
  const id = await makeExpert(world, { name: '孙静电' })
  const officer = await world.actor('officer')
  const found = async (filter: Parameters<typeof listExperts>[1]) =>
    (await listExperts(officer, filter)).rows.map((row) => row.id)
  for (const q of ['孙静', 'sunjing', 'sjd', '化工研究院 孙', '氢能']) expect(await found({ q })).toContain(id)
  expect(await found({ q: '孙静 李' })).toEqual([])
  expect(await found({ field: 'LAW' })).toContain(id)
  expect(await found({ field: 'WASTE' })).toEqual([])
  for (const name of ['principal', 'lead', 'insurerAdministrator', 'formerCoordinator', 'hatless'] as const) {
    const actor = await world.actor(name)
    expect(await listExperts(actor, {})).toMatchObject({ total: 0, rows: [] })
    expect(await getExpert(actor, id)).toBeNull()
    expect(await listLecturers(actor)).toEqual([])
  }
})

it('pages without losing or repeating anybody', async () => {
  for (let index = 0; index < 60; index += 1) await makeExpert(world, { name: `翻页${index % 7}` })
  const officer = await world.actor('officer')
  const first = await listExperts(officer, { q: '翻页' })
  const second = await listExperts(officer, { q: '翻页', cursor: first.next ?? '' })
  const ids = [...first.rows, ...second.rows].map(({ id }) => id)
  expect([first.total, ids.length, new Set(ids).size, second.next]).toEqual([60, 60, 60, null])
  const back = await listExperts(officer, { q: '翻页', cursor: second.previous ?? '' })
  expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id))
})

it('keeps the telephone masked until somebody asks, and writes down who', async () => {
  const made = await act(world, 'coordinator', actions.registerExpert, {
    ...expertFields,
    name: '周电话',
    phone: '138 1234 5678',
  })
  if (!made.ok) throw new Error(made.code)
  const { expertId } = made.data
  expect((await getExpert(await world.actor('jinshan'), expertId))?.phone).toBe('138****5678')
  const trail = await db.auditEvent.findFirstOrThrow({ where: { verb: 'expert.register', subjectId: expertId } })
  expect(JSON.stringify(trail.changes)).not.toContain('13812345678')
  expect(await act(world, 'jinshan', actions.unmaskExpertPhone, { expertId })).toEqual({
    ok: true,
    data: { phone: '13812345678' },
  })
  expect(await db.accessEvent.count({ where: { kind: 'UNMASK_PHONE', subjectId: expertId } })).toBe(1)
  // A form that does not know the number leaves it as it is.
  const kept = { expertId, version: 1, ...expertFields, name: '周电话', phone: null }
  expect(await act(world, 'officer', actions.reviseExpert, kept)).toMatchObject({ ok: true, data: { version: 2 } })
  expect(await act(world, 'officer', actions.reviseExpert, kept)).toMatchObject({ code: 'CONFLICT' })
  expect((await db.expert.findUniqueOrThrow({ where: { id: expertId } })).phone).toBe('13812345678')
})

it('is in the register once, by whomever it is added', async () => {
  const same = { ...expertFields, name: '吴唯一', phone: '' }
  const answers = await Promise.all([
    act(world, 'coordinator', actions.registerExpert, same),
    act(world, 'otherCoordinator', actions.registerExpert, same),
  ])
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code)).toSorted()).toEqual(['ALREADY_EXISTS', 'ok'])
})

it('shows how much somebody lectures over all alliances, and of another insurer only that they are taken', async () => {
  const expertId = await makeExpert(world, { name: '郑很忙' })
  const trainings = [
    await makeActivity(world, { kind: 'TRAINING', state: 'CLOSED', startsAt: inDays(-30) }),
    await makeActivity(world, { kind: 'TRAINING', startsAt: inDays(5) }),
    await makeActivity(world, { kind: 'TRAINING', startsAt: inDays(9), hostAllianceId: world.alliances.stations }),
    await makeActivity(world, { kind: 'TRAINING', state: 'DRAFT', startsAt: inDays(11) }),
  ]
  for (const activityId of trainings)
    await db.course.createMany({
      data: [
        { activityId, title: '上午', hours: 2, expertId },
        { activityId, title: '下午', hours: 2, expertId },
      ],
    })
  const coordinator = await world.actor('coordinator')
  const row = (await listExperts(coordinator, { q: '郑很忙' })).rows[0]
  expect(row?.load).toEqual({ thisYear: 3, nextAt: inDays(5) })
  const engagements = await listEngagements(coordinator, expertId)
  expect(engagements.map(({ alliance, course }) => [alliance, course?.title ?? null])).toEqual([
    ['加油', null],
    ['加油', null],
    ['涂料', '上午'],
    ['涂料', '下午'],
    ['涂料', '上午'],
    ['涂料', '下午'],
  ])
})
