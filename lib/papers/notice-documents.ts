import { createTranslator } from 'next-intl'
import type { ActivityDetail } from '@/lib/activities/queries'
import { dayOf } from '@/lib/core/clock'
import { publicUrl } from '@/lib/core/env'
import { formatInstant, formatRange, formatTime } from '@/lib/text/format'
import { messagesOf } from '@/lib/text/messages'
import { heading, paper, salutation, signature, text, title, type Block } from './page-documents'
import { numeral, writtenDay } from './rules'

/** Papers are of this city, whatever language whoever takes them reads. */
const t = createTranslator({ locale: 'zh-CN', messages: messagesOf('zh-CN'), namespace: 'papers' })

type Part = { heading: string; lines: string[] }

const full = (alliance: string): string => t('alliance', { alliance })

/** Notice of an activity as offices send it: why, when, where, who, what, and how to register. */
export function noticePaper(activity: ActivityDetail, at: Date): Promise<Buffer> {
  const host = full(activity.hostAlliance.name)
  const name = t('notice.title', { verb: t(`notice.verb.${activity.kind}`), title: activity.title })
  const parts = partsOf(activity).filter(({ lines }) => lines.length > 0)
  const opening = t('notice.opening', {
    alliance: host,
    day: writtenDay(dayOf(activity.startsAt)),
    verb: t(`notice.verb.${activity.kind}`),
    title: activity.title,
  })
  return paper(name, host, [
    title(name),
    salutation(t('notice.to')),
    text(opening),
    ...parts.flatMap((part, index): Block[] => [
      heading(`${numeral(index)}、${part.heading}`),
      ...part.lines.map((words) => text(words)),
    ]),
    ...signature(host, writtenDay(dayOf(activity.publishedAt ?? at))),
  ])
}

function partsOf(activity: ActivityDetail): Part[] {
  const { startsAt, endsAt, place, onlineUrl, description, alliances, agenda, insurer } = activity
  const audience = alliances.map(({ alliance }) => full(alliance.name)).join('、')
  return [
    { heading: t('notice.time'), lines: [`${formatRange('zh-CN', startsAt, endsAt)}。`] },
    {
      heading: t('notice.place'),
      lines: [place, onlineUrl && t('notice.online', { url: onlineUrl })].filter((words) => !!words),
    },
    { heading: t('notice.audience'), lines: [t('notice.members', { audience })] },
    {
      heading: t('notice.agenda'),
      lines: agenda.map(agendaLine),
    },
    { heading: t('notice.remarks'), lines: description.split(/\r?\n/).filter((words) => words.trim() !== '') },
    { heading: t('notice.answer'), lines: answering(activity) },
    { heading: t('notice.contact'), lines: insurer ? [t('notice.insurer', { insurer: insurer.name })] : [] },
  ]
}

/** 09:00　通报近期事故（市应急管理局） */
export const agendaLine = ({ startsAt, title: item, speaker }: ActivityDetail['agenda'][number]): string =>
  [startsAt && formatTime(startsAt), speaker ? `${item}（${speaker}）` : item].filter((part) => !!part).join('　')

function answering({ id, capacity, registrationClosesAt }: ActivityDetail): string[] {
  const closes = registrationClosesAt ? formatInstant('zh-CN', registrationClosesAt) : ''
  return [
    closes ? t('notice.register', { closes }) : t('notice.registerAnyTime'),
    `${publicUrl}/portal/activities/${id}`,
    capacity ? t('notice.capacity', { count: String(capacity) }) : '',
  ].filter((words) => words !== '')
}

export const noticeName = ({ title: name }: Pick<ActivityDetail, 'title'>): string =>
  `${t('notice.fileName', { title: name })}.docx`
