import { writeWorkbook } from '@/lib/core/spreadsheet'
import { formatStamp } from '@/lib/text/format'
import { messagesOf } from '@/lib/text/messages'
import type { ReaderRow } from './reader-queries'

const words = messagesOf('zh-CN').announcements.readers

/** Which firms have noted an announcement, as the page lists them. */
export function readersWorkbook(title: string, rows: ReaderRow[], at: Date): Promise<Uint8Array> {
  const read = rows.filter((row) => row.at).length
  return writeWorkbook([
    {
      name: words.sheet,
      columns: [
        { header: words.enterprise, width: 44 },
        { header: words.jurisdiction, width: 14 },
        { header: words.state, width: 10 },
        { header: words.at, width: 20 },
        { header: words.by, width: 14 },
      ],
      rows: rows.map((row) => [
        row.name,
        row.jurisdiction,
        row.at ? words.isRead : words.isUnread,
        row.at ? formatStamp(row.at) : '',
        row.by ?? '',
      ]),
    },
    {
      name: words.sheetNote,
      columns: [{ header: words.about, width: 100 }],
      rows: [[title], [`${read}/${rows.length}`], [formatStamp(at)]],
    },
  ])
}
