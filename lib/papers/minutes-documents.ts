import { createTranslator } from 'next-intl'
import { dayOf } from '@/lib/core/clock'
import { formatRange } from '@/lib/text/format'
import { messagesOf } from '@/lib/text/messages'
import { agendaLine } from './notice-documents'
import { heading, paper, signature, table, text, title, type Block } from './page-documents'
import type { Minutes, Present } from './queries'
import { numeral, writtenDay } from './rules'

const t = createTranslator({ locale: 'zh-CN', messages: messagesOf('zh-CN'), namespace: 'papers' })
const states = createTranslator({ locale: 'zh-CN', messages: messagesOf('zh-CN'), namespace: 'followups.state' })

/** The minutes as far as the portal knows them, to be finished in Word: what was planned, said, decided and given out. */
export function minutesPaper(minutes: Minutes, at: Date): Promise<Buffer> {
  const { activity, present } = minutes
  const host = t('alliance', { alliance: activity.hostAlliance.name })
  const name = t('minutes.title', { title: activity.title })
  const parts = partsOf(minutes).filter(({ blocks }) => blocks.length > 0)
  return paper(name, host, [
    title(name),
    ...facts(minutes, host),
    ...parts.flatMap(({ name: part, blocks }, index) => [heading(`${numeral(index)}、${part}`), ...blocks]),
    ...(present.length > 0 ? [heading(t('minutes.present')), presentTable(present)] : []),
    ...signature(host, writtenDay(dayOf(at))),
  ])
}

function facts({ activity, present }: Minutes, host: string): Block[] {
  const people = present.reduce((sum, one) => sum + one.people.length, 0)
  const firms = present.filter(({ enterprise }) => enterprise !== null).length
  const { startsAt, endsAt, place, onlineUrl, insurer } = activity
  const lines = [
    t('minutes.time', { time: formatRange('zh-CN', startsAt, endsAt) }),
    t('minutes.place', { place: place || onlineUrl || t('minutes.noPlace') }),
    t('minutes.host', { host }),
    insurer && t('minutes.insurer', { insurer: insurer.name }),
    t('minutes.attended', { firms: String(firms), people: String(people) }),
  ]
  return lines.flatMap((words) => (words ? [text(words)] : []))
}

function partsOf({ activity, decisions, items }: Minutes): { name: string; blocks: Block[] }[] {
  const agenda = activity.agenda.map((item) => text(agendaLine(item)))
  const said = activity.minutes.split(/\r?\n/).filter((words) => words.trim() !== '')
  return [
    { name: t('minutes.agenda'), blocks: agenda },
    { name: t('minutes.said'), blocks: said.map((words) => text(words)) },
    { name: t('minutes.decided'), blocks: decisions.map((one, index) => text(`（${numeral(index)}）${one.text}`)) },
    { name: t('minutes.items'), blocks: items.length > 0 ? [itemTable(items)] : [] },
  ]
}

const itemTable = (items: Minutes['items']) =>
  table(
    [
      { header: t('minutes.item'), share: 40 },
      { header: t('minutes.owner'), share: 30 },
      { header: t('minutes.due'), share: 18, isCentred: true },
      { header: t('minutes.state'), share: 12, isCentred: true },
    ],
    items.map(({ text: words, ownerEnterprise, ownerPerson, dueOn, state }) => [
      words,
      [ownerEnterprise?.name ?? t('minutes.organiser'), ownerPerson].filter(Boolean).join('\n'),
      writtenDay(dueOn),
      states(state),
    ]),
  )

const presentTable = (present: Present[]) =>
  table(
    [
      { header: t('number'), share: 10, isCentred: true },
      { header: t('enterprise'), share: 50 },
      { header: t('people'), share: 40 },
    ],
    present.map(({ enterprise, people }, index) => [
      String(index + 1),
      enterprise ?? t('noEnterprise'),
      people.join('、'),
    ]),
  )

export const minutesName = ({ activity }: Pick<Minutes, 'activity'>): string =>
  `${t('minutes.title', { title: activity.title })}.docx`
