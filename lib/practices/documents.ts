import { dayOf } from '@/lib/core/clock'
import { writeWorkbook } from '@/lib/core/spreadsheet'
import { practices } from '@/lib/text/zh-CN/practices'
import type { PracticeRow } from './list-queries'

/** The library as a workbook: what the list says, in its words. */
export const practicesWorkbook = (rows: PracticeRow[]): Promise<Uint8Array> =>
  writeWorkbook([
    {
      name: practices.list.title,
      columns: [
        { header: practices.field.title, width: 44 },
        { header: practices.field.owner, width: 36 },
        { header: practices.field.alliance, width: 16 },
        { header: practices.field.subjects, width: 44 },
        { header: practices.field.area, width: 24 },
        { header: practices.field.shareClass, width: 14 },
        { header: practices.field.adopted, width: 12, kind: 'number' },
        { header: practices.field.publishedAt, width: 14, kind: 'day' },
      ],
      rows: rows.map((row) => [
        row.title,
        row.enterprise.name,
        row.alliance.name,
        row.subjects.map((subject) => practices.subject[subject]).join('；'),
        row.area ? practices.area[row.area] : '',
        practices.shareClass[row.shareClass],
        row.adoptedCount,
        row.publishedAt ? dayOf(row.publishedAt) : '',
      ]),
    },
  ])
