import { createTranslator } from 'next-intl'
import type { ListedActivity } from '@/lib/attendance/list-queries'
import type { AttendanceLine } from '@/lib/attendance/list-rules'
import { formatRange } from '@/lib/text/format'
import { messagesOf } from '@/lib/text/messages'
import { centred, paper, table, title } from './page-documents'

const t = createTranslator({ locale: 'zh-CN', messages: messagesOf('zh-CN'), namespace: 'papers' })
const mandates = createTranslator({ locale: 'zh-CN', messages: messagesOf('zh-CN'), namespace: 'attendance.mandate' })

/** Room for whoever comes without having registered. */
const blankLines = 10

/** The sheet at the door: who is expected, with room to sign. */
export function signInPaper(activity: ListedActivity, lines: AttendanceLine[]): Promise<Buffer> {
  const name = t('signIn.title', { title: activity.title })
  const host = t('alliance', { alliance: activity.hostAlliance.name })
  const rows = lines.map(({ enterprise, person, mandateKind }) => [
    enterprise ?? t('noEnterprise'),
    person ?? '',
    mandates(mandateKind ?? 'NONE'),
  ])
  const blank = Array.from({ length: blankLines }, () => ['', '', ''])
  const where = [formatRange('zh-CN', activity.startsAt, activity.endsAt), activity.place].filter(Boolean).join('　')
  return paper(name, host, [
    title(name),
    centred(where),
    table(
      [
        { header: t('number'), share: 9, isCentred: true },
        { header: t('enterprise'), share: 37 },
        { header: t('signIn.person'), share: 14, isCentred: true },
        { header: t('signIn.mandate'), share: 18, isCentred: true },
        { header: t('signIn.signature'), share: 22 },
      ],
      [...rows, ...blank].map((cells, index) => [String(index + 1), ...cells]),
      { rowHeight: 9 },
    ),
  ])
}

export const signInName = ({ title: name }: Pick<ListedActivity, 'title'>): string =>
  `${t('signIn.title', { title: name })}.docx`
