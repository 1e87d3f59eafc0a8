import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { PollResults } from '@/components/polls/poll-results'
import { requireActor } from '@/lib/access/session'
import { now } from '@/lib/core/now'
import { canAnswerPoll, canChooseDate } from '@/lib/polls/policy'
import { getPoll } from '@/lib/polls/queries'
import { isAnswerable } from '@/lib/polls/rules'
import { pageTitle } from '@/lib/text/page-title'
import { Answer } from './answer'
import { clashesOfPoll } from './clashes'
import { PollHead } from './head'
import { Settle } from './settle'

type Props = { params: Promise<{ poll: string }> }

export const generateMetadata = pageTitle('polls.title')

export default async function PollPage({ params }: Props) {
  const { poll: id } = await params
  const actor = await requireActor(`/portal/polls/${id}`)
  const poll = (await getPoll(actor, id)) ?? notFound()
  const isChooser = canChooseDate(actor, poll)
  const [t, clashes] = await Promise.all([
    getTranslations('polls.result'),
    isChooser && poll.state === 'OPEN' ? clashesOfPoll(actor, poll) : new Map(),
  ])

  return (
    <Words of={['polls']}>
      <PollHead poll={poll} today={actor.today} isChooser={isChooser} />
      {canAnswerPoll(actor, poll) && isAnswerable(poll, actor.today) && <Answer poll={poll} />}
      <Section title={t('title')}>
        <PollResults poll={poll} clashes={clashes} isChooser={isChooser} at={now()} />
      </Section>
      {isChooser && poll.state === 'OPEN' && <Settle pollId={poll.id} />}
    </Words>
  )
}
