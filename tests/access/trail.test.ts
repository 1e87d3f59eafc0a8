import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { exportAuditEvents, listAuditEvents } from '@/lib/access/audit-trail'
import { listAccessEvents } from '@/lib/access/access-trail'
import { record, recordAccess } from '@/lib/access/audit'
import { canReadTrail } from '@/lib/access/policy'
import { changeWords } from '@/lib/access/rules'
import { accessFilter, auditFilter, isNarrowed } from '@/lib/access/schema'
import { auditWorkbook } from '@/lib/access/trail-documents'
import { configureAllianceYear } from '@/lib/alliances/actions'
import { correctAttendance } from '@/lib/attendance/actions'
import { toLocal } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { act } from '../support/act'
import { inDays, makeActivity } from '../support/stage'
import { actorNames, buildWorld, worldNow, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const trail = async (query: Record<string, unknown> = {}) =>
  listAuditEvents(await world.actor('administrator'), auditFilter.parse(query))

const log = async (query: Record<string, unknown> = {}) =>
  listAccessEvents(await world.actor('administrator'), accessFilter.parse(query))

const entry = (data: Partial<Parameters<typeof db.auditEvent.create>[0]['data']> & { verb: string; at: Date }) =>
  db.auditEvent.create({
    data: { actorName: '张三', actorHat: '金山区应急管理局', subjectType: 'activity', ...data } as never,
    select: { id: true },
  })

describe('the audit trail', () => {
  it('is the municipal administrator’s alone', async () => {
    await entry({ verb: 'activity.edit', at: worldNow })
    for (const name of actorNames) {
      const actor = await world.actor(name)
      const { rows, total } = await listAuditEvents(actor, auditFilter.parse({}))
      expect([name, canReadTrail(actor), rows.length > 0, total > 0]).toEqual([
        name,
        ...Array<boolean>(3).fill(name === 'administrator'),
      ])
      expect((await listAccessEvents(actor, accessFilter.parse({}))).rows.length > 0).toBe(false)
      const exported = await exportAuditEvents(actor, auditFilter.parse({ about: 'nothing is called so' }))
      expect([name, exported !== null]).toEqual([name, name === 'administrator'])
      await db.$executeRaw`ALTER TABLE access_events DISABLE TRIGGER USER`
      await db.accessEvent.deleteMany()
      await db.$executeRaw`ALTER TABLE access_events ENABLE TRIGGER USER`
    }
  })

  it('says who changed a target, from what to what, and where to find it', async () => {
    const answer = await act(world, 'officer', configureAllianceYear, {
      allianceYearId: world.years.coatings,
      version: 1,
      meetingTarget: 6,
      trainingMinimum: 1,
      note: '',
    })
    expect(answer).toMatchObject({ ok: true })
    const { rows } = await trail({ verb: 'alliance.configure-year' })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      actorName: 'officer',
      actorHat: '市应急管理局',
      subjectLabel: '油漆涂料行业安全联盟 2026',
      changes: { meetingTarget: [4, 6] },
      alliance: { slug: 'coatings', year: 2026 },
    })
  })

  it('calls an enterprise by its name where it was written down by its id', async () => {
    const activityId = await makeActivity(world, { state: 'HELD', startsAt: inDays(-1) })
    const { id } = await db.attendance.create({
      data: {
        activityId,
        userId: world.people.designated.userId,
        enterpriseId: null,
        checkedInAt: inDays(-1),
        method: 'DOOR_DESK',
      },
    })
    await act(world, 'coordinator', correctAttendance, {
      id,
      version: 1,
      enterpriseId: world.enterprises.member,
      checkedInAt: toLocal(inDays(-1)),
      reason: '当时没有选择企业',
    })
    const { rows } = await trail({ verb: 'attendance.correct' })
    expect(rows[0]?.changes).toMatchObject({ enterprise: [null, '上海乙成员涂料有限公司'] })
    expect(rows[0]?.changes).not.toHaveProperty('enterpriseId')
  })

  it('is read newest first, forwards and back, each entry once, with a true total', async () => {
    await db.auditEvent.createMany({
      data: Array.from({ length: 120 }, (_, index) => ({
        actorName: '李四',
        actorHat: '甲保险',
        verb: 'enterprise.import',
        subjectType: 'enterprise',
        subjectLabel: `企业${index}`,
        // Thousands of entries of one import bear the same instant.
        at: new Date(worldNow.getTime() + Math.floor(index / 60) * 1_000),
      })),
    })
    const first = await trail({ person: '李四' })
    const second = await trail({ person: '李四', cursor: first.next })
    const third = await trail({ person: '李四', cursor: second.next })
    expect(first.total).toBe(120)
    expect(new Set([first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(120)
    expect(third.next).toBeNull()
    expect((await trail({ person: '李四', cursor: third.previous })).rows).toEqual(second.rows)
  })

  it.each([
    [{ person: '张' }, ['a', 'b', 'c']],
    [{ person: '张_' }, []],
    [{ verb: 'topic' }, ['b', 'c']],
    [{ verb: 'topic.plan' }, ['b']],
    [{ office: '乙保险' }, ['b']],
    [{ about: '静电' }, ['c']],
    [{ from: '2025-03-02', to: '2025-03-02' }, ['b', 'c']],
    [{ to: '2025-03-01' }, ['a']],
    [{ subject: 'alliance', id: 'one' }, ['a']],
    [{ subject: 'topic', verb: 'alliance.admit-member' }, []],
  ])('is narrowed by %o', async (query, expected) => {
    const period = { from: '2025-03-01', to: '2025-03-03' }
    if ((await trail(period)).total === 0) {
      const midnight = new Date('2025-03-01T16:00:00Z')
      const before = new Date(midnight.getTime() - 1)
      await entry({
        verb: 'alliance.admit-member',
        at: before,
        subjectType: 'alliance',
        subjectId: 'one',
        subjectLabel: 'a',
      })
      await entry({
        verb: 'topic.plan',
        at: midnight,
        subjectType: 'topic',
        actorHat: '乙保险 · 管理员',
        subjectLabel: 'b',
      })
      await entry({ verb: 'topic.revise', at: midnight, subjectType: 'topic', subjectLabel: 'c 静电防控' })
    }
    const { rows, total } = await trail({ ...period, ...query })
    expect(rows.map(({ subjectLabel }) => subjectLabel[0]).toSorted()).toEqual(expected)
    expect(total).toBe(expected.length)
  })

  it('takes an address that makes no sense for no filter', () => {
    const filter = auditFilter.parse({
      person: ['a', 'b'],
      actor: "' OR 1=1",
      verb: 'DROP TABLE',
      from: '2026-02-30',
      subject: '../users',
      id: 'x y',
      cursor: 'nonsense',
    })
    expect(isNarrowed(filter)).toBe(false)
  })

  it('leaves whole as an Excel file, text as text, and the log says who took it', async () => {
    await entry({ verb: 'topic.plan', at: inDays(-40), subjectType: 'topic', subjectLabel: '=HYPERLINK("x")' })
    const filter = auditFilter.parse({ about: 'HYPERLINK' })
    const exported = await exportAuditEvents(await world.actor('administrator'), filter)
    const bytes = await auditWorkbook(exported?.rows ?? [], exported?.total ?? 0, worldNow)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes.slice().buffer)
    const sheet = workbook.worksheets[0]
    expect(sheet?.rowCount).toBe(2)
    expect(sheet?.getRow(2).values).toEqual(expect.arrayContaining(['张三', '新增课题', '=HYPERLINK("x")']))
    expect((await log({ kind: 'EXPORT' })).rows[0]).toMatchObject({
      actorName: 'administrator',
      subjectType: 'audit',
      detail: { about: 'HYPERLINK', rows: 1 },
    })
  })
})

describe('the access log', () => {
  it('has refused attempts with the action that was meant', async () => {
    await act(world, 'jinshan', configureAllianceYear, {
      allianceYearId: world.years.coatings,
      version: 1,
      meetingTarget: 9,
      trainingMinimum: 1,
      note: '',
    })
    const { rows } = await log({ kind: 'REFUSED', person: 'jinshan' })
    expect(rows[0]).toMatchObject({ detail: { action: 'alliance.configure-year', code: 'FORBIDDEN' } })
  })

  it('names the enterprise whose phone was shown', async () => {
    await recordAccess(db, await world.actor('officer'), {
      kind: 'UNMASK_PHONE',
      subjectType: 'enterprise',
      subjectId: world.enterprises.member,
      detail: { field: 'principalPhone' },
    })
    const { rows } = await log({ subject: 'enterprise', id: world.enterprises.member })
    expect(rows[0]).toMatchObject({ actorName: 'officer', subjectLabel: '上海乙成员涂料有限公司' })
  })
})

describe('secrets', () => {
  it('never get into the trail, however deep they lie', async () => {
    await db.$transaction(async (tx) =>
      record(tx, await world.actor('officer'), 'user.rename', {
        subjectType: 'user',
        subjectId: null,
        subjectLabel: 'secrets',
        changes: {
          name: ['甲', '乙'],
          password: ['canary-1', 'canary-2'],
          passwordHash: [null, 'canary-3'],
          resetToken: [null, 'canary-4'],
          checkInSecret: [null, 'canary-5'],
          account: [null, { name: '丙', password: 'canary-6', list: [{ accessToken: 'canary-7' }] }],
        },
      }),
    )
    const { rows } = await trail({ about: 'secrets' })
    expect(rows[0]?.changes).toEqual({ name: ['甲', '乙'], account: [null, { name: '丙', list: [{}] }] })
    expect(changeWords('zh-CN', 'user.rename', rows[0]?.changes ?? {})).toHaveLength(2)
  })
})
