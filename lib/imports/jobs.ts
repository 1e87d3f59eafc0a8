import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { daysBefore } from '@/lib/core/batches'
import { fromDate } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import { log } from '@/lib/core/log'
import { now, today } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import { storage } from '@/lib/core/storage'
import { searchTokens } from '@/lib/enterprises/search-rules'
import type { Settings } from '@/lib/settings/rules'
import * as check from './check-mutations'
import { Claims, compare, comparedCodes, Registry, type Compared } from './comparison-rules'
import * as confirm from './confirm-mutations'
import { openRegistry, type Registry as RegistrySheet } from './documents'
import { marksOf } from './error-rules'
import { markWorkbook } from './mark-documents'
import { keepErrorFile } from './mutations'
import { problemWords } from './problem-documents'
import { listRegistered, loadNames } from './registry-queries'
import { judgeRow, type Judged } from './row-rules'
import { isNoEnterprise, Repeats } from './rules'
import { mappingShape, problemShape, type Mapping, type RowValues } from './schema'

const storedProblems = z.array(problemShape)

const jobData = z.object({ importId: z.uuid() })

const batchSize = 1_000

const errorFileBytesMax = 60_000_000

/** Longer than any registry takes; what hangs is taken back. */
const transaction = { timeout: 180_000, maxWait: 10_000 }

const stateOf = z.object({ withMemberships: z.boolean(), joinedOn: z.date().nullable() })

/** Says where the work stands, in a transaction of its own, so that the page sees it. Refuses when it was cancelled. */
async function say(
  id: string,
  state: 'CHECKING' | 'CONFIRMING',
  data: { step?: string; handledRows?: number; totalRows?: number },
) {
  const { count } = await db.import.updateMany({ where: { id, state }, data })
  if (count === 0) throw new Refusal('IMPORT_CANCELLED')
}

/**
 * Reads, judges and compares an uploaded workbook. All rows or none: a worker that dies in the middle leaves the import as
 * it was, and the job is taken again.
 */
export async function checkImport(data: unknown): Promise<void> {
  const { importId } = jobData.parse(data)
  const { count } = await db.import.updateMany({
    where: { id: importId, state: { in: ['UPLOADED', 'CHECKING'] } },
    data: { state: 'CHECKING', step: 'READING', handledRows: 0, problem: null, problemParams: {} },
  })
  try {
    if (count === 1) await checkUpload(importId)
    await markErrors(importId)
  } catch (error) {
    await giveUp(importId, 'CHECKING', error)
  }
}

const uploadSelect = { mapping: true, checkedAt: true, file: { select: { storageKey: true, fileName: true } } } as const

async function checkUpload(importId: string): Promise<void> {
  const upload = await db.import.findUniqueOrThrow({ where: { id: importId }, select: uploadSelect })
  const byHand = upload.mapping === null ? null : mappingShape.parse(upload.mapping)
  const sheet = await openRegistry(await storage.localPath(upload.file.storageKey), byHand)
  await say(importId, 'CHECKING', { step: 'COMPARING', totalRows: sheet.rowCount })
  await db.$transaction((tx) => checkRows(tx, importId, sheet), transaction)
}

/**
 * Makes the marked copy of a workbook with wrong rows, after the preview is there: nobody waits for it, and who confirms
 * meanwhile gets it all the same. Taken up by the next run of the job when the worker died before it was done.
 */
async function markErrors(importId: string): Promise<void> {
  const checked = await db.import.findFirst({
    where: { id: importId, state: { in: ['CHECKED', 'CONFIRMING', 'DONE'] }, wrongRows: { gt: 0 }, errorFileId: null },
    select: uploadSelect,
  })
  if (!checked) return
  const rows = await db.importRow.findMany({
    where: { importId, problems: { not: [] } },
    select: { row: true, problems: true },
    orderBy: { row: 'asc' },
  })
  const mapping = mappingShape.parse(checked.mapping)
  const problems = rows.map((row) => ({ row: row.row, problems: storedProblems.parse(row.problems) }))
  const marked = await markWorkbook(
    await storage.localPath(checked.file.storageKey),
    mapping.sheet,
    marksOf(problems, mapping, problemWords),
  )
  const stored = await storage.put(Readable.from([marked]), errorFileBytesMax)
  const fileName = checked.file.fileName.replace(/(\.xlsx)?$/i, '-需更正.xlsx')
  await db.$transaction((tx) => keepErrorFile(tx, importId, { fileName, stored, checkedAt: checked.checkedAt }))
}

async function checkRows(tx: Tx, importId: string, sheet: RegistrySheet): Promise<void> {
  if (!(await check.lockImport(tx, importId))) throw new Error('another worker is at this import')
  await check.clearRows(tx, importId)
  const judge = judgeFor(sheet.mapping, await loadNames(tx), sheet.isDate1904)
  const tally = check.emptyTally()
  const claims = new Claims()
  let handledRows = 0
  for await (const batch of judgedBatches(sheet, judge)) {
    const compared = await compareBatch(tx, batch, claims)
    await check.writeRows(tx, importId, compared)
    for (const { verdict } of compared) tally[verdict] += 1
    handledRows += compared.length
    await say(importId, 'CHECKING', { handledRows })
  }
  if (handledRows === 0) throw new Refusal('NO_ROWS')
  await check.finishCheck(tx, importId, { tally, mapping: sheet.mapping, sample: sheet.sample, at: now() })
}

type Judge = (row: Parameters<typeof judgeRow>[0]) => Judged | null

function judgeFor(mapping: Mapping, names: Parameters<typeof judgeRow>[2], isDate1904: boolean): Judge {
  const repeats = new Repeats()
  return (row) => (isNoEnterprise(row, mapping) ? null : repeats.judge(judgeRow(row, mapping, names, isDate1904)))
}

async function* judgedBatches(sheet: RegistrySheet, judge: Judge): AsyncGenerator<Judged[]> {
  let batch: Judged[] = []
  for await (const row of sheet.rows()) {
    const judged = judge(row)
    if (judged) batch.push(judged)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function compareBatch(tx: Tx, batch: Judged[], claims: Claims): Promise<Compared[]> {
  const registry = new Registry(await listRegistered(tx, batch))
  return batch.map((judged) => claims.judge(compare(judged, registry)))
}

/**
 * Brings the judged rows into the registry, in one transaction. Where the registry has changed since the officer looked,
 * nothing is written but a fresh preview.
 */
export async function confirmImport(data: unknown): Promise<void> {
  const { importId } = jobData.parse(data)
  const upload = await db.import.findFirst({
    where: { id: importId, state: 'CONFIRMING' },
    select: { withMemberships: true, joinedOn: true, file: { select: { fileName: true } } },
  })
  if (!upload) return
  try {
    await db.$transaction(async (tx) => {
      if (!(await check.lockImport(tx, importId))) throw new Error('another worker is at this import')
      await confirm.lockRegistry(tx)
      if (await confirm.hasRegistryChanged(tx, importId)) return compareAgain(tx, importId)
      await enterRows(tx, importId, { ...stateOf.parse(upload), fileName: upload.file.fileName })
    }, transaction)
  } catch (error) {
    await giveUp(importId, 'CONFIRMING', error)
  }
}

type Choices = z.output<typeof stateOf> & { fileName: string }

async function enterRows(tx: Tx, importId: string, { withMemberships, joinedOn, fileName }: Choices): Promise<void> {
  const at = now()
  await say(importId, 'CONFIRMING', { step: 'ENTERPRISES' })
  for (const range of await confirm.rowRanges(tx, importId, batchSize)) {
    const named = await confirm.listNamedRows(tx, importId, range)
    const tokens = named.map((row) => ({ row: row.row, id: randomUUID(), tokens: searchTokens(row) }))
    await confirm.enterNew(tx, importId, { ...range, tokens }, at)
    await confirm.correctKnown(tx, importId, { ...range, tokens }, at)
  }
  await say(importId, 'CONFIRMING', { step: 'LICENCES' })
  await confirm.enterLicences(tx, importId)
  await say(importId, 'CONFIRMING', { step: 'MEMBERSHIPS' })
  const joined = joinedOn ? fromDate(joinedOn) : today()
  const added = withMemberships ? await confirm.enterMemberships(tx, importId, joined, `导入：${fileName}`) : 0
  await say(importId, 'CONFIRMING', { step: 'RECORDING' })
  await confirm.recordRows(tx, importId, fileName, at)
  await confirm.finishImport(tx, importId, added, at)
}

async function compareAgain(tx: Tx, importId: string): Promise<void> {
  const tally = check.emptyTally()
  const claims = new Claims()
  const stored = await tx.importRow.findMany({
    where: { importId },
    select: { row: true, verdict: true, values: true, problems: true },
    orderBy: { row: 'asc' },
  })
  const judged = stored.map(({ row, values, problems }) => ({
    row,
    values: values as RowValues,
    problems: storedProblems.parse(problems).filter(({ code }) => !comparedCodes.has(code)),
  }))
  for (let start = 0; start < judged.length; start += batchSize) {
    const compared = await compareBatch(tx, judged.slice(start, start + batchSize), claims)
    await check.rewriteVerdicts(tx, importId, compared)
    for (const { verdict } of compared) tally[verdict] += 1
  }
  await check.reopenPreview(tx, importId, tally)
}

/** A refusal ends the import with its sentence; anything else is thrown, so that the job is taken again. */
async function giveUp(importId: string, state: 'CHECKING' | 'CONFIRMING', error: unknown): Promise<void> {
  if (!(error instanceof Refusal)) throw error
  log.info({ importId, code: error.code }, 'import not taken')
  if (error.code === 'IMPORT_CANCELLED') return
  await db.import.updateMany({
    where: { id: importId, state },
    data: { state: 'FAILED', step: null, problem: error.code, problemParams: error.params, finishedAt: now() },
  })
}

/** Files removed in one go; each is a small transaction. */
const filesAtOnce = 100

/** Removes the workbooks with marked errors of imports that ended long enough ago. The import itself stays, and says so. */
export async function sweepErrorFiles({ resultFileDays }: Settings['retention'], at: Date): Promise<void> {
  const before = daysBefore(at, resultFileDays)
  for (let found = filesAtOnce; found === filesAtOnce;) {
    const files = await db.import.findMany({
      where: { errorFileId: { not: null }, createdAt: { lt: before } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: filesAtOnce,
      select: { id: true },
    })
    found = files.length
    for (const { id } of files) await removeErrorFile(id, at)
  }
}

/**
 * The bytes go before the row is committed: a worker that dies in between leaves a row whose bytes are gone, which the
 * next sweep removes, and never bytes that no row speaks of.
 */
async function removeErrorFile(importId: string, at: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const [file] = await tx.$queryRaw<{ id: string; storageKey: string }[]>`
      SELECT f.id, f.storage_key AS "storageKey" FROM imports i JOIN stored_files f ON f.id = i.error_file_id
      WHERE i.id = ${importId}::uuid FOR UPDATE OF i`
    if (!file) return
    await tx.import.updateMany({ where: { id: importId }, data: { errorFileId: null, errorFileRemovedAt: at } })
    await tx.storedFile.deleteMany({ where: { id: file.id } })
    await storage.remove(file.storageKey)
  })
}
