import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { perform } from '@/lib/access/perform'
import * as actions from '@/lib/attendance/actions'
import { getCorrection, listOwnAttendance } from '@/lib/attendance/correction-queries'
import { attendanceWorkbook } from '@/lib/attendance/documents'
import { exportAttendance } from '@/lib/attendance/export-queries'
import { getListedActivity, listAttendance, listExpected, tallyAttendance } from '@/lib/attendance/list-queries'
import { attendanceFilterOf, type AttendanceTally } from '@/lib/attendance/list-rules'
import { toLocal } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { pageSize } from '@/lib/core/paging'
import { makePeople, makePlace } from '../support/stage'
import { buildWorld, type ActorName, type World } from '../support/world'
import { hallNow, mandate, publishHall, type Hall } from './hall'

let world: World
let hall: Hall
/** Of the member: principal registered and there, designated on leave and there after all, an unnamed place; of the neighbour one who did not come; a walk-in of the lead. */
beforeAll(async () => {
  world = await buildWorld()
  hall = await publishHall(world)
  const { principal, designated, neighbour, lead } = world.people
  await makePlace(world, hall.id, { enterpriseId: world.enterprises.member, userId: principal.userId })
  await makePlace(world, hall.id, {
    enterpriseId: world.enterprises.member,
    userId: designated.userId,
    state: 'ON_LEAVE',
  })
  await makePlace(world, hall.id, { enterpriseId: world.enterprises.lead })
  await makePlace(world, hall.id, { enterpriseId: world.enterprises.neighbour, userId: neighbour.userId })
  await makePlace(world, hall.id, { enterpriseId: world.enterprises.neighbour, state: 'WAITING' })
  await makePlace(world, hall.id, { enterpriseId: world.enterprises.stranger, state: 'WITHDRAWN' })
  for (const { userId } of [principal, designated, lead]) await come(userId)
})

const come = async (userId: string) =>
  perform(actions.checkInAtDoor.definition, await world.actor('coordinator'), {
    activityId: hall.id,
    userId,
    enterpriseIds: [],
  })

const filterOf = (query: Record<string, string> = {}) => attendanceFilterOf((name) => query[name])

async function list(actorName: ActorName, query: Record<string, string> = {}, cursor?: string) {
  const actor = await world.actor(actorName)
  const activity = (await getListedActivity(actor, hall.id)) ?? expect.fail('no list')
  return listAttendance(actor, activity, filterOf(query), cursor)
}

const states = ({ rows }: Awaited<ReturnType<typeof list>>) =>
  rows.map(({ person, enterprise, state, registered }) => [enterprise?.slice(2, 5), person, state, registered])

describe('the attendance list', () => {
  it('has one line for each who came or was to come, and nobody twice', async () => {
    expect(states(await list('coordinator'))).toEqual([
      ['丙邻居', null, 'WAITING', 'WAITING'],
      ['丙邻居', 'neighbour', 'ABSENT', 'PLACED'],
      ['甲牵头', 'lead', 'PRESENT', 'PLACED'],
      ['乙成员', 'designated', 'PRESENT', 'ON_LEAVE'],
      ['乙成员', 'principal', 'PRESENT', 'PLACED'],
    ])
  })

  it('counts over the list what the list behind each figure counts', async () => {
    const { tally } = await list('coordinator')
    const behind: [keyof AttendanceTally, Record<string, string>][] = [
      ['placed', { placed: 'yes' }],
      ['present', { state: 'PRESENT' }],
      ['walkIns', { state: 'PRESENT', placed: 'no' }],
      ['counting', { state: 'PRESENT', counts: 'yes' }],
      ['principals', { state: 'PRESENT', principal: 'yes' }],
      ['absent', { state: 'ABSENT' }],
      ['onLeave', { state: 'ON_LEAVE' }],
    ]
    for (const [figure, query] of behind) {
      const { total, rows } = await list('coordinator', query)
      expect([figure, total, rows.length]).toEqual([figure, tally[figure], tally[figure]])
    }
    expect(tally).toMatchObject({ placed: 3, present: 3, walkIns: 1, absent: 1, onLeave: 0, principals: 2 })
  })

  it.each(['coordinator', 'officer', 'jinshan', 'fengxian'] as const)(
    'counts for the page of the activity what it counts for itself: %s',
    async (name) => {
      const actor = await world.actor(name)
      const activity = (await getListedActivity(actor, hall.id)) ?? expect.fail('no list')
      const { tally, total } = await list(name)
      expect(total).toBeGreaterThan(0)
      expect(await tallyAttendance(actor, activity)).toEqual(tally)
    },
  )

  it('is narrowed by what is typed: person or enterprise', async () => {
    expect(states(await list('officer', { q: 'neigh' })).map(([, person]) => person)).toEqual(['neighbour'])
    expect((await list('officer', { q: 'nobody' })).total).toBe(0)
    expect((await list('officer', { state: 'OR 1=1', how: 'x', sort: 'password' })).total).toBe(5)
  })

  it('holds for a jurisdiction its own enterprises only, and is not there for a member', async () => {
    expect(states(await list('fengxian')).map(([enterprise]) => enterprise)).toEqual(['丙邻居', '丙邻居'])
    expect((await list('jinshan')).tally).toMatchObject({ placed: 2, present: 3, absent: 0 })
    for (const name of ['principal', 'neighbour', 'stranger', 'otherCoordinator', 'hatless'] as const) {
      expect(await getListedActivity(await world.actor(name), hall.id)).toBeNull()
    }
  })

  it('pages through hundreds without skipping or repeating one, in both directions', async () => {
    const crowd = await publishHall(world)
    const people = await makePeople(world.enterprises.member, 2 * pageSize + 7)
    for (const userId of people) await makePlace(world, crowd.id, { enterpriseId: world.enterprises.member, userId })
    const actor = await world.actor('officer')
    const activity = (await getListedActivity(actor, crowd.id)) ?? expect.fail('no list')
    for (const sort of ['person', '-person', 'time', '-enterprise']) {
      const seen: string[] = []
      let cursor: string | undefined
      let last
      do {
        last = await listAttendance(actor, activity, filterOf({ sort }), cursor)
        seen.push(...last.rows.map(({ id }) => id))
        cursor = last.next ?? undefined
      } while (cursor)
      expect(new Set(seen).size).toBe(people.length)
      expect(seen).toHaveLength(people.length)
      const back = await listAttendance(actor, activity, filterOf({ sort }), last.previous ?? undefined)
      expect(back.rows.map(({ id }) => id)).toEqual(seen.slice(pageSize, 2 * pageSize))
    }
  })

  it('as a sheet of paper, names the mandates of those who have not come yet', async () => {
    const actor = await world.actor('lead')
    const activity = (await getListedActivity(actor, hall.id)) ?? expect.fail('no list')
    const lines = await listExpected(actor, activity)
    expect(lines.map(({ person, mandateKind }) => [person, mandateKind])).toEqual([
      ['neighbour', 'DESIGNATED'],
      ['lead', 'PRINCIPAL'],
      ['principal', 'PRINCIPAL'],
    ])
  })
})

describe('the export', () => {
  it('is the filtered list, opens in another reader, and says who took it', async () => {
    const taken = await exportAttendance(await world.actor('coordinator'), hall.id, filterOf({ state: 'PRESENT' }))
    const { activity, lines } = taken ?? expect.fail('no export')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await attendanceWorkbook(activity, lines, hallNow)).slice().buffer)
    const sheet = workbook.worksheets[0]
    expect(sheet?.getColumn(2).values.slice(1)).toEqual(['姓名', 'lead', 'designated', 'principal'])
    expect(await db.accessEvent.findFirst({ where: { kind: 'EXPORT' } })).toMatchObject({
      actorName: 'coordinator',
      subjectType: 'attendance',
      subjectId: hall.id,
      detail: expect.objectContaining({ state: 'PRESENT', rows: 3 }),
    })
  })

  it('gives whoever has no list nothing, and logs nothing', async () => {
    const before = await db.accessEvent.count()
    expect(await exportAttendance(await world.actor('principal'), hall.id, filterOf())).toBeNull()
    expect(await exportAttendance(await world.actor('coordinator'), 'not-an-id', filterOf())).toBeNull()
    expect(await db.accessEvent.count()).toBe(before)
  })
})

describe('what became of an attendance', () => {
  it('is told to whoever may correct it: check-in, correction with reason and enterprises by name, strike', async () => {
    const { userId } = world.people.neighbour
    await mandate(userId, world.enterprises.member, 'PRINCIPAL', '2026-01-01', null)
    const one = await publishHall(world)
    const officer = await world.actor('officer')
    await perform(actions.checkInAtDoor.definition, officer, {
      activityId: one.id,
      userId,
      enterpriseIds: [world.enterprises.neighbour],
    })
    const { id } = await db.attendance.findFirstOrThrow({ where: { activityId: one.id } })
    const correction = { id, version: 1, enterpriseId: world.enterprises.member, checkedInAt: toLocal(hallNow) }
    await perform(actions.correctAttendance.definition, officer, { ...correction, reason: '本人说明代表另一家' })
    await perform(actions.strikeAttendance.definition, officer, { id, version: 2, reason: '重复登记作废' })

    const { attendance, history } = (await getCorrection(officer, one.id, id)) ?? expect.fail('no correction')
    expect(attendance.undoneAt).not.toBeNull()
    expect(history.map(({ verb, by, reason }) => [verb, by, reason])).toEqual([
      ['strike', 'officer', '重复登记作废'],
      ['correct', 'officer', '本人说明代表另一家'],
      ['check-in-at-door', 'officer', ''],
    ])
    expect(history[1]).toMatchObject({
      enterprise: ['上海丙邻居涂料有限公司', '上海乙成员涂料有限公司'],
      mandateKind: ['DESIGNATED', 'PRINCIPAL'],
      method: ['DOOR_DESK', 'CORRECTION'],
    })
    for (const name of ['lead', 'jinshan', 'principal', 'otherCoordinator', 'hatless'] as const) {
      expect(await getCorrection(await world.actor(name), one.id, id)).toBeNull()
    }
    expect(await getCorrection(officer, hall.id, id)).toBeNull()
  })

  it('stands in the list as struck, for who asks and may correct', async () => {
    const userId = await hall.guest(world.enterprises.lead)
    await come(userId)
    const { id, version } = await db.attendance.findFirstOrThrow({ where: { activityId: hall.id, userId } })
    const strike = { id, version, reason: '不在现场，核对后作废' }
    await perform(actions.strikeAttendance.definition, await world.actor('coordinator'), strike)
    expect((await list('coordinator', { state: 'STRUCK' })).rows.map((row) => row.id)).toEqual([id])
    expect((await list('coordinator')).rows.map((row) => row.id)).not.toContain(id)
    expect((await list('lead', { state: 'STRUCK' })).total).toBe(0)
  })

  it('nobody came at a time that is still to be', async () => {
    const soon = toLocal(new Date(hallNow.getTime() + 40 * 60_000))
    const { result } = await perform(actions.addAttendance.definition, await world.actor('officer'), {
      activityId: hall.id,
      userId: world.people.neighbour.userId,
      enterpriseId: world.enterprises.neighbour,
      checkedInAt: soon,
      reason: '提前登记',
    })
    expect(result).toMatchObject({ ok: false, fields: { checkedInAt: 'IN_THE_FUTURE' } })
  })
})

describe('a member', () => {
  it('reads who came for it, and nobody else', async () => {
    const weighing = { ...hall, state: 'PUBLISHED' as const, checksOut: false, presenceShareMin: 70 }
    const own = await listOwnAttendance(await world.actor('clerk'), weighing)
    expect(own.map(({ user }) => user.name).sort()).toEqual(['designated', 'principal'])
    expect(await listOwnAttendance(await world.actor('neighbour'), weighing)).toEqual([])
    expect(await listOwnAttendance(await world.actor('stranger'), weighing)).toEqual([])
    expect(await listOwnAttendance(await world.actor('anonymous'), weighing)).toEqual([])
  })
})
