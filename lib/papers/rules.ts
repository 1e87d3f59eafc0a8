import type { Day } from '@/lib/core/clock'

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/**
 * The number of a heading as official papers write it, from 0: 一, 二 … 九十九. GB/T 9704-2012, 7.3.3.
 */
export function numeral(index: number): string {
  const number = index + 1
  const tens = Math.floor(number / 10)
  if (tens > 9) return String(number)
  const ten = tens > 1 ? `${digits[tens] ?? ''}十` : '十'
  return `${tens > 0 ? ten : ''}${digits[number % 10] ?? ''}`
}

/** 2026年11月28日, as it stands under a paper: no leading zeros, no weekday. GB/T 9704-2012, 7.3.5. */
export function writtenDay(day: Day): string {
  const [year, month, ofMonth] = day.split('-').map(Number)
  return `${String(year)}年${String(month)}月${String(ofMonth)}日`
}
