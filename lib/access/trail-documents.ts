import { writeWorkbook } from '@/lib/core/spreadsheet'
import { formatInstant, formatNumber, formatStamp } from '@/lib/text/format'
import { messagesOf } from '@/lib/text/messages'
import { createTranslator } from 'next-intl'
import type { AuditRow } from './audit-trail'
import { changeWords, subjectWords, verbWords, type ChangeWords } from './rules'

const locale = 'zh-CN'

/** A cell holds 32,767 characters; one value need not take a tenth of them. */
const valueMax = 1_000
const cellMax = 32_000

const cut = (text: string, max: number): string => (text.length > max ? `${text.slice(0, max)}…` : text)

/** The trail as the page shows it, one entry a row, in Chinese headers; the second sheet says how much of it. */
export function auditWorkbook(rows: AuditRow[], total: number, at: Date): Promise<Uint8Array> {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'audit' })
  const said = { at: formatInstant(locale, at), rows: formatNumber(rows.length), total: formatNumber(total) }
  const changed = ({ field, before, after }: ChangeWords): string => {
    const now = cut(after || t('nothing'), valueMax)
    return before ? `${field}：${cut(before, valueMax)} → ${now}` : `${field}：${now}`
  }
  return writeWorkbook([
    {
      name: t('fileName'),
      columns: [
        { header: t('column.at'), width: 17 },
        { header: t('column.person'), width: 12 },
        { header: t('column.hat'), width: 30 },
        { header: t('column.what'), width: 24 },
        { header: t('column.subjectKind'), width: 12 },
        { header: t('column.subject'), width: 40 },
        { header: t('column.changes'), width: 80 },
      ],
      rows: rows.map((row) => [
        formatStamp(row.at),
        row.actorName || t('nobody'),
        row.actorHat,
        verbWords(locale, row.verb),
        subjectWords(locale, row.subjectType),
        row.subjectLabel,
        cut(changeWords(locale, row.verb, row.changes).map(changed).join('；'), cellMax),
      ]),
    },
    {
      name: t('sheetNote'),
      columns: [{ header: t('sheetNote'), width: 100 }],
      rows: [[rows.length < total ? t('exportedPart', said) : t('exported', said)]],
    },
  ])
}
