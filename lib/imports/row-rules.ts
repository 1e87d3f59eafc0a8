import type { Cell, Row } from '@/lib/core/spreadsheet'
import { creditCodeProblem, readCreditCode, tidy, tidyName } from '@/lib/enterprises/rules'
import { readPhones } from '@/lib/enterprises/phone-rules'
import * as cells from './cell-rules'
import type { Field, Mapping, Problem, RowValues } from './schema'

/** A row as judged by itself: what it says, and what is wrong with it. */
export type Judged = { row: number; values: RowValues; problems: Problem[] }

/** The bodies and alliances of the city, by whatever they are called. */
export type Names = {
  jurisdiction: (text: string) => { id: string; name: string } | null
  alliance: (text: string) => { id: string; name: string } | null
}

const lengthMax: Partial<Record<Field, number>> = {
  name: 120,
  address: 200,
  licenceNumber: 80,
  licenceScope: 500,
  note: 500,
}

/** One row on its way from cells to values: takes what was understood, and blames the cell for what was not. */
class Reading {
  readonly values: RowValues = {}
  readonly problems: Problem[] = []

  constructor(
    private readonly row: Row,
    readonly columns: Mapping['columns'],
    readonly isDate1904: boolean,
  ) {}

  cell(field: Field): Cell | undefined {
    const column = this.columns[field]
    return column === undefined ? undefined : this.row.cells[column]
  }

  text(field: Field): string {
    return tidy(String(this.cell(field) ?? ''))
  }

  blame(field: Field, code: string): void {
    const text = this.text(field).slice(0, 100)
    this.problems.push({ field, code, ...(text ? { text } : {}) })
  }

  take<F extends Field & keyof RowValues>(field: F, reading: cells.Reading<NonNullable<RowValues[F]>>): void {
    if (!reading.ok) this.blame(field, reading.code)
    else if (reading.value !== undefined) this.values[field] = reading.value
  }

  written(field: Field, clean: (text: string) => string): cells.Reading<string> {
    const value = clean(String(this.cell(field) ?? ''))
    if (cells.isPlaceholder(value)) return { ok: true, value: undefined }
    return value.length > (lengthMax[field] ?? 60) ? { ok: false, code: 'TEXT_TOO_LONG' } : { ok: true, value }
  }
}

/** Reads one row. Says what is wrong with it by itself; what is wrong beside other rows is found by `Repeats`. */
export function judgeRow(row: Row, mapping: Mapping, names: Names, isDate1904: boolean): Judged {
  const reading = new Reading(row, mapping.columns, isDate1904)
  readIdentity(reading)
  readPlace(reading, names)
  readBusiness(reading)
  readLicence(reading)
  readPeople(reading)
  readAlliances(reading, names)
  return { row: row.number, values: reading.values, problems: reading.problems }
}

const required = <T>(reading: cells.Reading<T>, code: string): cells.Reading<T> =>
  reading.ok && reading.value === undefined ? { ok: false, code } : reading

function readIdentity(reading: Reading): void {
  reading.take('creditCode', creditCode(reading.cell('creditCode')))
  reading.take('name', required(reading.written('name', tidyName), 'NAME_MISSING'))
  reading.take('shortName', reading.written('shortName', tidyName))
  reading.take('establishment', reading.written('establishment', tidyName))
  reading.take('note', reading.written('note', tidy))
}

function creditCode(cell: Cell | undefined): cells.Reading<string> {
  // Excel keeps fifteen digits of a number: what it shows of such a code is no longer the code.
  if (typeof cell === 'number') return { ok: false, code: 'CREDIT_CODE_AS_NUMBER' }
  const code = readCreditCode(String(cell ?? ''))
  if (cells.isPlaceholder(code)) return { ok: false, code: 'CREDIT_CODE_MISSING' }
  const problem = creditCodeProblem(code)
  return problem ? { ok: false, code: problem } : { ok: true, value: code }
}

function readPlace(reading: Reading, names: Names): void {
  const { values } = reading
  const supervising = reading.text('jurisdiction')
  const body = names.jurisdiction(supervising)
  if (body) Object.assign(values, { jurisdictionId: body.id, jurisdiction: body.name })
  else reading.blame('jurisdiction', cells.isPlaceholder(supervising) ? 'JURISDICTION_MISSING' : 'JURISDICTION_UNKNOWN')

  const located = reading.text('locatedDistrict')
  const district = names.jurisdiction(located)
  if (district) Object.assign(values, { locatedDistrictId: district.id, locatedDistrict: district.name })
  else if (!cells.isPlaceholder(located)) reading.blame('locatedDistrict', 'JURISDICTION_UNKNOWN')
  reading.take('address', reading.written('address', tidyName))
}

function readBusiness(reading: Reading): void {
  const { isDate1904 } = reading
  const kind = cells.readBusinessKind(reading.cell('businessKind'))
  reading.take('businessKind', required(kind, 'BUSINESS_KIND_MISSING'))
  reading.take('industryCode', cells.readIndustryCode(reading.cell('industryCode')))
  reading.take('employees', cells.readNumber(reading.cell('employees')))
  reading.take('sizeClass', cells.readSizeClass(reading.cell('sizeClass')))
  reading.take('standardizationLevel', cells.readStandardizationLevel(reading.cell('standardizationLevel')))
  reading.take('standardizationValidTo', cells.readDay(reading.cell('standardizationValidTo'), isDate1904))
  reading.take('majorHazardLevel', cells.readMajorHazardLevel(reading.cell('majorHazardLevel')))
}

function readLicence(reading: Reading): void {
  const { isDate1904, values, problems } = reading
  reading.take('licenceKind', cells.readLicenceKind(reading.cell('licenceKind')))
  reading.take('licenceNumber', reading.written('licenceNumber', cells.readLicenceNumber))
  reading.take('licenceIssuer', reading.written('licenceIssuer', tidyName))
  reading.take('licenceScope', reading.written('licenceScope', tidy))
  const { from, to } = cells.readPeriod(reading.cell('licenceValidTo'), isDate1904)
  reading.take('licenceValidTo', to)
  if (reading.columns.licenceValidFrom !== undefined)
    reading.take('licenceValidFrom', cells.readDay(reading.cell('licenceValidFrom'), isDate1904))
  else if (from.ok) reading.take('licenceValidFrom', from)
  else reading.blame('licenceValidTo', from.code)

  const { licenceKind, licenceNumber, licenceValidFrom, licenceValidTo } = values
  const isBlamed = problems.some(({ field }) => field === 'licenceKind' || field === 'licenceNumber')
  if (licenceNumber && !licenceKind && !isBlamed) reading.blame('licenceKind', 'LICENCE_KIND_MISSING')
  if (licenceKind && !licenceNumber && !isBlamed) reading.blame('licenceNumber', 'LICENCE_NUMBER_MISSING')
  if (licenceValidFrom && licenceValidTo && licenceValidFrom > licenceValidTo)
    reading.blame('licenceValidTo', 'DATE_BEFORE_START')
}

function readPeople(reading: Reading): void {
  reading.take('principalName', reading.written('principalName', tidy))
  reading.take('safetyLeadName', reading.written('safetyLeadName', tidy))
  for (const field of ['principalPhone', 'safetyLeadPhone'] as const) {
    const { text, isDoubtful } = readPhones(String(reading.cell(field) ?? ''))
    if (cells.isPlaceholder(text)) continue
    reading.values[field] = text.slice(0, 100)
    if (isDoubtful) reading.blame(field, 'PHONE_DOUBTFUL')
  }
}

function readAlliances(reading: Reading, names: Names): void {
  const text = reading.text('alliances')
  if (cells.isPlaceholder(text)) return
  const whole = names.alliance(text)
  const written = text.split(/[、,;/|\n ]+/).filter((part) => part !== '')
  const parts = whole ? [whole] : written.map(names.alliance)
  const known = parts.filter((part) => part !== null)
  if (known.length < parts.length || known.length === 0) return reading.blame('alliances', 'ALLIANCE_UNKNOWN')
  reading.values.allianceIds = [...new Set(known.map(({ id }) => id))]
  reading.values.alliances = known.map(({ name }) => name).join('、')
}
