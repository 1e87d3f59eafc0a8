import { writeWorkbook } from '@/lib/core/spreadsheet'
import { formatRange, formatStamp } from '@/lib/text/format'
import { messagesOf } from '@/lib/text/messages'
import type { Gate, GateList, Visitor } from './gate-queries'
import { meetsAt } from './rules'

const words = messagesOf('zh-CN').hosts

export const gateListFileName = ({ activity }: Pick<Gate, 'activity'>): string =>
  `${words.gateList.title}-${activity.title}.xlsx`

/** The list that lies at the gate: names and enterprises, and what the gate asked for. A tick goes into the last column. */
export function gateListWorkbook({ gate, visitors }: GateList, at: Date): Promise<Uint8Array> {
  const { gateList, document } = words
  const asked = {
    document: ({ document: kind }: Visitor) => (kind ? document[kind] : ''),
    numberPlate: ({ numberPlate }: Visitor) => numberPlate,
  }
  const columns = [
    { header: gateList.person, width: 14, of: ({ person }: Visitor) => person ?? gateList.unnamed },
    { header: gateList.enterprise, width: 40, of: ({ enterprise }: Visitor) => enterprise },
    ...(gate.asksDocument ? [{ header: gateList.document, width: 18, of: asked.document }] : []),
    ...(gate.asksNumberPlate ? [{ header: gateList.numberPlate, width: 14, of: asked.numberPlate }] : []),
    { header: gateList.arrived, width: 10, of: () => '' },
  ]
  const { startsAt, endsAt, title } = gate.activity
  return writeWorkbook([
    {
      name: gateList.title,
      columns: columns.map(({ header, width }) => ({ header, width })),
      rows: visitors.map((visitor) => columns.map(({ of }) => of(visitor))),
    },
    {
      name: gateList.about,
      columns: [{ header: title, width: 100 }],
      rows: [
        [`${words.host}：${gate.enterprise.name}`],
        [formatRange('zh-CN', startsAt, endsAt)],
        [`${words.rule.meeting}：${formatStamp(meetsAt(gate, gate.activity))} ${gate.meetingPoint}`],
        [gateList.purpose],
        [`${gateList.asOf} ${formatStamp(at)}`],
      ],
    },
  ])
}
