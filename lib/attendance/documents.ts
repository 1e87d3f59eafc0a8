import { writeWorkbook } from '@/lib/core/spreadsheet'
import { formatRange, formatStamp } from '@/lib/text/format'
import { messagesOf } from '@/lib/text/messages'
import type { ListedActivity } from './list-queries'
import type { AttendanceLine } from './list-rules'

const words = messagesOf('zh-CN').attendance
const { list } = words

export const attendanceFileName = (activity: Pick<ListedActivity, 'title'>): string =>
  `${list.file}-${activity.title}.xlsx`

/** The attendance list as the page shows it, in Chinese headers; what the columns mean on a second sheet. */
export function attendanceWorkbook(activity: ListedActivity, lines: AttendanceLine[], at: Date): Promise<Uint8Array> {
  return writeWorkbook([
    {
      name: list.sheetName,
      columns: [
        { header: list.enterprise, width: 40 },
        { header: list.person, width: 12 },
        { header: list.state, width: 10 },
        { header: list.registered, width: 10 },
        { header: list.time, width: 18 },
        { header: list.left, width: 18 },
        { header: list.share, width: 10 },
        { header: list.how, width: 10 },
        { header: list.mandate, width: 14 },
        { header: list.counts, width: 10 },
        { header: list.remark, width: 40 },
        { header: list.recordedBy, width: 12 },
      ],
      rows: lines.map(rowOf),
    },
    {
      name: list.explanation,
      columns: [{ header: activity.title, width: 120 }],
      rows: [
        [`${formatRange('zh-CN', activity.startsAt, activity.endsAt)} ${activity.place}`.trim()],
        [list.explained],
        [`数据截至 ${formatStamp(at)}`],
      ],
    },
  ])
}

const rowOf = (line: AttendanceLine): string[] => [
  line.enterprise ?? list.noEnterprise,
  line.person ?? list.unnamed,
  words.state[line.state],
  words.standing[line.registered ?? 'WALK_IN'],
  line.checkedInAt ? formatStamp(line.checkedInAt) : '',
  line.checkedOutAt ? formatStamp(line.checkedOutAt) : '',
  line.percent === null ? '' : `${line.percent}%`,
  line.method ? words.method[line.method] : '',
  line.checkedInAt ? words.mandate[line.mandateKind ?? 'NONE'] : '',
  countsOf(line),
  line.note,
  line.recordedBy ?? '',
]

function countsOf({ state, counts }: AttendanceLine): string {
  if (state !== 'PRESENT') return ''
  return counts ? list.countsYes : list.countsNo
}
