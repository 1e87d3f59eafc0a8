import { beforeEach, describe, expect, it } from 'vitest'
import { startBulk } from '@/lib/bulk/actions'
import { forecastChange } from '@/lib/bulk/queries'
import type { Change, Selection } from '@/lib/bulk/schema'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { correctEnterprise } from '@/lib/enterprises/actions'
import { registryQuery } from '@/lib/enterprises/schema'
import { correctionOf } from '../enterprises/correction'
import { act } from '../support/act'
import { emptyDatabase } from '../support/empty'
import { buildWorld, type World } from '../support/world'
import { change, linesOf, start, take, undo } from './fixtures'

let world: World
beforeEach(async () => {
  await emptyDatabase()
  world = await buildWorld()
})

const all: Selection = { scope: 'filter', filter: registryQuery.parse({}) }
const rows = (...ids: string[]): Selection => ({ scope: 'rows', ids })

const admission = (): Change => ({
  act: 'admit',
  allianceId: world.alliances.stations,
  on: '2026-12-01',
  reason: '2026 年新增名单',
})

const release = (allianceId: string): Change => ({ act: 'release', allianceId, on: '2026-12-31', reason: '业务调整' })

const inStations = () =>
  db.membership.findMany({
    where: { allianceId: world.alliances.stations, joinedOn: toDate('2026-12-01') },
    orderBy: { enterprise: { creditCode: 'asc' } },
  })

const trailOf = (id: string) =>
  db.auditEvent.findMany({ where: { subjectType: 'enterprise', subjectId: id }, orderBy: { id: 'asc' } })

describe('admitting many', () => {
  it('takes in whoever can join, and says of each other one why not', async () => {
    await db.enterprise.update({ where: { id: world.enterprises.neighbour }, data: { closedOn: toDate('2026-11-30') } })
    const forecast = await forecastChange(await world.actor('officer'), all, admission())
    const task = await change(world, { selection: all, change: admission(), confirmed: 5 })
    expect(forecast).toEqual({ DONE: 2, REFUSED: 1, UNCHANGED: 2 })
    expect(task).toMatchObject({
      state: 'DONE',
      kind: 'bulkAdmit',
      label: '加油站行业安全联盟',
      summary: { confirmed: 5, met: 5, done: 2, refused: 1, unchanged: 2 },
    })
    expect((await inStations()).map(({ enterpriseId, kind, joinReason }) => [enterpriseId, kind, joinReason])).toEqual([
      [world.enterprises.lead, 'MEMBER', '2026 年新增名单'],
      [world.enterprises.member, 'MEMBER', '2026 年新增名单'],
    ])
    const [head, ...lines] = await linesOf(task.id)
    expect(head).toEqual(['序号', '统一社会信用代码', '企业名称', '监管区', '结果', '说明'])
    const said = Object.fromEntries(lines.map(([, , name, , outcome, why]) => [name, `${outcome}：${why}`]))
    expect(said).toEqual({
      上海甲牵头涂料有限公司: '已办理：',
      上海乙成员涂料有限公司: '已办理：',
      上海丙邻居涂料有限公司: '未办理：上海丙邻居涂料有限公司在该日期已经注销或关闭，不能办理',
      上海丁牵头加油站: '无变化：自 2025-01-01 起已是该联盟成员',
      上海戊成员加油站: '无变化：自 2025-01-01 起已是该联盟成员',
    })
  })

  it('stands in the trail of each one that changed, in the name of who asked', async () => {
    const task = await change(world, { selection: all, change: admission() })
    expect(await trailOf(world.enterprises.member)).toMatchObject([
      {
        verb: 'enterprise.change-in-bulk',
        actorId: world.people.officer.userId,
        actorHat: '市应急管理局',
        subjectLabel: '上海乙成员涂料有限公司',
        changes: {
          alliance: [null, '加油站行业安全联盟'],
          joinedOn: [null, '2026-12-01'],
          reason: [null, '2026 年新增名单'],
          task: [null, task.id],
        },
      },
    ])
    expect(await trailOf(world.enterprises.stranger)).toEqual([])
  })

  it('is taken back as if it had never held, but for whom has changed since', async () => {
    const task = await change(world, { selection: all, change: admission() })
    await db.membership.updateMany({
      where: { enterpriseId: world.enterprises.lead, allianceId: world.alliances.stations },
      data: { leftOn: toDate('2027-01-01') },
    })
    const undone = await undo(world, task.id)
    expect(undone).toMatchObject({ state: 'DONE', summary: { done: 2, refused: 1 } })
    const held = await db.membership.findMany({
      where: { allianceId: world.alliances.stations, joinedOn: toDate('2026-12-01') },
    })
    const endOf = new Map(held.map(({ enterpriseId, leftOn }) => [enterpriseId, leftOn]))
    expect(endOf.get(world.enterprises.member)).toEqual(toDate('2026-12-01'))
    expect(endOf.get(world.enterprises.lead)).toEqual(toDate('2027-01-01'))
    const [, ...lines] = await linesOf(undone.id)
    expect(lines.map(([, , name, , outcome]) => [name, outcome])).toContainEqual(['上海甲牵头涂料有限公司', '未恢复'])
    expect((await trailOf(world.enterprises.member)).map(({ verb }) => verb).sort()).toEqual([
      'enterprise.change-in-bulk',
      'enterprise.undo-bulk-change',
    ])
    // And may be done again: an empty period is in nobody's way.
    expect(await change(world, { selection: rows(world.enterprises.member), change: admission() })).toMatchObject({
      summary: { done: 1 },
    })
  })
})

describe('ending many memberships', () => {
  it('ends members, tells the lead first, and knows who is none', async () => {
    const task = await change(world, { selection: all, change: release(world.alliances.coatings), confirmed: 5 })
    expect(task.summary).toEqual({ confirmed: 5, met: 5, done: 2, refused: 1, unchanged: 2 })
    const left = await db.membership.findMany({ where: { leftOn: toDate('2026-12-31') } })
    expect(left.map(({ id }) => id).sort()).toEqual([world.memberships.member, world.memberships.neighbour].sort())
  })

  it('is taken back where nothing has taken its place', async () => {
    const task = await change(world, { selection: all, change: release(world.alliances.coatings) })
    await db.membership.create({
      data: {
        allianceId: world.alliances.coatings,
        enterpriseId: world.enterprises.neighbour,
        joinedOn: toDate('2027-03-01'),
      },
    })
    expect(await undo(world, task.id)).toMatchObject({ summary: { done: 1, refused: 1 } })
    const { leftOn, leaveReason } = await db.membership.findUniqueOrThrow({ where: { id: world.memberships.member } })
    expect([leftOn, leaveReason]).toEqual([null, ''])
  })
})

const size: Change = { act: 'size', sizeClass: 'MEDIUM', reason: '统计口径' }

describe('setting a field of many', () => {
  it('counts the version up, and records what it was', async () => {
    await db.enterprise.update({ where: { id: world.enterprises.lead }, data: { sizeClass: 'MEDIUM' } })
    await db.enterprise.update({ where: { id: world.enterprises.member }, data: { sizeClass: 'SMALL' } })
    const task = await change(world, { selection: all, change: size })
    expect(task.summary).toMatchObject({ met: 5, done: 4, unchanged: 1 })
    const enterprise = await db.enterprise.findUniqueOrThrow({ where: { id: world.enterprises.member } })
    expect(enterprise).toMatchObject({ sizeClass: 'MEDIUM', version: 2 })
    expect(await trailOf(enterprise.id)).toMatchObject([
      { changes: { sizeClass: ['SMALL', 'MEDIUM'], reason: [null, '统计口径'] } },
    ])
  })

  it('is seen by whoever has the form open, and never overwritten by undoing', async () => {
    const typed = await correctionOf(world.enterprises.member)
    const task = await change(world, { selection: all, change: size })
    const answer = await act(world, 'officer', correctEnterprise, { ...typed, employees: 7 })
    expect(answer).toMatchObject({ ok: false, code: 'ENTERPRISE_CHANGED' })
    const again = { ...(await correctionOf(world.enterprises.member)), employees: 7 }
    expect(await act(world, 'officer', correctEnterprise, again)).toMatchObject({ ok: true })
    expect(await undo(world, task.id)).toMatchObject({ summary: { done: 4, refused: 1 } })
    expect(await db.enterprise.findUniqueOrThrow({ where: { id: world.enterprises.member } })).toMatchObject({
      sizeClass: 'MEDIUM',
      employees: 7,
    })
    expect(await db.enterprise.findUniqueOrThrow({ where: { id: world.enterprises.lead } })).toMatchObject({
      sizeClass: null,
      version: 3,
    })
  })

  it('races with single edits, and none is lost', async () => {
    const ids = [world.enterprises.member, world.enterprises.lead, world.enterprises.neighbour]
    const typed = await Promise.all(ids.map(correctionOf))
    const id = await start(world, 'officer', { selection: rows(...ids), change: size })
    const [task, ...edits] = await Promise.all([
      take(id),
      ...typed.map((one) => act(world, 'administrator', correctEnterprise, { ...one, employees: 9 })),
    ])
    expect(task).toMatchObject({ state: 'DONE', summary: { done: 3 } })
    for (const [index, enterpriseId] of ids.entries()) {
      const stands = await db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } })
      expect(stands.sizeClass).toBe('MEDIUM')
      // Either the edit came first and stands, or it was refused with what stands.
      expect([stands.employees, stands.version]).toEqual(edits[index]?.ok ? [9, 3] : [null, 2])
    }
  })

  it('sets the level together with the day to which it is valid', async () => {
    const level: Change = { act: 'standardize', level: 'LEVEL_3', validTo: '2029-06-30', reason: '公告' }
    const task = await change(world, { selection: rows(world.enterprises.member), change: level })
    const stands = () => db.enterprise.findUniqueOrThrow({ where: { id: world.enterprises.member } })
    expect(await stands()).toMatchObject({
      standardizationLevel: 'LEVEL_3',
      standardizationValidTo: toDate('2029-06-30'),
    })
    await undo(world, task.id)
    expect(await stands()).toMatchObject({ standardizationLevel: null, standardizationValidTo: null, version: 3 })
  })
})

describe('a selection', () => {
  it('by the filter is what matches when it is done, and says so', async () => {
    const jinshan: Selection = { scope: 'filter', filter: registryQuery.parse({ jurisdiction: '310116' }) }
    const id = await start(world, 'officer', { selection: jinshan, change: size, confirmed: 2 })
    await db.enterprise.update({
      where: { id: world.enterprises.neighbour },
      data: { supervisingJurisdictionId: world.jurisdictions.jinshan },
    })
    expect(await take(id)).toMatchObject({ summary: { confirmed: 2, met: 3, done: 3 } })
  })

  it('of rows passes over ids that name nothing', async () => {
    const selection = rows(world.enterprises.member, crypto.randomUUID())
    expect(await change(world, { selection, change: size, confirmed: 2 })).toMatchObject({
      summary: { confirmed: 2, met: 1, done: 1 },
    })
  })

  it('pressed twice is done once', async () => {
    const asked = { selection: all, change: admission(), key: crypto.randomUUID() }
    const id = await start(world, 'officer', asked)
    expect(await start(world, 'officer', asked)).toBe(id)
    const runs = await Promise.allSettled([take(id), take(id)])
    expect(runs.map(({ status }) => status)).toContain('fulfilled')
    expect(await inStations()).toHaveLength(3)
    expect(await db.auditEvent.count({ where: { verb: 'enterprise.start-bulk-change', subjectId: id } })).toBe(1)
  })

  it('is worked on under the rights of then: an officer no more changes nothing', async () => {
    const id = await start(world, 'officer', { selection: all, change: size })
    await db.appointment.updateMany({
      where: { userId: world.people.officer.userId },
      data: { endsOn: toDate('2026-11-24') },
    })
    expect(await take(id)).toMatchObject({ state: 'FAILED', problem: 'TASK_HAT_GONE' })
    expect(await db.enterprise.count({ where: { sizeClass: 'MEDIUM' } })).toBe(0)
  })

  it('is exported as the registry’s own workbook', async () => {
    const task = await change(world, { selection: rows(world.enterprises.member), change: { act: 'export' } })
    expect(task).toMatchObject({ state: 'DONE', summary: { confirmed: 1, met: 1 }, undoUntil: null })
    const [head, line, ...others] = await linesOf(task.id)
    expect(head?.slice(0, 2)).toEqual(['统一社会信用代码', '企业名称'])
    expect([line?.[1], others]).toEqual(['上海乙成员涂料有限公司', []])
  })

  it('with what cannot be meant is refused, field by field', async () => {
    const input = { selection: all, change: { ...admission(), on: '2026-02-30', reason: ' ' }, confirmed: 5 }
    const answer = await act(world, 'officer', startBulk, { ...input, key: crypto.randomUUID() })
    expect(answer).toMatchObject({ code: 'INVALID', fields: { 'change.on': 'NOT_A_DAY', 'change.reason': 'REQUIRED' } })
    const elsewhere = { ...admission(), allianceId: crypto.randomUUID() }
    expect(
      await act(world, 'officer', startBulk, {
        selection: all,
        change: elsewhere,
        confirmed: 1,
        key: crypto.randomUUID(),
      }),
    ).toMatchObject({ code: 'NOT_FOUND' })
  })
})
