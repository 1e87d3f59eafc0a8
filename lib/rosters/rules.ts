import { coveredMilliseconds, unionOf, type Interval } from '@/lib/presence/rules'

/** What a list of a meeting service says: who, from when to when, how long. */
export const rosterFields = ['name', 'joinedAt', 'leftAt', 'minutes'] as const

export type RosterField = (typeof rosterFields)[number]

export type RosterColumns = Partial<Record<RosterField, number>>

/** Of the file as it is uploaded, and of the people in it: the largest hall has a tenth. */
export const rosterBytesMax = 2_000_000
export const rosterRowsMax = 5_000
export const rosterNameLengthMax = 60

/** So many proposals are shown, and confirmed, at once. */
export const proposalsMax = 200

/** How many rows a meeting service may put before its header: Teams writes a summary first. */
const headerRowsMax = 40

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** How Tencent Meeting, DingTalk, Teams and their like head their columns; compared after `headingKey`. */
const headings: Record<RosterField, readonly string[]> = {
  name: words(`姓名 用户昵称 昵称 名称 用户名 参会者 参会人 参会人员 参会成员 成员 成员姓名 参会者名称 参会姓名 用户名称 真实姓名 学员姓名
    入会昵称 观众昵称 name fullname participant participantname attendee username displayname`),
  joinedAt:
    words(`入会时间 首次入会时间 加入时间 进入时间 进会时间 开始时间 参会时间 加入会议时间 进入会议时间 进入直播时间 首次进入时间
    jointime joined firstjoin joinedat firstjointime`),
  leftAt:
    words(`离会时间 退会时间 最后离会时间 退出时间 离开时间 结束时间 最后退出时间 退出会议时间 离开会议时间 最后离开时间
    leavetime left lastleave leftat lastleavetime`),
  minutes:
    words(`时长 参会时长 在会时长 累计参会时长 会议时长 入会时长 停留时长 累计时长 观看时长 参会分钟数 在线时长 总时长 分钟
    duration inmeetingduration minutes attendanceduration durationminutes timeinmeeting`),
}

/** Spaces, marks and what stands in brackets mean nothing in a heading. */
export const headingKey = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[([【].*?[)\]】]/g, '')
    .replaceAll(/[\s*:_./-]/g, '')
    .toLowerCase()

const fieldOf = new Map(
  rosterFields.flatMap((field) => headings[field].map((text) => [headingKey(text), field] as const)),
)

/** What the columns are called in this file, where a person has said so. */
export type NamedColumns = Partial<Record<RosterField, string>>

export type FoundColumns = { header: number; columns: RosterColumns }

function columnsIn(row: readonly string[], named: NamedColumns): RosterColumns {
  const byHand = new Map(
    rosterFields.flatMap((field) => (named[field] ? [[headingKey(named[field] ?? ''), field] as const] : [])),
  )
  const columns: RosterColumns = {}
  row.forEach((text, column) => {
    const key = headingKey(text)
    const known = fieldOf.get(key)
    const field = byHand.get(key) ?? (known && !named[known] ? known : undefined)
    if (field && columns[field] === undefined) columns[field] = column
  })
  return columns
}

/** A name, and something that says how long: a leaving time with a joining time, or minutes. */
const isHeader = ({ name, joinedAt, leftAt, minutes }: RosterColumns): boolean =>
  name !== undefined && (minutes !== undefined || (joinedAt !== undefined && leftAt !== undefined))

/** The row of headings and what stands under them; null where there is none. */
export function findColumns(rows: readonly (readonly string[])[], named: NamedColumns): FoundColumns | null {
  const header = rows.slice(0, headerRowsMax).findIndex((row) => isHeader(columnsIn(row, named)))
  const row = rows[header]
  return row ? { header, columns: columnsIn(row, named) } : null
}

/** What is compared with the names of accounts: one form, without spaces, and without what stands in brackets. */
export const nameKey = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[([【].*?[)\]】]/g, '')
    .replaceAll(/[\s\p{Cc}\p{Cf}]/gu, '')

/** A name as it is shown: what could not be printed or would turn the line around is left out. */
export const shownName = (text: string): string =>
  [
    ...text
      .normalize('NFC')
      .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
      .trim(),
  ]
    .slice(0, rosterNameLengthMax)
    .join('')

export type RosterRow = { number: number; name: string; sitting: Interval | null; minutes: number | null }

/** One person of the list, with all sittings joined. */
export type RosterPerson = {
  name: string
  joinedAt: Date
  leftAt: Date
  /** Of the planned time, each instant once. */
  minutes: number
  sittings: number
}

/**
 * The people of a list: rows of one name are one person, whose sittings are joined. A row that gives minutes and no times
 * cannot overlap with another: such minutes are added up, and never exceed the planned time.
 */
export function peopleOf(activity: { startsAt: Date; endsAt: Date }, rows: readonly RosterRow[]): RosterPerson[] {
  const byName = new Map<string, RosterRow[]>()
  for (const row of rows) byName.set(nameKey(row.name), [...(byName.get(nameKey(row.name)) ?? []), row])
  const planned = activity.endsAt.getTime() - activity.startsAt.getTime()
  return [...byName.values()].map((own) => {
    const sittings = own.flatMap(({ sitting }) => sitting ?? [])
    const loose = own.reduce((sum, { sitting, minutes }) => sum + (sitting ? 0 : (minutes ?? 0)), 0) * 60_000
    const there = Math.min(coveredMilliseconds(activity, sittings) + loose, planned)
    const joined = unionOf(sittings)
    const joinedAt = joined[0]?.from ?? activity.startsAt
    return {
      name: shownName(own[0]?.name ?? ''),
      joinedAt,
      leftAt: joined.at(-1)?.to ?? new Date(joinedAt.getTime() + there),
      minutes: Math.floor(there / 60_000),
      sittings: own.length,
    }
  })
}
