import { getLocale, getTranslations } from 'next-intl/server'
import { ClashLines } from '@/components/plans/clash-lines'
import { Badge } from '@/components/ui/badge'
import type { Clash } from '@/lib/plans/rules'
import type { PollDate, PollDetail } from '@/lib/polls/queries'
import { bestDates, countOf, dateAnswers } from '@/lib/polls/rules'
import { formatNumber, formatRange } from '@/lib/text/format'
import { toLocale } from '@/lib/text/locale'
import { ChooseDateButton } from './poll-forms'

type Props = { poll: PollDetail; clashes: Map<string, Clash[]>; isChooser: boolean; at: Date }

/** The proposed dates beside each other: whom each suits, in people and in enterprises, and what stands in its way. */
export async function PollResults({ poll, clashes, isChooser, at }: Props) {
  const t = await getTranslations('polls.result')
  const { asked, answered, dates } = poll
  const best = bestDates(dates)
  return (
    <>
      <p className="text-sm text-muted">
        {t('answered', {
          firms: formatNumber(answered.enterprises),
          allFirms: formatNumber(asked.enterprises),
          people: formatNumber(answered.people),
          allPeople: formatNumber(asked.people),
        })}
      </p>
      <ol className="grid gap-3 lg:grid-cols-2">
        {dates.map((date) => (
          <li key={date.id} className="flex flex-col gap-2 rounded-md border bg-surface p-4">
            <DateHead poll={poll} date={date} isBest={best.includes(date.id)} at={at} />
            <Counts date={date} />
            <ClashLines clashes={clashes.get(date.id) ?? []} />
            {isChooser && poll.state === 'OPEN' && date.startsAt > at && <Choose poll={poll} date={date} />}
          </li>
        ))}
      </ol>
    </>
  )
}

type OfDate = { poll: PollDetail; date: PollDate }

async function DateHead({ poll, date, isBest, at }: OfDate & { isBest: boolean; at: Date }) {
  const [t, answers, locale] = await Promise.all([
    getTranslations('polls.result'),
    getTranslations('polls.answerName'),
    getLocale(),
  ])
  const isChosen = poll.chosenDateId === date.id
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-bold">
      {formatRange(toLocale(locale), date.startsAt, date.endsAt)}
      {isChosen && <Badge tone="success">{t('chosen')}</Badge>}
      {isBest && !isChosen && <Badge tone="primary">{t('best')}</Badge>}
      {date.startsAt <= at && <Badge>{t('past')}</Badge>}
      {date.own && <span className="text-sm font-normal text-muted">{t('own', { answer: answers(date.own) })}</span>}
    </p>
  )
}

async function Counts({ date }: { date: PollDate }) {
  const t = await getTranslations('polls')
  return (
    <dl className="grid grid-cols-3 gap-2 text-sm">
      {dateAnswers.map((answer) => {
        const { people, enterprises } = countOf(date.counts, answer)
        return (
          <div key={answer}>
            <dt className="text-muted">{t(`answerName.${answer}`)}</dt>
            <dd className="tabular-nums">
              {t('result.count', { people: formatNumber(people), firms: formatNumber(enterprises) })}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

async function Choose({ poll, date }: OfDate) {
  const locale = toLocale(await getLocale())
  return (
    <div>
      <ChooseDateButton pollId={poll.id} dateId={date.id} when={formatRange(locale, date.startsAt, date.endsAt)} />
    </div>
  )
}
