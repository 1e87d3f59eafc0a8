import { getLocale, getTranslations } from 'next-intl/server'
import { Banner } from '@/components/layout/banner'
import { ClauseChip } from '@/components/layout/clause-chip'
import { DescriptionList } from '@/components/list/description-list'
import { daysBetween } from '@/lib/alliances/rules'
import { formatDay } from '@/lib/text/format'
import type { TopicRow } from '@/lib/topics/queries'
import { staleAfterDays } from '@/lib/topics/rules'
import { LateBadge, TopicStateBadge } from './topic-marks'

/** How a topic stands, and a warning where nothing was heard of it for long. */
export async function TopicDetail({ topic, today }: { topic: TopicRow; today: string }) {
  const [t, sources, locale] = await Promise.all([
    getTranslations('topics.detail'),
    getTranslations('topics.source'),
    getLocale(),
  ])
  const days = daysBetween(topic.updatedOn, today)
  return (
    <div className="flex flex-col gap-3">
      {topic.isStale && <Banner tone="warning">{t('stale', { days, limit: staleAfterDays })}</Banner>}
      {topic.year.state === 'CLOSED' && <Banner>{t('closed')}</Banner>}
      <DescriptionList
        entries={[
          {
            label: t('state'),
            value: (
              <span className="flex flex-wrap gap-2">
                <TopicStateBadge state={topic.state} />
                <LateBadge topic={topic} />
              </span>
            ),
          },
          { label: t('owner'), value: topic.owner?.name ?? t('noOwner') },
          {
            label: t('source'),
            value: (
              <span className="flex flex-wrap items-center gap-2">
                {sources(topic.source)}
                <ClauseChip clause={topic.source === 'ANNEX' ? 'annex' : '3-2'} />
              </span>
            ),
          },
          { label: t('updated'), value: formatDay(locale, topic.updatedOn) },
          {
            label: t('latest'),
            value: <p className="whitespace-pre-line">{topic.progressNote || t('noReport')}</p>,
            isWide: true,
          },
        ]}
      />
    </div>
  )
}
