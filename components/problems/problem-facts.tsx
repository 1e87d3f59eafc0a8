import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { DescriptionList } from '@/components/list/description-list'
import { dayOf } from '@/lib/core/clock'
import type { ProblemRow } from '@/lib/problems/queries'
import { formatDay } from '@/lib/text/format'

const Written = ({ text }: { text: string }) => <span className="wrap-anywhere whitespace-pre-line">{text}</span>

/** What was found, and what is recommended. `activityHref`: where the source is read, for whoever sees it. */
export async function ProblemFacts({ problem, isSourceSeen }: { problem: ProblemRow; isSourceSeen: boolean }) {
  const [t, locale] = await Promise.all([getTranslations('problems.detail'), getLocale()])
  const { activity, sentAt, withdrawnAt, withdrawnBy, withdrawReason: reason } = problem
  const withdrawn =
    withdrawnAt &&
    t('withdrawnBy', { name: withdrawnBy?.name ?? '', day: formatDay(locale, dayOf(withdrawnAt)), reason })
  const source = activity && isSourceSeen && (
    <Link href={`/portal/activities/${activity.id}`} prefetch={false} className="link">
      {activity.title}
    </Link>
  )
  return (
    <DescriptionList
      entries={[
        ...(withdrawn ? [{ label: t('withdrawn'), value: <Written text={withdrawn} />, isWide: true }] : []),
        { label: t('finding'), value: <Written text={problem.finding} />, isWide: true },
        { label: t('recommendation'), value: <Written text={problem.recommendation} />, isWide: true },
        { label: t('dueOn'), value: formatDay(locale, problem.dueOn) },
        ...(sentAt ? [{ label: t('sentOn'), value: formatDay(locale, dayOf(sentAt)) }] : []),
        ...(source ? [{ label: t('source'), value: source, isWide: true }] : []),
      ]}
    />
  )
}
