import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { confirmService } from '@/lib/services/actions'
import { servicesWorkbook } from '@/lib/services/documents'
import { exportServices } from '@/lib/services/export-queries'
import { getOwnService, listServices } from '@/lib/services/queries'
import { serviceFilterOf } from '@/lib/services/rules'
import { came } from '../certificates/closed-training'
import { act } from '../support/act'
import { inDays, makeActivity } from '../support/stage'
import { buildWorld, worldNow, type ActorName, type World } from '../support/world'

let world: World
let closed: string
beforeAll(async () => {
  world = await buildWorld()
  const { principal, designated, neighbour, lead } = world.people
  const { member, neighbour: other } = world.enterprises
  closed = await makeActivity(world, { state: 'CLOSED', title: '=静电<b>防护</b>', startsAt: inDays(-7) })
  await db.activity.update({ where: { id: closed }, data: { closedAt: inDays(-6), minutes: '长'.repeat(40_000) } })
  await came(closed, { userId: principal.userId, enterpriseId: member })
  await came(closed, { userId: designated.userId, enterpriseId: member })
  await came(closed, { userId: neighbour.userId, enterpriseId: other })
  await came(closed, { userId: lead.userId, enterpriseId: world.enterprises.lead, isUndone: true })
})

const year = serviceFilterOf(() => undefined, '2026-11-24')
const waiting = { ...year, isWaiting: true }

const rowOf = async (name: ActorName, filter = year) => {
  const row = (await listServices(await world.actor(name), filter)).rows.find(({ id }) => id === closed)
  return row && { firms: row.enterprises, people: row.people, confirmed: row.confirmed }
}

const confirm = (name: ActorName, remark = '') => act(world, name, confirmService, { activityId: closed, remark })

describe('services', () => {
  it('are told to each as far as it is concerned', async () => {
    expect(await rowOf('coordinator')).toEqual({ firms: 2, people: 3, confirmed: 0 })
    expect(await rowOf('insurerAdministrator')).toEqual({ firms: 2, people: 3, confirmed: 0 })
    expect(await rowOf('officer')).toEqual({ firms: 2, people: 3, confirmed: 0 })
    expect(await rowOf('jinshan')).toEqual({ firms: 1, people: 2, confirmed: 0 })
    expect(await rowOf('principal')).toEqual({ firms: 1, people: 2, confirmed: 0 })
    for (const name of ['lead', 'otherCoordinator', 'otherLead', 'stranger', 'hatless', 'anonymous'] as const)
      expect(await rowOf(name), name).toBeUndefined()
    expect((await listServices(await world.actor('coordinator'), year)).rows[0]?.staff.length).toBeGreaterThan(0)
  })

  it('are confirmed once, for the own enterprise, after the closing', async () => {
    const held = await makeActivity(world, { state: 'HELD', startsAt: inDays(-1) })
    await came(held, { userId: world.people.principal.userId, enterpriseId: world.enterprises.member })
    expect(await act(world, 'principal', confirmService, { activityId: held, remark: '' })).toMatchObject({
      code: 'SERVICE_NOT_CLOSED',
    })
    expect(await getOwnService(await world.actor('principal'), held)).toBeNull()

    const answers = await Promise.all([confirm('principal', '讲解清楚'), confirm('designated', '讲解清楚')])
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code)).toSorted()).toEqual(['SERVICE_CONFIRMED', 'ok'])
    expect(await getOwnService(await world.actor('principal'), closed)).toMatchObject({
      confirmation: { remark: '讲解清楚' },
    })
    expect(await db.auditEvent.count({ where: { verb: 'service.confirm', subjectId: closed } })).toBe(1)
    expect(await rowOf('coordinator')).toEqual({ firms: 2, people: 3, confirmed: 1 })
    expect(await confirm('neighbour', '长'.repeat(301))).toMatchObject({ fields: { remark: 'TOO_LONG' } })
  })

  it('are waiting until every enterprise that was there has confirmed', async () => {
    expect(await rowOf('coordinator', waiting)).toBeDefined()
    expect(await rowOf('jinshan', waiting)).toBeUndefined()
    expect(await rowOf('principal', waiting)).toBeUndefined()
    expect(await confirm('neighbour')).toMatchObject({ ok: true })
    expect(await rowOf('coordinator', waiting)).toBeUndefined()
  })

  it('leave as a workbook that another library reads, a line an enterprise, and the log says who took it', async () => {
    const coordinator = await world.actor('coordinator')
    const lines = await exportServices(coordinator, year)
    if (!lines) throw new Error('not taken')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await servicesWorkbook(lines, 2026, worldNow)) as unknown as ArrayBuffer)
    const rows: string[][] = []
    book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)))
    const ofMember = rows.filter((row) => row[2] === '=静电<b>防护</b>' && row[10] === 'principal、designated')
    expect(ofMember).toHaveLength(1)
    expect(ofMember[0]?.[8]).toMatch(/^长{2000}……/)
    expect(ofMember[0]?.[14]).toBe('讲解清楚')
    const taken = await db.accessEvent.findFirstOrThrow({ where: { kind: 'EXPORT', subjectType: 'service' } })
    expect(taken.detail).toMatchObject({ year: 2026, rows: lines.length })
    expect(await exportServices(await world.actor('hatless'), year)).toBeNull()
  })
})
