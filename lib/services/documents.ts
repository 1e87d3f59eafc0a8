import { writeWorkbook, type Cell } from '@/lib/core/spreadsheet'
import { formatRange, formatStamp } from '@/lib/text/format'
import { messagesOf } from '@/lib/text/messages'
import type { ServiceLine } from './export-queries'
import { serviceItemOf } from './rules'

const words = messagesOf('zh-CN').services
const { column, item } = words
const states = messagesOf('zh-CN').followups.state

/** Of the minutes a cell takes so much; the rest is read on the page of the activity. */
const processLengthMax = 2_000

const cut = (text: string): string =>
  text.length > processLengthMax ? `${text.slice(0, processLengthMax)}${words.cut}` : text

function rowOf({ activity, enterprise, people, staff, items, confirmation }: ServiceLine): Cell[] {
  const { kind, title, startsAt, endsAt, place, onlineUrl, agenda, minutes, insurer, hostAlliance, closedAt } = activity
  return [
    words.planOf.replace('{alliance}', hostAlliance.name).replace('{year}', formatStamp(startsAt).slice(0, 4)),
    item[serviceItemOf(kind)],
    title,
    formatRange('zh-CN', startsAt, endsAt),
    place || onlineUrl,
    insurer?.name ?? '',
    staff.join('、'),
    agenda.map(({ title: part }) => part).join('；'),
    cut(minutes),
    enterprise,
    people.join('、'),
    items.map(({ text, state }) => `${text}（${states[state]}）`).join('；'),
    closedAt ? formatStamp(closedAt) : '',
    confirmation ? `${confirmation.confirmedBy.name} ${formatStamp(confirmation.confirmedAt)}` : '',
    confirmation?.remark ?? '',
  ]
}

/** The ledger as AQ 9010 asks for it, a line for each enterprise of each service; what the columns mean on a second sheet. */
export const servicesWorkbook = (lines: ServiceLine[], year: number, at: Date): Promise<Uint8Array> =>
  writeWorkbook([
    {
      name: words.sheet,
      columns: [
        { header: column.plan, width: 26 },
        { header: column.item, width: 20 },
        { header: column.title, width: 36 },
        { header: column.time, width: 28 },
        { header: column.place, width: 28 },
        { header: column.insurer, width: 30 },
        { header: column.staff, width: 16 },
        { header: column.measures, width: 40 },
        { header: column.process, width: 60 },
        { header: column.enterprise, width: 34 },
        { header: column.people, width: 20 },
        { header: column.revisit, width: 40 },
        { header: column.byInsurer, width: 18 },
        { header: column.byEnterprise, width: 24 },
        { header: column.remark, width: 40 },
      ],
      rows: lines.map(rowOf),
    },
    {
      name: words.explanation,
      columns: [{ header: words.title, width: 120 }],
      rows: [[words.explained], [words.explainedSides], [`${year} 年，数据截至 ${formatStamp(at)}`]],
    },
  ])
