import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { AnswerPollForm } from '@/components/polls/poll-forms'
import type { PollDetail } from '@/lib/polls/queries'
import { formatDayOfYear, formatRange } from '@/lib/text/format'

/** One's own answer, first on the page: who opens it on a phone came for this. */
export async function Answer({ poll }: { poll: PollDetail }) {
  const [t, locale] = await Promise.all([getTranslations('polls.answer'), getLocale()])
  const dates = poll.dates.map(({ id, startsAt, endsAt, own }) => ({
    id,
    own,
    label: formatRange(locale, startsAt, endsAt),
  }))
  return (
    <Section title={t('title')}>
      <div className="rounded-md border bg-surface p-4">
        <AnswerPollForm
          pollId={poll.id}
          dates={dates}
          hint={t('hint', { day: formatDayOfYear(locale, poll.closesOn) })}
        />
      </div>
    </Section>
  )
}
