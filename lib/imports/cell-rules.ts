import { fromDate, isDay, type Day } from '@/lib/core/clock'
import type {
  BusinessKind,
  LicenceKind,
  MajorHazardLevel,
  SizeClass,
  StandardizationLevel,
} from '@/lib/core/prisma/enums'
import type { Cell } from '@/lib/core/spreadsheet'
import { tidy, tidyCode } from '@/lib/enterprises/rules'

/** A cell that was understood, one that says nothing, or the code of what is wrong with it. */
export type Reading<T> = { ok: true; value: T | undefined } | { ok: false; code: string }

const said = <T>(value: T | undefined): Reading<T> => ({ ok: true, value })
const wrong = (code: string): Reading<never> => ({ ok: false, code })

export const textOf = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : tidy(String(cell))

/** What people put into a cell that has nothing to say. */
const placeholders = new Set([
  '',
  '/',
  '\\',
  '-',
  '--',
  '—',
  '——',
  '无',
  '暂无',
  '空',
  '不详',
  '未知',
  'N/A',
  'n/a',
  '0',
])

export const isPlaceholder = (text: string): boolean => placeholders.has(text)

const dayPatterns = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?: .*)?$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})\.?$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
]

/** 长期有效: it has no end, so no day is kept. */
const endless = /^(长期|长期有效|永久|永久有效|无固定期限|无期限)$/

const serial = {
  first: 20_000,
  last: 80_000,
  epoch: Date.UTC(1899, 11, 30),
  epoch1904: Date.UTC(1904, 0, 1),
  dayMs: 86_400_000,
}

/** A day in any of the ways that workbooks write one, the serial number of Excel among them. */
export function readDay(cell: Cell | undefined, isDate1904 = false): Reading<Day> {
  const text = textOf(cell)
  if (isPlaceholder(text) || endless.test(text)) return said<Day>(undefined)
  const number = Number(text)
  if (number >= serial.first && number <= serial.last) {
    const epoch = isDate1904 ? serial.epoch1904 : serial.epoch
    return said(fromDate(new Date(epoch + Math.floor(number) * serial.dayMs)))
  }
  for (const pattern of dayPatterns) {
    const [, year, month, day] = pattern.exec(text) ?? []
    if (!year || !month || !day) continue
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return isDay(written) && year >= '1950' && year <= '2150' ? said(written) : wrong('DATE_IMPOSSIBLE')
  }
  return wrong('DATE_UNREADABLE')
}

/** A period in one cell: 2023年5月1日至2026年4月30日. A single day is its end. */
export function readPeriod(cell: Cell | undefined, isDate1904 = false): { from: Reading<Day>; to: Reading<Day> } {
  const parts = textOf(cell).split(/至|到|~|－|—|–|(?<=\d|日) ?- ?(?=\d{4}[年./-]\d)/)
  if (parts.length !== 2 || parts[0] === '')
    return { from: said<Day>(undefined), to: readDay(parts.at(-1) || cell, isDate1904) }
  return { from: readDay(parts[0], isDate1904), to: readDay(parts[1], isDate1904) }
}

export function readNumber(cell: Cell | undefined): Reading<number> {
  const text = textOf(cell)
    .replace(/[,，]/g, '')
    .replace(/[人名]$/, '')
  if (text === '0') return said(0)
  if (isPlaceholder(text)) return said<number>(undefined)
  return /^\d{1,7}(\.0+)?$/.test(text) ? said(Math.trunc(Number(text))) : wrong('NOT_A_NUMBER')
}

/** 2641, 2641涂料制造, C2641: the digits that begin it. */
export function readIndustryCode(cell: Cell | undefined): Reading<string> {
  const text = textOf(cell)
  if (isPlaceholder(text)) return said<string>(undefined)
  const code = /^[A-T]?(\d{3,4})(?!\d)/i.exec(text)?.[1]
  return code ? said(code) : wrong('INDUSTRY_CODE_UNREADABLE')
}

/** A choice by its names; `absent` are the ways to say that there is none. */
function reader<T extends string>(names: Record<T, readonly string[]>, code: string, absent: readonly string[] = []) {
  const choices = new Map(
    (Object.entries(names) as [T, readonly string[]][]).flatMap(([choice, all]) => all.map((name) => [name, choice])),
  )
  return (cell: Cell | undefined): Reading<T> => {
    const text = textOf(cell).replace(/ /g, '')
    const choice = choices.get(text)
    if (choice) return said(choice)
    return isPlaceholder(text) || absent.includes(text) ? said<T>(undefined) : wrong(code)
  }
}

const sizes = (name: string) => [name, `${name}型`, `${name}型企业`]

export const readSizeClass = reader<SizeClass>(
  { LARGE: sizes('大'), MEDIUM: sizes('中'), SMALL: sizes('小'), MICRO: sizes('微') },
  'SIZE_UNKNOWN',
)

const levels = (chinese: string, digit: string, roman: string) => [
  ...[chinese, digit, roman].flatMap((name) => [name, `${name}级`]),
  ...[chinese, digit].flatMap((name) => [`${name}级标准化`, `${name}级达标`, `标准化${name}级`, `${name}级企业`]),
]

export const readStandardizationLevel = reader<StandardizationLevel>(
  {
    LEVEL_1: levels('一', '1', 'I'),
    LEVEL_2: levels('二', '2', 'II'),
    LEVEL_3: levels('三', '3', 'III'),
    NONE: ['无', '未达标', '未定级', '未评级', '无等级', '未创建'],
  },
  'STANDARDIZATION_UNKNOWN',
)

export const readMajorHazardLevel = reader<MajorHazardLevel>(
  {
    LEVEL_1: levels('一', '1', 'I'),
    LEVEL_2: levels('二', '2', 'II'),
    LEVEL_3: levels('三', '3', 'III'),
    LEVEL_4: levels('四', '4', 'IV'),
  },
  'HAZARD_LEVEL_UNKNOWN',
  ['否', '不涉及', '不构成', '未构成', '无重大危险源', '不构成重大危险源'],
)

const kinds: Record<BusinessKind, readonly string[]> = {
  PRODUCTION: ['生产', '生产企业', '危险化学品生产', '危险化学品生产企业'],
  TRADE_WITH_STORAGE: [
    '经营(带储存设施)',
    '经营(带储存)',
    '带储存设施经营',
    '带储存经营',
    '经营(有储存设施)',
    '带储存设施',
    '经营(有储存)',
  ],
  WAREHOUSING: ['经营(仓储)', '仓储', '仓储经营', '仓储企业', '危险化学品仓储', '经营(储存)'],
  FILLING_STATION: ['经营(加油站)', '加油站', '加油站经营', '加油(气)站', '经营(加油加气站)', '经营(加气站)', '加气站'],
  USE: ['使用', '使用企业', '危险化学品使用', '危险化学品使用企业', '使用(许可)'],
  PHARMACEUTICAL: ['化工医药', '化工医药企业', '医药化工', '医药', '制药', '化工(医药)'],
}

const kindReader = reader<BusinessKind>(kinds, 'BUSINESS_KIND_UNKNOWN')

/** Notice, part two: 经营（带储存、仓储、加油站）. Trade without storage and whatever trades on paper only is outside of it. */
const outsideScope = /不带(有)?储存|无储存|不储存|无仓储|票据|贸易/

export function readBusinessKind(cell: Cell | undefined): Reading<BusinessKind> {
  return outsideScope.test(textOf(cell)) ? wrong('OUT_OF_SCOPE') : kindReader(cell)
}

const licences: Record<LicenceKind, readonly string[]> = {
  SAFETY_PRODUCTION: ['安全生产许可证', '危险化学品安全生产许可证', '安全生产许可', '安许证'],
  HAZCHEM_TRADE: ['危险化学品经营许可证', '危险化学品经营许可', '危化品经营许可证', '经营许可证', '危化证'],
  HAZCHEM_USE: ['危险化学品安全使用许可证', '危险化学品使用许可证', '安全使用许可证', '使用许可证'],
  PORT: ['港口经营许可证', '港口危险货物作业附证', '港口经营许可'],
  REFINED_OIL_RETAIL: ['成品油零售经营批准证书', '成品油零售许可证', '成品油零售经营许可证', '成品油零售'],
  PHARMACEUTICAL_PRODUCTION: ['药品生产许可证', '药品生产许可'],
  OTHER: ['其他', '其他许可', '其他许可证'],
}

export const readLicenceKind = reader<LicenceKind>(licences, 'LICENCE_KIND_UNKNOWN')

/** Licence numbers are compared as one spelling: half-width, no spaces, 〔2024〕 and [2024] alike. */
export const readLicenceNumber = (written: string): string =>
  tidyCode(written)
    .replace(/[〔【]/g, '[')
    .replace(/[〕】]/g, ']')
