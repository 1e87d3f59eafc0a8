import { describe, expect, it } from 'vitest'
import * as format from '@/lib/text/format'

const morning = new Date('2026-11-24T01:00:00Z')

describe('days and instants, always in Beijing', () => {
  it('are written as an office writes them', () => {
    expect(format.formatInstant('zh-CN', morning)).toBe('2026年11月24日（周二）09:00')
    expect(format.formatInstant('en', morning)).toBe('Tue 24 Nov 2026, 09:00')
    expect(format.formatDay('zh-CN', '2026-11-24')).toBe('2026年11月24日（周二）')
    expect(format.formatDayOfYear('en', '2026-11-24')).toBe('Tue 24 Nov')
    expect(format.formatMonth('zh-CN', '2026-11')).toBe('2026年11月')
    expect(format.formatStamp(morning)).toBe('2026-11-24 09:00')
  })

  it('say the day once where a range stays within it', () => {
    expect(format.formatRange('zh-CN', morning, '2026-11-24T03:30:00Z')).toBe('2026年11月24日（周二）09:00–11:30')
    expect(format.formatRange('zh-CN', '2026-12-31T15:00:00Z', '2026-12-31T17:00:00Z')).toBe(
      '2026年12月31日（周四）23:00 – 2027年1月1日（周五）01:00',
    )
  })
})

describe('numbers', () => {
  it('are grouped by thousands, decimals left alone', () => {
    expect(format.formatNumber(1284)).toBe('1,284')
    expect(format.formatNumber(1234567.12345)).toBe('1,234,567.12345')
    expect(format.formatNumber(-2100)).toBe('-2,100')
  })

  it('as rates never stand without what they were made of', () => {
    expect(format.formatRate('zh-CN', 12, 34)).toBe('35.3%（12/34）')
    expect(format.formatRate('en', 1, 1)).toBe('100% (1/1)')
    expect(format.formatRate('zh-CN', 0, 0)).toBe('—（0/0）')
  })
})
