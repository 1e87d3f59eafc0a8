import { createTranslator } from 'next-intl'
import type { Day } from '@/lib/core/clock'
import { writeWorkbook, type OutSheet } from '@/lib/core/spreadsheet'
import { formatStamp } from '@/lib/text/format'
import { messagesOf } from '@/lib/text/messages'
import type { Letter, Pile } from './letter-documents'

const messages = messagesOf('zh-CN')
const t = createTranslator({ locale: 'zh-CN', messages, namespace: 'activations.task' })
const words = messages.activations.letter

export type LeftOut = { name: string; problem: 'CHARACTER_NOT_PRINTABLE' | 'HAS_COME'; characters: string }

const padded = (number: number): string => String(number).padStart(4, '0')

export const lettersName = (today: Day): string => `${t('fileName')} ${today}.pdf`
export const archiveName = (today: Day): string => `${t('fileName')} ${today}.zip`
export const listName = (today: Day): string => `${t('listName')} ${today}.xlsx`
export const refusedName = (): string => `${t('notIssued')}.xlsx`
export const partName = (part: number, from: number, to: number): string =>
  `${t('part', { name: t('fileName'), part: String(part), from: padded(from), to: padded(to) })}.pdf`

const leftOutSheet = (left: LeftOut[]): OutSheet => ({
  name: t('notIssued'),
  columns: [
    { header: t('column.enterprise'), width: 50 },
    { header: t('column.reason'), width: 70 },
  ],
  rows: left.map(({ name, problem, characters }) => [name, t(`problem.${problem}`, { characters })]),
})

/** Whom no code was issued to, and why. */
export const refusedWorkbook = (left: LeftOut[]): Promise<Uint8Array> => writeWorkbook([leftOutSheet(left)])

/** A list of codes, one row for each enterprise, for whoever tells them by other ways than a letter. */
export function codesWorkbook(letters: Letter[], pile: Pile, left: LeftOut[], at: Date): Promise<Uint8Array> {
  const note = t('exported', { at: formatStamp(at), rows: String(letters.length), lastDay: pile.lastDay })
  return writeWorkbook([
    {
      name: t('sheet'),
      columns: [
        { header: t('column.enterprise'), width: 44 },
        { header: t('column.jurisdiction'), width: 16 },
        { header: words.creditCode, width: 24 },
        { header: words.code, width: 20 },
        { header: words.lastDay, width: 14 },
        { header: words.address, width: 40 },
      ],
      rows: letters.map(({ enterprise, jurisdiction, creditCode, code }) => [
        enterprise,
        jurisdiction,
        creditCode ?? words.creditCodeAsLicensed,
        code,
        pile.lastDay,
        pile.address,
      ]),
    },
    ...(left.length > 0 ? [leftOutSheet(left)] : []),
    { name: t('sheetNote'), columns: [{ header: t('sheetNote'), width: 100 }], rows: [[note]] },
  ])
}
