import { compoundHolds, listArchive, sniff, type ArchiveLimits } from '@/lib/core/archive'
import { Refusal } from '@/lib/core/result'
import { openWorkbook, type Row, type Sheet, type Workbook } from '@/lib/core/spreadsheet'
import { findHeader, headerRowsMax, type FoundHeader } from './column-rules'
import type { Mapping, Sample } from './schema'

/** Of the file as it is uploaded. A registry of 21,000 rows has 2 MB. */
export const uploadBytesMax = 20_000_000

/** Rows of one workbook; a city's registry has a tenth of it. */
export const rowsMax = 50_000

/** A registry of 21,000 rows inflates to 20 MB; what is larger is a bomb or no registry. */
export const archiveLimits: ArchiveLimits = { entriesMax: 500, inflatedBytesMax: 48_000_000, ratioMax: 100 }

const sampleRows = 12

/**
 * Refuses what is no workbook that can be imported, and says what it is: by its first bytes and by the directory of its
 * archive. Nothing is inflated, so this may run where requests are served.
 */
export async function examineWorkbook(file: string): Promise<void> {
  const { kind, head } = await sniff(file)
  if (kind === 'compound') {
    const isEncrypted = await compoundHolds(file, 'EncryptedPackage')
    throw new Refusal(isEncrypted ? 'FILE_HAS_PASSWORD' : 'FILE_IS_OLD_EXCEL')
  }
  if (kind === 'other') throw new Refusal(head.length === 0 ? 'FILE_EMPTY' : 'NOT_A_WORKBOOK')
  const names = await listArchive(file, archiveLimits)
  if (names.some((name) => name.endsWith('vbaProject.bin') || name.startsWith('xl/macrosheets/')))
    throw new Refusal('FILE_HAS_MACROS')
  if (names.includes('xl/workbook.bin') || names.includes('content.xml')) throw new Refusal('FILE_IS_OTHER_FORMAT')
  if (!names.includes('[Content_Types].xml') || !names.some((name) => name.endsWith('workbook.xml')))
    throw new Refusal('NOT_A_WORKBOOK')
}

/** A workbook with the sheet that holds the registry, and where its rows begin. */
export type Registry = {
  sheet: Sheet
  mapping: Mapping
  sample: Sample
  isDate1904: boolean
  /** At most, for the progress line. */
  rowCount: number
  rows: () => AsyncGenerator<Row>
}

/** Opens an uploaded workbook and finds the registry in it, by itself or as the officer has mapped it. */
export async function openRegistry(file: string, byHand: Mapping | null): Promise<Registry> {
  await examineWorkbook(file)
  const workbook = await openWorkbook(file, archiveLimits)
  const visible = workbook.sheets.filter(({ isHidden }) => !isHidden)
  const found = byHand ? await headerByHand(workbook, visible, byHand) : await recognise(workbook, visible)
  const formula = workbook.firstFormula(found.sheet)
  if (formula !== null) throw new Refusal('FILE_HAS_FORMULAS', {}, { cell: formula, sheet: found.sheet.name })
  return {
    sheet: found.sheet,
    mapping: { sheet: found.sheet.name, headerRow: found.header.headerRow, columns: found.header.columns },
    sample: sampleOf(visible, found.header, found.top),
    isDate1904: workbook.isDate1904,
    rowCount: Math.max(workbook.rowCount(found.sheet) - found.header.headerRow, 0),
    rows: () => dataRows(workbook, found.sheet, found.header.headerRow),
  }
}

type Found = { sheet: Sheet; header: FoundHeader; top: Row[] }

/** The first sheet with a header that is recognised: notes and cover sheets have none. */
async function recognise(workbook: Workbook, sheets: Sheet[]): Promise<Found> {
  for (const sheet of sheets) {
    const top = await topRows(workbook, sheet)
    const header = findHeader(top)
    if (header) return { sheet, header, top }
  }
  throw new Refusal('NO_HEADER')
}

async function headerByHand(workbook: Workbook, sheets: Sheet[], byHand: Mapping): Promise<Found> {
  const sheet = sheets.find(({ name }) => name === byHand.sheet)
  if (!sheet) throw new Refusal('NO_SUCH_SHEET')
  const top = await topRows(workbook, sheet, byHand.headerRow)
  const headings = top.find(({ number }) => number === byHand.headerRow)?.cells ?? []
  const header = {
    headerRow: byHand.headerRow,
    headings: headings.map((cell) => String(cell ?? '')),
    columns: byHand.columns,
  }
  return { sheet, header, top }
}

async function topRows(workbook: Workbook, sheet: Sheet, atLeast = 0): Promise<Row[]> {
  const top: Row[] = []
  for await (const row of workbook.rows(sheet)) {
    top.push(row)
    if (top.length >= headerRowsMax + sampleRows && row.number >= atLeast + sampleRows) break
  }
  return top
}

function sampleOf(sheets: Sheet[], header: FoundHeader, top: Row[]): Sample {
  const below = top.filter(({ number }) => number > header.headerRow).slice(0, sampleRows)
  const width = Math.max(header.headings.length, ...below.map(({ cells }) => cells.length))
  const cut = (text: string) => text.slice(0, 60)
  return {
    sheets: sheets.map(({ name }) => name),
    headers: Array.from({ length: width }, (_, column) => cut(header.headings[column] ?? '')),
    rows: below.map(({ cells }) => Array.from({ length: width }, (_, column) => cut(String(cells[column] ?? '')))),
  }
}

async function* dataRows(workbook: Workbook, sheet: Sheet, headerRow: number): AsyncGenerator<Row> {
  let count = 0
  for await (const row of workbook.rows(sheet)) {
    if (row.number <= headerRow || row.cells.length === 0) continue
    if (++count > rowsMax) throw new Refusal('TOO_MANY_ROWS', {}, { rowsMax })
    yield row
  }
}
