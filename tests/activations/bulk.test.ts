import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { beforeEach, describe, expect, it } from 'vitest'
import { issueCodes } from '@/lib/activations/actions'
import { issuingCodes } from '@/lib/activations/jobs'
import { db } from '@/lib/core/db'
import { storage } from '@/lib/core/storage'
import { openWorkbook } from '@/lib/core/spreadsheet'
import { runTask } from '@/lib/tasks/jobs'
import { takeResult } from '@/lib/tasks/queries'
import { act } from '../support/act'
import { emptyDatabase } from '../support/empty'
import { buildWorld, type ActorName, type World } from '../support/world'
import { issued, neighbourCode, open, openCodes } from './claimant'
import { pagesOf, textOf } from './pdf-text'

let world: World
beforeEach(async () => {
  await emptyDatabase()
  world = await buildWorld()
})

type Wish = { format?: 'LETTERS' | 'LIST'; to?: 'LACKING' | 'ALL'; filter?: { enterpriseId?: string; state?: 'NONE' } }

const ask = (as: ActorName, wish: Wish = {}) =>
  act(world, as, issueCodes, {
    filter: {},
    to: 'ALL',
    format: 'LETTERS',
    days: 30,
    contact: '',
    key: randomUUID(),
    ...wish,
  })

async function done(as: ActorName, wish: Wish = {}) {
  const asked = await ask(as, wish)
  if (!asked.ok) throw new Error(asked.code)
  await runTask({ taskId: asked.data.id }, { 'issue-codes': issuingCodes })
  const task = await db.task.findUniqueOrThrow({ where: { id: asked.data.id } })
  const file = await takeResult(await world.actor(as), asked.data.id)
  return { task, file, bytes: file ? await buffer(await storage.open(file.storageKey)) : Buffer.alloc(0) }
}

const fail = (): never => {
  throw new Error('no sheet')
}

const codesIn = (text: string) => text.match(/[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}/g) ?? []

describe('codes in bulk', () => {
  it('come as letters, and what is printed opens the account of that enterprise', async () => {
    const { task, file, bytes } = await done('officer')
    expect(task).toMatchObject({ state: 'DONE', summary: { codesIssued: 1 }, total: 1 })
    expect(file).toMatchObject({ fileName: '激活信函 2026-11-24.pdf', mediaType: 'application/pdf' })
    expect(pagesOf(bytes)).toBe(1)
    const text = textOf(bytes)
    expect(text).toContain(neighbourCode)
    expect(await open(world, codesIn(text)[0] ?? '')).toMatchObject({ ok: true })
    expect(await db.accessEvent.count({ where: { kind: 'EXPORT', subjectType: 'task' } })).toBe(1)
  })

  it('of a coordinator go out in the name of the insurer, without the credit code that coordinators do not read', async () => {
    const { bytes } = await done('coordinator')
    expect(textOf(bytes)).toContain('甲财产保险股份有限公司上海分公司')
    expect(textOf(bytes)).not.toContain(neighbourCode)
  })

  it('come as a list', async () => {
    const { file, task } = await done('officer', { format: 'LIST' })
    expect(task).toMatchObject({ state: 'DONE', summary: { codesIssued: 1 } })
    const path = await storage.localPath(file?.storageKey ?? '')
    const workbook = await openWorkbook(path, { entriesMax: 100, inflatedBytesMax: 5_000_000, ratioMax: 1_000 })
    const rows = []
    for await (const { cells } of workbook.rows(workbook.sheets[0] ?? fail())) rows.push(cells)
    expect(rows).toHaveLength(2)
    const [name, , creditCode, code] = rows[1] ?? []
    expect([name, creditCode]).toEqual(['上海丙邻居涂料有限公司', neighbourCode])
    expect(await open(world, String(code))).toMatchObject({ ok: true })
  })

  it('leave out a name that cannot be printed, which keeps the code that it has', async () => {
    await db.enterprise.update({ where: { id: world.enterprises.neighbour }, data: { name: '上海𠮷野涂料有限公司' } })
    const before = await issued(world)
    const { task } = await done('officer')
    expect(task).toMatchObject({ state: 'FAILED', problem: 'NOTHING_PRINTABLE' })
    expect(await open(world, before)).toMatchObject({ ok: true })
    await db.user.update({ where: { id: world.people.principal.userId }, data: { passwordHash: null } })
    const second = await done('officer')
    expect(second.task).toMatchObject({ state: 'DONE', summary: { codesIssued: 1, codesNotIssued: 1 } })
    expect(second.file).toMatchObject({ mediaType: 'application/zip' })
    expect(second.bytes.includes(Buffer.from('未发码企业.xlsx'))).toBe(true)
  })

  it('reach those who lack one, and not whose code still holds', async () => {
    const code = await issued(world)
    expect(await ask('officer', { to: 'LACKING' })).toMatchObject({ ok: false, code: 'NOBODY_TO_ISSUE' })
    expect(await open(world, code)).toMatchObject({ ok: true })
    await done('officer', { to: 'ALL' })
    expect(await open(world, code, neighbourCode, '192.0.2.99')).toMatchObject({ ok: false })
    expect(await openCodes(world)).toBe(1)
  })

  it('are nothing of what the asker does not follow, and nothing once the hat is gone', async () => {
    const { neighbour } = world.enterprises
    expect(await ask('otherCoordinator', { filter: { enterpriseId: neighbour } })).toMatchObject({
      ok: false,
      code: 'NOBODY_TO_ISSUE',
    })
    const asked = await ask('coordinator')
    await db.insurerAppointment.updateMany({
      where: { coordinatorId: world.people.coordinator.userId },
      data: { endsOn: new Date('2026-11-24T00:00:00Z') },
    })
    await runTask({ taskId: asked.ok ? asked.data.id : '' }, { 'issue-codes': issuingCodes })
    expect(await db.task.findFirstOrThrow()).toMatchObject({ state: 'FAILED' })
    expect(await db.activationCode.count()).toBe(0)
  })
})
