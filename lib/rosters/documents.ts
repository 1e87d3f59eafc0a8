import { readFile } from 'node:fs/promises'
import { TextDecoder } from 'node:util'
import { listArchive, type ArchiveLimits } from '@/lib/core/archive'
import { Refusal } from '@/lib/core/result'
import { openWorkbook } from '@/lib/core/spreadsheet'
import { minutesOf, momentOf, readTable } from './cell-rules'
import { findColumns, peopleOf, rosterRowsMax, shownName } from './rules'
import type { NamedColumns, RosterColumns, RosterPerson, RosterRow } from './rules'

/** A list of some thousand people inflates to two megabytes; what is larger is none. */
const limits: ArchiveLimits = { entriesMax: 200, inflatedBytesMax: 16_000_000, ratioMax: 100 }

export type ReadRoster = {
  people: RosterPerson[]
  /** Rows that named nobody, or no time that could be read: their numbers and what they said. */
  unread: { number: number; text: string }[]
}

type Span = { startsAt: Date; endsAt: Date }

/** Reads the list of a meeting service, CSV or XLSX; refuses what has no recognisable header or too many rows. */
export async function readRoster(
  file: string,
  { mediaType, activity, named }: { mediaType: string; activity: Span; named: NamedColumns },
): Promise<ReadRoster> {
  const table = mediaType.startsWith('text/') ? readTable(decoded(await readFile(file))) : await sheetRows(file)
  const found = findColumns(table, named)
  if (!found) throw new Refusal('ROSTER_WITHOUT_HEADER')
  const below = table.slice(found.header + 1)
  if (below.length > rosterRowsMax) throw new Refusal('ROSTER_TOO_LONG', {}, { rowsMax: rosterRowsMax })
  const rows: RosterRow[] = []
  const unread: ReadRoster['unread'] = []
  below.forEach((cells, index) => {
    const number = found.header + index + 2
    const row = rowOf(cells, found.columns, number, activity)
    if (row) rows.push(row)
    else unread.push({ number, text: shownName(cells.filter((cell) => cell !== '').join(' ')) })
  })
  if (rows.length === 0) throw new Refusal('ROSTER_EMPTY')
  return { people: peopleOf(activity, rows), unread }
}

function rowOf(cells: string[], columns: RosterColumns, number: number, activity: Span): RosterRow | null {
  const said = (column: number | undefined): string => (column === undefined ? '' : (cells[column] ?? ''))
  const name = said(columns.name)
  const minutes = minutesOf(said(columns.minutes))
  const from = momentOf(said(columns.joinedAt), activity.startsAt)
  const until = momentOf(said(columns.leftAt), activity.startsAt)
  const to = until ?? (from && minutes !== null ? new Date(from.getTime() + minutes * 60_000) : null)
  if (shownName(name) === '') return null
  if (from && to) return from <= to ? { number, name, minutes, sitting: { from, to } } : null
  return minutes === null ? null : { number, name, minutes, sitting: null }
}

/** UTF-8 with or without its mark, or GB 18030 as Chinese programs write it. */
function decoded(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  }
  throw new Refusal('FILE_DAMAGED')
}

/** The first sheet that can be seen. Formulas and macros are refused: whoever exports a list exports values. */
async function sheetRows(file: string): Promise<string[][]> {
  await listArchive(file, limits)
  const workbook = await openWorkbook(file, limits)
  const sheet = workbook.sheets.find(({ isHidden }) => !isHidden)
  if (!sheet) throw new Refusal('ROSTER_EMPTY')
  const formula = workbook.firstFormula(sheet)
  if (formula !== null) throw new Refusal('FILE_HAS_FORMULAS', {}, { cell: formula, sheet: sheet.name })
  const rows: string[][] = []
  for await (const { cells } of workbook.rows(sheet)) {
    if (rows.length > rosterRowsMax + 100) throw new Refusal('ROSTER_TOO_LONG', {}, { rowsMax: rosterRowsMax })
    rows.push(cells.map((cell) => String(cell ?? '').trim()))
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}
