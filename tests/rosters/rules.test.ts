import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toLocal } from '@/lib/core/clock'
import { writeWorkbook } from '@/lib/core/spreadsheet'
import { minutesOf, momentOf, readTable } from '@/lib/rosters/cell-rules'
import { readRoster } from '@/lib/rosters/documents'
import { findColumns, nameKey, peopleOf, rosterRowsMax, shownName, type RosterRow } from '@/lib/rosters/rules'

const startsAt = new Date('2026-11-24T01:00:00Z')
const endsAt = new Date('2026-11-24T03:00:00Z')
const activity = { startsAt, endsAt }
const at = (minutes: number) => new Date(startsAt.getTime() + minutes * 60_000)

const folder = mkdtempSync(path.join(tmpdir(), 'rosters-'))
function file(name: string, bytes: Uint8Array | string): string {
  const where = path.join(folder, name)
  writeFileSync(where, bytes)
  return where
}

const readCsv = (bytes: Uint8Array | string, named = {}) =>
  readRoster(file('list.csv', bytes), { mediaType: 'text/csv', activity, named })

describe('a cell of a meeting service', () => {
  it.each([
    ['2026-11-24 09:02:11', '2026-11-24T09:02'],
    ['2026/11/24 9:02', '2026-11-24T09:02'],
    ['2026年11月24日 09:02', '2026-11-24T09:02'],
    ['11/24/2026, 9:02:11 AM', '2026-11-24T09:02'],
    ['11/24/26, 12:02 PM', '2026-11-24T12:02'],
    ['2026-11-24T09:02:11', '2026-11-24T09:02'],
    ['2026-11-24 下午 2:05', '2026-11-24T14:05'],
    ['2026-11-24 09:02:11(GMT+08:00)', '2026-11-24T09:02'],
    ['09:02:11', '2026-11-24T09:02'],
    ['46350.376516203704', '2026-11-24T09:02'],
  ])('%s is a moment', (text, local) => {
    const moment = momentOf(text, startsAt)
    expect(moment && toLocal(moment)).toBe(local)
  })

  it.each(['', '--', '昨天', '2026-13-40 09:00', '25:00', '09:61', '=NOW()'])('%s is none', (text) => {
    expect(momentOf(text, startsAt)).toBeNull()
  })

  it.each([
    ['58', 58],
    ['58分钟', 58],
    ['1小时2分', 62],
    ['01:02:30', 62.5],
    ['1h 2m', 62],
    ['3m 30s', 3.5],
  ])('%s is a duration', (text, minutes) => {
    expect(minutesOf(text)).toBeCloseTo(minutes)
  })

  it('whatever it holds, reading it never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        momentOf(text, startsAt)
        minutesOf(text)
        shownName(text)
        readTable(text)
      }),
    )
  })

  it('a table that is written is read as it was, with quotes and line ends inside', () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => `x${text.replaceAll(/[\r\t]/g, '')}x`)
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }), (rows) => {
        const written = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\r\n')
        fc.pre(written.split(';').length < written.split(',').length)
        expect(readTable(written)).toEqual(rows)
      }),
    )
  })
})

describe('the people of a list', () => {
  const row = fc.record({
    name: fc.constantFrom('李四', '王五 ', '赵六（上海）'),
    from: fc.integer({ min: -30, max: 150 }),
    length: fc.integer({ min: 0, max: 90 }),
  })

  it('have the union of their sittings, in whatever order, and twice the same list changes nothing', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 14 }), (drawn) => {
        const rows: RosterRow[] = drawn.map(({ name, from, length }, number) => ({
          number,
          name,
          minutes: null,
          sitting: { from: at(from), to: at(from + length) },
        }))
        const minutes = (list: RosterRow[]) =>
          Object.fromEntries(peopleOf(activity, list).map((person) => [nameKey(person.name), person.minutes]))
        const expected = Object.fromEntries(
          [...new Set(drawn.map(({ name }) => nameKey(name)))].map((key) => [
            key,
            Array.from({ length: 120 }, (_, minute) => minute).filter((minute) =>
              drawn.some((one) => nameKey(one.name) === key && one.from <= minute && minute < one.from + one.length),
            ).length,
          ]),
        )
        expect(minutes(rows)).toEqual(expected)
        expect(minutes(rows.toReversed())).toEqual(expected)
        expect(minutes([...rows, ...rows])).toEqual(expected)
      }),
    )
  })

  it('of minutes alone are added up, and never more than the planned time', () => {
    const loose = (minutes: number): RosterRow => ({ number: 1, name: '李四', minutes, sitting: null })
    expect(peopleOf(activity, [loose(50), loose(40)])).toMatchObject([{ minutes: 90, sittings: 2 }])
    expect(peopleOf(activity, [loose(90), loose(90)])).toMatchObject([{ minutes: 120 }])
  })
})

describe('a file', () => {
  const table =
    '用户昵称（入会昵称）,首次入会时间,最后离会时间,累计参会时长\n李四,2026-11-24 08:55:00,2026-11-24 10:30:00,95\n'

  it('is read with the mark of UTF-8 and without, and in GB 18030', async () => {
    const expected = [{ name: '李四', minutes: 90, sittings: 1 }]
    expect((await readCsv(table)).people).toMatchObject(expected)
    expect((await readCsv(`\uFEFF${table}`)).people).toMatchObject(expected)
    const gb = Buffer.from('d0d5c3fb2cc8ebbbe1cab1bce42cc0ebbbe1cab1bce40ac0eecbc42c30383a35352c31303a33300a', 'hex')
    expect((await readCsv(gb)).people).toMatchObject(expected)
  })

  it('of Teams has a summary first and its head later', async () => {
    const teams = `1. Summary\nMeeting title\t例会\n\n2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\n李四\t11/24/26, 9:00:00 AM\t11/24/26, 10:00:00 AM\t1h\tli@x.cn\n`
    expect((await readCsv(teams)).people).toMatchObject([{ name: '李四', minutes: 60 }])
  })

  it('with other headings is read when they are named', async () => {
    const odd = '谁,来,走\n李四,09:00,10:00\n'
    await expect(readCsv(odd)).rejects.toMatchObject({ code: 'ROSTER_WITHOUT_HEADER' })
    const named = { name: '谁', joinedAt: '来', leftAt: '走' }
    expect((await readCsv(odd, named)).people).toMatchObject([{ name: '李四', minutes: 60 }])
    expect(findColumns([['谁', '来']], named)).toBeNull()
  })

  it('keeps hostile cells as text and names the rows that say nothing', async () => {
    const hostile = `姓名,入会时间,离会时间\n"=HYPERLINK(""http://x"")",09:00,10:00\n李四,10:00,09:00\n,09:00,10:00\n王\u202E五,09:00,\n`
    const { people, unread } = await readCsv(hostile)
    expect(people.map(({ name }) => name)).toEqual(['=HYPERLINK("http://x")'])
    expect(unread.map(({ number }) => number)).toEqual([3, 4, 5])
    expect(unread[2]?.text).toBe('王五 09:00')
  })

  it('of Excel is read too; formulas and too many rows are refused', async () => {
    const column = (header: string) => ({ header, width: 12 })
    const columns = [column('姓名'), column('入会时间'), column('离会时间')]
    const rows = [['李四', '2026-11-24 09:00', '2026-11-24 10:00']]
    const bytes = await writeWorkbook([{ name: '名单', columns, rows }])
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    const read = await readRoster(file('list.xlsx', bytes), { mediaType, activity, named: {} })
    expect(read.people).toMatchObject([{ name: '李四', minutes: 60 }])
    const long = `姓名,时长\n${'李四,1\n'.repeat(rosterRowsMax + 1)}`
    await expect(readCsv(long)).rejects.toMatchObject({ code: 'ROSTER_TOO_LONG' })
    await expect(readCsv('姓名,时长\n')).rejects.toMatchObject({ code: 'ROSTER_EMPTY' })
  })
})
