import { writeWorkbook, type OutColumn } from '@/lib/core/spreadsheet'
import { messagesOf } from '@/lib/text/messages'
import { formatStamp } from '@/lib/text/format'
import type { EnterpriseLine } from './queries'
import { share } from './rules'

const words = messagesOf('zh-CN').reports

const number = (header: string): OutColumn => ({ header, width: 12, kind: 'number' })

/** The report by enterprise as the page shows it, in Chinese headers, with the formula on a second sheet. */
export function participationWorkbook(lines: EnterpriseLine[], period: string, at: Date): Promise<Uint8Array> {
  const { column } = words
  return writeWorkbook([
    {
      name: `${words.fileName} ${period}`,
      columns: [
        { header: column.enterprise, width: 40 },
        { header: column.jurisdiction, width: 14 },
        number(column.offered),
        number(column.registered),
        number(column.onLeave),
        number(column.present),
        number(column.byMandate),
        number(column.principal),
        { header: column.rate, width: 10, kind: 'share' },
        { header: column.trained, width: 10 },
      ],
      rows: lines.map((line) => [
        line.name,
        line.jurisdiction,
        line.offered,
        line.registered,
        line.onLeave,
        line.present,
        line.byMandate,
        line.principal,
        share(line.byMandate, line.offered),
        line.trained ? '是' : '否',
      ]),
    },
    {
      name: words.sheetNote,
      columns: [{ header: words.formulaTitle, width: 120 }],
      rows: [[words.formula], [`${period}，数据截至 ${formatStamp(at)}`]],
    },
  ])
}
