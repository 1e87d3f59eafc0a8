import {
  streamXlsxRows,
  writeXlsx,
  writeXlsxStream,
  type CellStyle,
  type DataValidation,
  type WriteSheet,
} from 'hucre/xlsx'
import { packArchive } from './archive-writer'
import { inflateArchive, type ArchiveLimits } from './archive'
import { Refusal } from './result'

/**
 * Excel workbooks, in and out: the one seam to hucre. Days are `YYYY-MM-DD` on both sides; text is written as text, so
 * that a name that begins with `=`, `+`, `-` or `@` is never a formula.
 */
export type Cell = string | number | boolean | null

export type Row = { number: number; cells: Cell[] }

export type Sheet = { name: string; isHidden: boolean; path: string }

export type Workbook = {
  sheets: Sheet[]
  /** Days are counted from 1904 in it (old workbooks of Macs). */
  isDate1904: boolean
  /** Rows of a sheet as they stand; numbers start at 1. */
  rows: (sheet: Sheet) => AsyncGenerator<Row>
  /** How many rows a sheet has at most, empty ones among them: for a progress bar. */
  rowCount: (sheet: Sheet) => number
  /** The first cell of a sheet that holds a formula, such as `F17`. */
  firstFormula: (sheet: Sheet) => string | null
}

/** No list is wider; a stray cell in the last column of a sheet costs no more. */
const columnsMax = 400

const neededParts =
  /(^\[Content_Types\]\.xml|\.rels|\/workbook\.xml|\/sharedStrings\.xml|\/styles\.xml|worksheets\/[^/]+\.xml)$/i

/** Opens a workbook whose archive keeps the limits. Pictures, themes and the like are not even inflated. */
export async function openWorkbook(file: string, limits: ArchiveLimits): Promise<Workbook> {
  const parts = await inflateArchive(file, limits, (name) => neededParts.test(name))
  // No office writes a document type into a workbook; entities that expand do.
  if ([...parts.values()].some((part) => part.includes('<!DOCTYPE'))) throw new Refusal('FILE_DAMAGED')
  const outline = readOutline(parts)
  const formulas = new Map(outline.sheets.map(({ path }) => [path, findFormula(parts.get(path))]))
  const counts = new Map(outline.sheets.map(({ path }) => [path, countRows(parts.get(path))]))
  // One copy is enough: the reader gets the bytes that were counted, and what they were taken from may go.
  const stored = packArchive(parts, 'store')
  parts.clear()

  return {
    ...outline,
    rows: (sheet) => readRows(stored, sheet.name),
    rowCount: (sheet) => counts.get(sheet.path) ?? 0,
    firstFormula: (sheet) => formulas.get(sheet.path) ?? null,
  }
}

/** Where in the archive the rows of a sheet stand. */
export async function pathOfSheet(file: string, sheet: string, limits: ArchiveLimits): Promise<string> {
  const parts = await inflateArchive(file, limits, (name) => neededParts.test(name))
  const found = readOutline(parts).sheets.find(({ name }) => name === sheet)
  if (!found) throw new Refusal('FILE_DAMAGED')
  return found.path
}

async function* readRows(stored: Buffer, sheet: string): AsyncGenerator<Row> {
  // A view: a copy of each would be the size of the workbook once more.
  const bytes = new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength)
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet }))
      yield { number: index + 1, cells: values.slice(0, columnsMax).map(plain) }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('FILE_DAMAGED')
  }
}

function plain(value: string | number | boolean | Date | null): Cell {
  if (!(value instanceof Date)) return value
  return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
}

function readOutline(parts: Map<string, Buffer>): Pick<Workbook, 'sheets' | 'isDate1904'> {
  const text = (name: string) => parts.get(name)?.toString('utf8') ?? ''
  const relation = tags(text('_rels/.rels'), 'Relationship').find(({ Type }) => Type?.endsWith('/officeDocument'))
  const target = relation?.['Target']?.replace(/^\//, '') ?? ''
  const folder = target.slice(0, target.lastIndexOf('/') + 1)
  const workbook = text(target)
  if (!workbook) throw new Refusal('NOT_A_WORKBOOK')
  const targets = new Map(
    tags(text(`${folder}_rels/${target.slice(folder.length)}.rels`), 'Relationship').map(({ Id, Target }) => [
      Id,
      Target?.startsWith('/') ? Target.slice(1) : `${folder}${Target}`,
    ]),
  )
  const sheets = tags(workbook, 'sheet').flatMap((sheet) => {
    const path = targets.get(Object.entries(sheet).find(([name]) => name.endsWith(':id'))?.[1])
    const isHidden = sheet['state'] === 'hidden' || sheet['state'] === 'veryHidden'
    return path && parts.has(path) && sheet['name'] ? [{ name: sheet['name'], path, isHidden }] : []
  })
  return { sheets, isDate1904: /date1904="(1|true)"/.test(workbook) }
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescape = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name] ?? whole
    return String.fromCodePoint(parseInt(hex ?? decimal, hex ? 16 : 10))
  })

/** The attributes of all tags of one local name. */
function tags(xml: string, name: string): Record<string, string>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key = '', double, single]) => [
        key,
        unescape(double ?? single ?? ''),
      ]),
    ),
  )
}

function countRows(sheet: Buffer | undefined): number {
  let count = 0
  for (let at = sheet?.indexOf('</row>') ?? -1; at >= 0; at = sheet?.indexOf('</row>', at + 6) ?? -1) count += 1
  return count
}

function findFormula(sheet: Buffer | undefined): string | null {
  if (!sheet) return null
  const places = ['<f>', '<f ', '<f/>', ':f>', ':f ', ':f/>'].map((tag) => sheet.indexOf(tag)).filter((at) => at >= 0)
  if (places.length === 0) return null
  const at = Math.min(...places)
  const before = sheet.subarray(Math.max(0, at - 600), at).toString('latin1')
  return [...before.matchAll(/<(?:\w+:)?c [^>]*?r="([A-Z]+\d+)"/g)].at(-1)?.[1] ?? ''
}

export type OutColumn = {
  header: string
  /** In characters of the font's digits; a Chinese character takes two. */
  width: number
  kind?: 'text' | 'number' | 'day' | 'share'
  /** The only values that the column accepts, offered as a list. */
  choices?: string[]
  /** Shown when a cell of the column is entered. */
  hint?: string
  isRequired?: boolean
}

export type OutSheet = { name: string; columns: OutColumn[]; rows: Cell[][] }

const formats = { text: '@', number: '#,##0', day: 'yyyy-mm-dd', share: '0.0%' } as const

const headerStyle = (isRequired: boolean): CellStyle => ({
  font: { bold: true, color: { rgb: isRequired ? 'B8232A' : '1A2433' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8F1FB' } },
  border: { bottom: { style: 'thin', color: { rgb: 'D5DBE3' } } },
  alignment: { vertical: 'center', wrapText: true },
})

// What a spreadsheet cannot hold in a text cell.
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function outValue(cell: Cell, column: OutColumn): string | number | boolean | Date | null {
  if (typeof cell !== 'string') return cell
  if (cell === '') return null
  return column.kind === 'day' ? new Date(`${cell}T00:00:00Z`) : cell.replace(unprintable, '')
}

/** A workbook with one header row a sheet, frozen and filterable. */
export async function writeWorkbook(sheets: OutSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(outSheet), defaultFont: { name: '微软雅黑', size: 10 } })
}

function outSheet({ name, columns, rows }: OutSheet): WriteSheet {
  const cells = new Map(
    columns.map((column, index) => [`0,${index}`, { value: column.header, style: headerStyle(!!column.isRequired) }]),
  )
  const letter = (index: number) => String.fromCharCode(65 + (index % 26))
  const reference = (index: number) =>
    index < 26 ? letter(index) : `${letter(Math.floor(index / 26) - 1)}${letter(index)}`
  return {
    name: sheetName(name),
    columns: columns.map((column) => ({
      header: column.header,
      width: column.width,
      numFmt: formats[column.kind ?? 'text'],
    })),
    rows: [
      columns.map((column) => column.header),
      ...rows.map((row) => row.map((cell, index) => outCell(cell, columns[index]))),
    ],
    cells,
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${reference(columns.length - 1)}${rows.length + 1}` },
    dataValidations: columns.flatMap((column, index) =>
      validation(column, `${reference(index)}2:${reference(index)}5000`),
    ),
  }
}

/**
 * A workbook of one sheet whose rows are pulled while it is being sent: memory does not grow with them. Without filter
 * arrows and choices, which would have to know the last row.
 */
export function streamWorkbook(
  { name, columns }: Omit<OutSheet, 'rows'>,
  rows: AsyncIterable<Cell[]>,
): ReadableStream<Uint8Array> {
  async function* written() {
    for await (const row of rows) yield row.map((cell, index) => outCell(cell, columns[index]))
  }
  return writeXlsxStream(written(), {
    name: sheetName(name),
    columns: columns.map(({ header, width, kind }) => ({ header, width, numFmt: formats[kind ?? 'text'] })),
    freezePane: { rows: 1 },
  })
}

const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)

const outCell = (cell: Cell, column: OutColumn | undefined) => (column ? outValue(cell, column) : cell)

function validation({ choices, hint, header }: OutColumn, range: string): DataValidation[] {
  if (!choices && !hint) return []
  const message = hint ? { showInputMessage: true, inputTitle: header, inputMessage: hint } : {}
  if (!choices) return [{ type: 'custom', formula1: 'TRUE', range, ...message }]
  return [
    {
      type: 'list',
      values: choices,
      allowBlank: true,
      range,
      errorStyle: 'warning',
      showErrorMessage: true,
      ...message,
    },
  ]
}
