import { createTranslator } from 'next-intl'
import { formatDay, formatInstant, formatRange } from '@/lib/text/format'
import type { Locale } from '@/lib/text/locale'
import { messagesOf } from '@/lib/text/messages'

/** What people are told. Words and the names of `params` are in lib/text/notifications. */
export const notificationKinds = [
  'PASSWORD_CHANGED',
  'CONTACT_CHANGED',
  'CODES_ON',
  'CODES_OFF',
  'CODES_RESET',
  'ACTIVITY_INVITED',
  'INVITATION_ENDED',
  'ANSWER_DUE',
  'ANSWER_URGED',
  'PLACE_GIVEN',
  'PLACE_OFFERED',
  'OFFER_LAPSED',
  'SLOT_BOOKED',
  'BOOKING_CANCELLED',
  'SLOT_WITHDRAWN',
  'HOST_ASKED',
  'HOST_AGREED',
  'HOST_DECLINED',
  'HOST_WITHDREW',
  'HOST_RELEASED',
  'HOST_MOVED',
  'GATE_LIST_READY',
  'GUIDANCE_REQUESTED',
  'GUIDANCE_APPROVED',
  'GUIDANCE_GIVEN',
  'GUIDANCE_REFUSED',
  'GUIDANCE_WITHDRAWN',
  'GUIDANCE_ARRANGED',
  'GUIDANCE_ADVISED',
  'ADVICE_RETURNED',
  'ADVICE_URGED',
  'ADVICE_OVERDUE',
  'INSPECTION_PAIRED',
  'INSPECTION_UNPAIRED',
  'FINDING_RECORDED',
  'FINDING_MAJOR',
  'FINDING_WITHDRAWN',
  'FINDING_ANSWERED',
  'FINDING_RETURNED',
  'FINDING_CLOSED',
  'FINDING_URGED',
  'FINDING_OVERDUE',
  'ACTIVITY_IN_A_WEEK',
  'ACTIVITY_IN_A_DAY',
  'ACTIVITY_BEGINS',
  'ACTIVITY_CHANGED',
  'ACTIVITY_CANCELLED',
  'ACTIVITY_REVIEWED',
  'ATTENDANCE_REVIEWED',
  'DISPUTE_FILED',
  'DISPUTE_ACCEPTED',
  'DISPUTE_REJECTED',
  'COVERAGE_ENDS',
  'CLAIM_TRIED',
  'PROPOSAL_DECIDED',
  'ANNOUNCEMENT_PUBLISHED',
  'LICENCE_EXPIRING',
  'LICENCES_EXPIRING',
  'ENTERPRISE_MOVED',
  'ENTERPRISE_CLOSED',
  'PRACTICE_APPROVED',
  'PRACTICE_RETURNED',
  'PRACTICE_WITHDRAWN',
  'PRACTICE_TAKEN_DOWN',
  'ACTION_ITEM_GIVEN',
  'ACTION_ITEM_RETURNED',
  'CERTIFICATES_ISSUED',
  'CERTIFICATE_REVOKED',
  'CERTIFICATE_ENDS',
  'CERTIFICATES_END',
  'DATE_POLL_OPENED',
  'DATE_POLL_CLOSES',
  'DATE_POLL_SETTLED',
  'DATE_POLL_CANCELLED',
  'QUIZ_OPENED',
  'SELF_CHECK_SENT',
  'SELF_CHECK_URGED',
  'PROBLEM_SENT',
  'PROBLEM_URGED',
  'PROBLEM_RETURNED',
  'PROBLEM_WITHDRAWN',
  'PROBLEMS_OVERDUE',
] as const

export type NotificationKind = (typeof notificationKinds)[number]

/**
 * Plain text, an instant as ISO text under a name that ends in `At`, or a day (`day`, `from`); the reader's language writes
 * both.
 */
export type NotificationParams = Record<string, string>

export const isNotificationKind = (kind: string): kind is NotificationKind =>
  notificationKinds.some((known) => known === kind)

/** The params of a stored row: what is no text was never told. */
export const toldParams = (params: unknown): NotificationParams =>
  typeof params === 'object' && params !== null
    ? Object.fromEntries(
        Object.entries(params).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    : {}

const isoDay = /^\d{4}-\d{2}-\d{2}$/

function writtenParam(locale: Locale, name: string, value: string): string {
  if (name.endsWith('At') && value) return formatInstant(locale, value)
  // The same names hold a number of days and the name of an enterprise elsewhere.
  return (name === 'day' || name === 'from') && isoDay.test(value) ? formatDay(locale, value) : value
}

function written(locale: Locale, params: NotificationParams): Record<string, string> {
  const { startsAt, endsAt } = params
  const values = Object.entries(params).map(([name, value]) => [name, writtenParam(locale, name, value)])
  return { ...Object.fromEntries(values), when: startsAt && endsAt ? formatRange(locale, startsAt, endsAt) : '' }
}

/** The heading and the sentence of a notification, in the portal and in mail alike. */
export function wordsOf(
  locale: Locale,
  kind: NotificationKind,
  params: NotificationParams,
): { title: string; text: string } {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'notifications' })
  const values = written(locale, {
    title: '',
    place: '',
    from: '',
    reason: '',
    enterprise: '',
    accepted: '',
    refused: '',
    number: '',
    day: '',
    days: '',
    count: '',
    item: '',
    untilAt: '',
    ...params,
  })
  return { title: t(`kind.${kind}.title`, values), text: t(`kind.${kind}.text`, values) }
}

/** What a calendar is asked to do by the file of a mail: enter or move, or take out. */
export type CalendarMethod = 'REQUEST' | 'CANCEL'

type MailAbout = { address: string; lead?: 'readOn' | 'answer'; calendar?: CalendarMethod | null }

/** A mail of a notification: its words, where to read on or to answer, and what the calendar file that goes along is for. */
export function mailOf(
  locale: Locale,
  kind: NotificationKind,
  params: NotificationParams,
  { address, lead = 'readOn', calendar = null }: MailAbout,
): { subject: string; body: string } {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'mails' })
  const { title, text } = wordsOf(locale, kind, params)
  const ways = `${t(lead)}\n${address}`
  const parts = [text, ways, ...(calendar ? [t(`calendar.${calendar}`)] : []), t('footer')]
  return { subject: title, body: `${parts.join('\n\n')}\n` }
}

export type DigestItem = { kind: NotificationKind; params: NotificationParams; address: string }

/** A mail that tells of so many at most; the rest is in the portal. */
const digestItemsMax = 50

/** One mail with all that a person was told since the last one. */
export function digestOf(
  locale: Locale,
  items: DigestItem[],
  addresses: { list: string; choices: string },
): { subject: string; body: string } {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'mails.digest' })
  const lines = items.slice(0, digestItemsMax).map(({ kind, params, address }, index) => {
    const { title, text } = wordsOf(locale, kind, params)
    return `${index + 1}. ${title}\n${text}\n${address}`
  })
  const more = items.length - lines.length
  const end = [
    ...(more > 0 ? [t('more', { count: more })] : []),
    `${t('all')}\n${addresses.list}`,
    `${t('choices')}\n${addresses.choices}`,
  ]
  return { subject: t('subject', { count: items.length }), body: `${[t('lead'), ...lines, ...end].join('\n\n')}\n` }
}
