import type { AuditFacts, Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { toDate } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Refusal } from '@/lib/core/result'
import { publishedDays, type HolidayRow } from './holiday-rules'

const about = (label: string, changes: Changes): AuditFacts => ({
  subjectType: 'holiday',
  subjectId: null,
  subjectLabel: label,
  changes,
})

const insert = (tx: Tx, rows: HolidayRow[]) =>
  tx.holiday.createMany({ data: rows.map((row) => ({ ...row, day: toDate(row.day) })), skipDuplicates: true })

export async function addHoliday(tx: Tx, row: HolidayRow): Promise<Outcome<null>> {
  const { count } = await insert(tx, [row])
  if (count === 0) throw new Refusal('HOLIDAY_KNOWN', { day: 'HOLIDAY_KNOWN' })
  return { data: null, record: about(row.day, { holidayKind: [null, row.kind], name: [null, row.name] }) }
}

export async function removeHoliday(tx: Tx, { day, kind, name }: HolidayRow): Promise<Outcome<null>> {
  const { count } = await tx.holiday.deleteMany({ where: { day: toDate(day) } })
  if (count === 0) return { data: null, record: null }
  return { data: null, record: about(day, { holidayKind: [kind, null], name: [name, null] }) }
}

/** Takes over the days of a year that the library knows. Days that stand already stay as somebody entered them. */
export async function importHolidays(tx: Tx, year: number): Promise<Outcome<{ added: number }>> {
  const known = publishedDays(year)
  if (known.length === 0) throw new Refusal('HOLIDAYS_NOT_PUBLISHED', {}, { year: String(year) })
  const { count } = await insert(tx, known)
  return { data: { added: count }, record: count > 0 ? about(String(year), { days: [null, count] }) : null }
}
