import type { Row } from '@/lib/core/spreadsheet'
import { tidyName } from '@/lib/enterprises/rules'
import { textOf } from './cell-rules'
import { headerKey } from './column-rules'
import type { Judged } from './row-rules'
import { isWarning, type Field, type Mapping, type Problem } from './schema'

type Named = { id: string; name: string; otherNames: readonly string[] }

const nameKey = (text: string): string => tidyName(text).replace(/[（）\s]/g, '')

/** Finds one of a few by any of its names, spelled as people spell. */
export function nameFinder(all: readonly Named[], shorten: (name: string) => string[]): (text: string) => Named | null {
  const byName = new Map<string, Named>()
  for (const each of all)
    for (const name of [each.name, ...each.otherNames])
      for (const key of [nameKey(name), ...shorten(nameKey(name))]) if (!byName.has(key)) byName.set(key, each)
  return (text) => {
    const key = nameKey(text)
    const found = [key, ...shorten(key)].map((candidate) => byName.get(candidate)).find((each) => each !== undefined)
    return key === '' ? null : (found ?? null)
  }
}

/** 上海市金山区应急管理局 → 金山区 */
export const shortenJurisdiction = (name: string): string[] => [
  name.replace(/^上海市?(?=..)/, '').replace(/(应急管理局|应急局|安监局)$/, ''),
]

/** 仓储经营行业安全联盟 → 仓储经营 */
export const shortenAlliance = (name: string): string[] => [name.replace(/(行业)?(安全)?联盟$/, '')]

const totals = /^(合计|总计|小计|共计|累计|本页合计|总数)/

const footers = /^(注|备注|说明|填报|填表|制表|审核|负责人签字|单位盖章|联系人)[:：(（ ]/

/** Whether a row below the header is no enterprise: empty, numbered only, a total, a footer, or the header printed again. */
export function isNoEnterprise(row: Row, { columns }: Mapping): boolean {
  const cell = (field: Field) => {
    const column = columns[field]
    return column === undefined ? '' : textOf(row.cells[column])
  }
  if (Object.keys(columns).every((field) => cell(field as Field) === '')) return true
  if (cell('creditCode') !== '' && headerKey(cell('creditCode')) === headerKey('统一社会信用代码')) return true
  if (cell('creditCode') !== '' || cell('licenceNumber') !== '') return false
  const first = row.cells.map(textOf).find((text) => text !== '') ?? ''
  return totals.test(first) || footers.test(`${first} `) || totals.test(cell('name'))
}

export const isWrong = ({ problems }: Pick<Judged, 'problems'>): boolean =>
  problems.some((problem) => !isWarning(problem))

/**
 * The same establishment twice in one workbook: the second one is wrong, and is told which row came first. Establishments
 * that share a legal person's credit code under different names (filling stations) are different ones.
 */
export class Repeats {
  readonly #rowOf = new Map<string, number>()

  judge(judged: Judged): Judged {
    const { creditCode, name, licenceNumber } = judged.values
    if (isWrong(judged)) return judged
    const establishment = `${creditCode}|${name}`
    const sameName = this.#rowOf.get(establishment)
    const sameLicence = licenceNumber ? this.#rowOf.get(licenceNumber) : undefined
    if (sameName !== undefined)
      return repeated(judged, { field: 'creditCode', code: 'REPEATED_ENTERPRISE', row: sameName })
    if (sameLicence !== undefined)
      return repeated(judged, { field: 'licenceNumber', code: 'REPEATED_LICENCE', row: sameLicence })
    this.#rowOf.set(establishment, judged.row)
    if (licenceNumber) this.#rowOf.set(licenceNumber, judged.row)
    return judged
  }
}

const repeated = (judged: Judged, problem: Problem): Judged => ({ ...judged, problems: [...judged.problems, problem] })
