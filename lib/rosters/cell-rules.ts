import { dayOf, fromLocal, isDay } from '@/lib/core/clock'

/** An Excel day counts from here; the workbook's other epoch has no meeting services. */
const excelEpoch = Date.UTC(1899, 11, 30)

const two = (text: string | undefined): string => (text ?? '0').padStart(2, '0')

function hourOf(hour: string, half: string | undefined): number {
  const number = Number(hour)
  if (!half) return number
  const isAfternoon = /pm|下午|晚上/i.test(half)
  return (number % 12) + (isAfternoon ? 12 : 0)
}

/**
 * A moment as meeting services write it, as Beijing time: 2026-11-24 09:02:11, 2026/11/24 9:02, 2026年11月24日 09:02,
 * 11/24/2026, 9:02:11 AM, an Excel number, or a time alone on the day of the activity. Null: it says none.
 */
export function momentOf(text: string, startsAt: Date): Date | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\(?(GMT|UTC)[^)]*\)?/i, '')
    .trim()
  if (/^\d{5}(\.\d+)?$/.test(plain)) {
    const there = new Date(excelEpoch + Math.round(Number(plain) * 86_400) * 1_000).toISOString()
    return fromLocal(there.slice(0, 19))
  }
  const time = /(上午|下午|晚上|AM|PM)?\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(AM|PM)?\s*$/i.exec(plain)
  if (!time) return null
  const [whole, before, hour = '', minutes = '', seconds, after] = time
  const hours = hourOf(hour, before ?? after)
  const day = dayIn(plain.slice(0, plain.length - whole.length), startsAt)
  if (day === null || hours > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null
  return fromLocal(`${day}T${two(String(hours))}:${minutes}:${two(seconds)}`)
}

function dayIn(text: string, startsAt: Date): string | null {
  const said = text.replaceAll(/[,T]/g, ' ').trim()
  if (said === '') return dayOf(startsAt)
  const chinese = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(said)
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(said)
  const year = american?.[3]?.padStart(4, '20')
  const day = chinese
    ? `${chinese[1]}-${two(chinese[2])}-${two(chinese[3])}`
    : american && `${year}-${two(american[1])}-${two(american[2])}`
  return day && isDay(day) ? day : null
}

/** Minutes of a duration: 58, 58分钟, 1小时2分, 00:58:12, 58m 12s, 1h 2m. Null: it says none. */
export function minutesOf(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
  if (/^\d{1,5}(\.\d+)?$/.test(plain)) return Number(plain)
  const clock = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(plain)
  if (clock) {
    const [, first = '0', second = '0', third] = clock
    return third === undefined
      ? Number(first) + Number(second) / 60
      : Number(first) * 60 + Number(second) + Number(third) / 60
  }
  const spoken =
    /^(?:(\d{1,3})(?:小时|时|hours?|hr?))?(?:(\d{1,4})(?:分钟|分|minutes?|mins?|m))?(?:(\d{1,5})(?:秒钟?|seconds?|secs?|s))?$/.exec(
      plain,
    )
  if (!spoken || plain === '') return null
  const [, hours = '0', minutes = '0', seconds = '0'] = spoken
  return Number(hours) * 60 + Number(minutes) + Number(seconds) / 60
}

/** A table written with commas, semicolons or tabs (RFC 4180); the sign that the first lines have most of is meant. */
export function readTable(text: string): string[][] {
  const head = text.slice(0, 4_000)
  const count = (sign: string) => head.split(sign).length
  const separator = [',', '\t', ';'].toSorted((one, other) => count(other) - count(one))[0] ?? ','
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    row.push(cell.trim())
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (row.some((one) => one !== '')) rows.push(row)
    row = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[(at += 1)] ?? ''
      else isQuoted = false
    } else if (sign === '"' && cell.trim() === '') {
      isQuoted = true
      cell = ''
    } else if (sign === separator) endCell()
    else if (sign === '\n') endRow()
    else if (sign !== '\r') cell += sign
  }
  endRow()
  return rows
}
