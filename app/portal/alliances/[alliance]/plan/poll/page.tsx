import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { OpenPollForm } from '@/components/polls/poll-forms'
import { requireActor } from '@/lib/access/session'
import { canOpenPoll } from '@/lib/polls/policy'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance } from '../../../year'

type Props = { params: Promise<{ alliance: string }> }

export const generateMetadata = pageTitle('polls.open.title')

export default async function OpenPollPage({ params }: Props) {
  const { alliance: slug } = await params
  const plan = `/portal/alliances/${slug}/plan`
  const actor = await requireActor(`${plan}/poll`)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  if (!canOpenPoll(actor, alliance)) notFound()
  const t = await getTranslations('polls.open')

  return (
    <Section title={t('title')}>
      <p className="text-sm text-muted">{t('note')}</p>
      <Words of={['polls', 'activities']}>
        <OpenPollForm allianceId={alliance.id} backHref={plan} />
      </Words>
    </Section>
  )
}
