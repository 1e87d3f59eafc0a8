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
import { minutesPaper } from '@/lib/papers/minutes-documents'
import { noticePaper } from '@/lib/papers/notice-documents'
import { getNoticeActivity, takeMinutes, takeSignInSheet } from '@/lib/papers/queries'
import { signInPaper } from '@/lib/papers/sign-in-documents'
import { demoScale, planCity } from '@/prisma/seed/city/city'
import { liveThroughMorning } from '@/prisma/seed/city/recent'
import { writeCity } from '@/prisma/seed/city/write'
import { seedReference } from '@/prisma/seed/reference'
import { textOfWord } from '../papers/word-text'
import { officeVersion, throughOffice } from './office'

const anchor = '2026-11-24'

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
  const { id } = await db.user.findUniqueOrThrow({ where: { email: 'insurer@demo.test' }, select: { id: true } })
  const identity = await loadIdentity(db, id, anchor)
  if (!identity) throw new Error('no coordinator')
  coordinator = mintActor(identity, wornHat(identity, null), null, anchor)
})

/** An activity of the paint alliance, the latest of its kind. */
async function latest(kind: ActivityKind, state: ActivityState): Promise<string> {
  const where = { hostAlliance: { slug: 'coatings' }, kind, state }
  return (await db.activity.findFirstOrThrow({ where, select: { id: true }, orderBy: { startsAt: 'desc' } })).id
}

const there = <T>(value: T | null): T => {
  if (value === null) throw new Error('the coordinator sees nothing there')
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

describe('Excel files in LibreOffice', () => {
  it('the attendance list keeps every cell', async () => {
    const filter = attendanceFilterOf(() => undefined)
    const taken = there(await exportAttendance(coordinator, await latest('TRAINING', 'CLOSED'), filter))
    const file = await attendanceWorkbook(taken.activity, taken.lines, now())
    const cells = await cellsOf(file)
    expect(cells.length).toBeGreaterThan(taken.lines.length * 5)
    expect(await cellsOf(throughOffice(file, 'xlsx', 'xlsx'))).toEqual(cells)
  })
})
