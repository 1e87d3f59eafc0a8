import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadIdentity, mintActor, wornHat } from '@/lib/access/identity'
import type { Actor } from '@/lib/access/actor'
import { attendanceWorkbook } from '@/lib/attendance/documents'
import { exportAttendance } from '@/lib/attendance/export-queries'
import { attendanceFilterOf } from '@/lib/attendance/list-rules'
import { db } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import type { ActivityKind, ActivityState } from '@/lib/core/prisma/enums'
import { gateListWorkbook } from '@/lib/hosts/documents'
import { exportGateList } from '@/lib/hosts/gate-queries'
import { minutesPaper } from '@/lib/papers/minutes-documents'
import { noticePaper } from '@/lib/papers/notice-documents'
import { getNoticeActivity, takeMinutes, takeSignInSheet } from '@/lib/papers/queries'
import { signInPaper } from '@/lib/papers/sign-in-documents'
import { servicesWorkbook } from '@/lib/services/documents'
import { exportServices } from '@/lib/services/export-queries'
import { demoScale, planCity } from '@/prisma/seed/city/city'
import { liveThroughMorning } from '@/prisma/seed/city/recent'
import { writeCity } from '@/prisma/seed/city/write'
import { seedReference } from '@/prisma/seed/reference'
import { textOfWord } from '../papers/word-text'
import { officeVersion, throughOffice } from './office'

const anchor = '2026-11-24'

async function actorOf(email: string): Promise<Actor> {
  const { id } = await db.user.findUniqueOrThrow({ where: { email }, select: { id: true } })
  const identity = await loadIdentity(db, id, anchor)
  if (!identity) throw new Error(`nobody is ${email}`)
  return mintActor(identity, wornHat(identity, null), null, anchor)
}

let coordinator: Actor
beforeAll(async () => {
  console.log(officeVersion())
  await db.$transaction(
    async (tx) => {
      const reference = await seedReference(tx)
      await writeCity(tx, planCity({ anchor, scale: demoScale, reference, yearsThere: [2024] }), 'unset')
      await liveThroughMorning(tx, anchor)
    },
    { timeout: 60_000 },
  )
  coordinator = await actorOf('insurer@demo.test')
})

/** An activity of the paint alliance, the latest of its kind. */
async function latest(kind: ActivityKind, state: ActivityState): Promise<string> {
  const where = { hostAlliance: { slug: 'coatings' }, kind, state }
  return (await db.activity.findFirstOrThrow({ where, select: { id: true }, orderBy: { startsAt: 'desc' } })).id
}

const there = <T>(value: T | null): T => {
  if (value === null) throw new Error('nothing to be seen there')
  return value
}

/** What LibreOffice reads is what was written, word for word; and its PDF has pages. */
async function expectLossless(paper: Buffer): Promise<void> {
  const written = await textOfWord(paper)
  expect(await textOfWord(throughOffice(paper, 'docx', 'docx'))).toBe(written)
  expect(throughOffice(paper, 'docx', 'pdf').subarray(0, 5).toString()).toBe('%PDF-')
}

describe('Word files in LibreOffice', () => {
  it('the notice of a meeting', async () => {
    const activity = there(await getNoticeActivity(coordinator, await latest('EXCHANGE_MEETING', 'PUBLISHED')))
    await expectLossless(await noticePaper(activity, now()))
  })

  it('the minutes of a meeting with decisions, action items and those present', async () => {
    const minutes = there(await takeMinutes(coordinator, await latest('EXCHANGE_MEETING', 'CLOSED')))
    expect(minutes.decisions.length * minutes.items.length * minutes.present.length).toBeGreaterThan(0)
    await expectLossless(await minutesPaper(minutes, now()))
  })

  it('the sheet to sign at the door', async () => {
    const sheet = there(await takeSignInSheet(coordinator, await latest('TRAINING', 'PUBLISHED')))
    expect(sheet.lines.length).toBeGreaterThan(0)
    await expectLossless(await signInPaper(sheet.activity, sheet.lines))
  })
})

/** The words of every cell of every sheet, read by a library that had no part in writing them. */
async function cellsOf(file: Uint8Array): Promise<string[]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(file as unknown as ArrayBuffer)
  const cells: string[] = []
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => {
      row.eachCell((cell) => cells.push(`${sheet.name}!${cell.address} ${cell.text}`))
    })
  return cells
}

/** That LibreOffice gives back what it was given; how many cells that are. */
async function cellsKept(file: Uint8Array): Promise<number> {
  const cells = await cellsOf(file)
  expect(await cellsOf(throughOffice(file, 'xlsx', 'xlsx'))).toEqual(cells)
  return cells.length
}

describe('Excel files in LibreOffice', () => {
  it('the attendance list keeps every cell', async () => {
    const filter = attendanceFilterOf(() => undefined)
    const taken = there(await exportAttendance(coordinator, await latest('TRAINING', 'CLOSED'), filter))
    const file = await attendanceWorkbook(taken.activity, taken.lines, now())
    expect(await cellsKept(file)).toBeGreaterThan(taken.lines.length * 5)
  })

  it('the ledger of services of AQ 9010 keeps every cell', async () => {
    const year = Number(anchor.slice(0, 4))
    const lines = there(
      await exportServices(coordinator, { year, alliance: null, item: null, isWaiting: false, q: null }),
    )
    expect(lines.length).toBeGreaterThan(0)
    expect(await cellsKept(await servicesWorkbook(lines, year, now()))).toBeGreaterThan(lines.length * 5)
  })

  it('the list at the gate of a site visit keeps every cell', async () => {
    const { id } = await db.visitHost.findFirstOrThrow({
      where: { state: 'AGREED' },
      select: { id: true },
    })
    const list = there(await exportGateList(await actorOf('officer@demo.test'), id))
    expect(await cellsKept(await gateListWorkbook(list, now()))).toBeGreaterThan(list.visitors.length * 2)
  })
})
