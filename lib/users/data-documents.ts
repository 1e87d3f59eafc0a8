import { createTranslator } from 'next-intl'
import { accessWords, subjectWords, verbWords } from '@/lib/access/rules'
import { writeWorkbook, type Cell } from '@/lib/core/spreadsheet'
import { formatStamp } from '@/lib/text/format'
import type { Locale } from '@/lib/text/locale'
import { messagesOf, type Messages } from '@/lib/text/messages'
import type { OwnData } from './data-queries'

type Column = keyof Messages['account']['data']['column']

type Part = { key: keyof OwnData; columns: Column[]; rows: Cell[][] }

const stamp = (at: Date | null): string => (at ? formatStamp(at) : '')

/** The parts of the file in the reader's language, each a sheet. */
function partsOf(locale: Locale, data: OwnData): Part[] {
  const { common, enterprises, registrations, attendance, notifications } = messagesOf(locale)
  const yes = (is: boolean) => (is ? common.yes : common.no)
  const { account } = data
  const trail = (rows: OwnData['done']) =>
    rows.map((row) => [
      stamp(row.at),
      row.person,
      row.hat,
      verbWords(locale, row.verb),
      `${subjectWords(locale, row.subjectType)} ${row.subject}`,
    ])
  const looks = (rows: OwnData['seen']) =>
    rows.map((row) => [stamp(row.at), row.person, row.hat, accessWords(locale, row.kind), row.enterprise])
  const trailColumns: Column[] = ['at', 'person', 'hat', 'what', 'subject']
  const lookColumns: Column[] = ['at', 'person', 'hat', 'what', 'enterprise']
  return [
    {
      key: 'account',
      columns: ['name', 'email', 'phone', 'createdAt', 'lastSeenAt', 'usesCodes'],
      rows: [
        [
          account.name,
          account.email,
          account.phone,
          stamp(account.createdAt),
          stamp(account.lastSeenAt),
          yes(account.usesCodes),
        ],
      ],
    },
    {
      key: 'appointments',
      columns: ['office', 'from', 'to'],
      rows: data.appointments.map(({ office, from, to }) => [office, from, to]),
    },
    {
      key: 'mandates',
      columns: ['enterprise', 'kind', 'from', 'to'],
      rows: data.mandates.map((row) => [row.enterprise, enterprises.mandateKind[row.kind], row.from, row.to]),
    },
    {
      key: 'sessions',
      columns: ['from', 'lastSeenAt', 'to', 'device'],
      rows: data.sessions.map((row) => [stamp(row.from), stamp(row.seenAt), stamp(row.to), row.device]),
    },
    {
      key: 'registrations',
      columns: ['activity', 'at', 'enterprise', 'state', 'reason'],
      rows: data.registrations.map((row) => [
        row.activity,
        stamp(row.startsAt),
        row.enterprise,
        registrations.state[row.state],
        row.reason,
      ]),
    },
    {
      key: 'attendances',
      columns: ['activity', 'at', 'enterprise', 'kind', 'to'],
      rows: data.attendances.map((row) => [
        row.activity,
        stamp(row.at),
        row.enterprise,
        attendance.method[row.method],
        stamp(row.undoneAt),
      ]),
    },
    {
      key: 'notifications',
      columns: ['at', 'kind', 'href', 'readAt'],
      rows: data.notifications.map((row) => [stamp(row.at), row.kind, row.href, stamp(row.readAt)]),
    },
    {
      key: 'notices',
      columns: ['kind', 'way'],
      rows: data.notices.map(({ group, way }) => [notifications.choices.group[group], notifications.choices.way[way]]),
    },
    { key: 'done', columns: trailColumns, rows: trail(data.done) },
    { key: 'about', columns: trailColumns, rows: trail(data.about) },
    { key: 'looked', columns: lookColumns, rows: looks(data.looked) },
    { key: 'seen', columns: lookColumns, rows: looks(data.seen) },
  ]
}

/** All that the portal holds about a person, for taking away. */
export function ownWorkbook(locale: Locale, data: OwnData): Promise<Uint8Array> {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'account.data' })
  return writeWorkbook(
    partsOf(locale, data).map(({ key, columns, rows }) => ({
      name: t(`section.${key}`),
      columns: columns.map((column) => ({ header: t(`column.${column}`), width: 24 })),
      rows,
    })),
  )
}
