import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { Badge } from '@/components/ui/badge'
import type { Day } from '@/lib/core/clock'
import type { ActivityDisputes, DisputeRow, OwnDisputes } from '@/lib/disputes/queries'
import { formatDay, formatRange, formatStamp } from '@/lib/text/format'
import { AnswerDisputeForm, FileDisputeForm } from './dispute-forms'

const tones = { OPEN: 'warning', ACCEPTED: 'success', REJECTED: 'neutral' } as const

/** Who disputes what, and what was answered. */
async function DisputeFacts({ dispute }: { dispute: DisputeRow }) {
  const t = await getTranslations('disputes')
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-bold">{dispute.user.name}</span>
        <span>{dispute.enterprise.name}</span>
        <Badge tone={tones[dispute.state]}>{t(`state.${dispute.state}`)}</Badge>
      </p>
      <p>{dispute.reason}</p>
      <p className="text-muted">{t('filed', { by: dispute.filedBy.name, at: formatStamp(dispute.filedAt) })}</p>
      {dispute.answeredAt && (
        <p>
          {t('answered', {
            by: dispute.answeredBy?.name ?? '',
            at: formatStamp(dispute.answeredAt),
            answer: dispute.answer,
          })}
        </p>
      )}
    </>
  )
}

/** The disputes of an activity, for whoever answers or watches. */
export async function Disputes({ activity, disputes, canAnswer }: ActivityDisputes) {
  const [t, locale] = await Promise.all([getTranslations('disputes'), getLocale()])
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ href: `/portal/activities/${activity.id}`, label: activity.title }]}
        note={formatRange(locale, activity.startsAt, activity.endsAt)}
      />
      {disputes.length === 0 && <EmptyState kind="nothing" title={t('none')} text={t('noneText')} />}
      <Words of={['disputes']}>
        <ul className="flex flex-col gap-4">
          {disputes.map((dispute) => (
            <li key={dispute.id} className="flex flex-col gap-2 rounded-md border bg-surface p-4">
              <DisputeFacts dispute={dispute} />
              {canAnswer && dispute.state === 'OPEN' && <AnswerDisputeForm id={dispute.id} />}
            </li>
          ))}
        </ul>
      </Words>
    </>
  )
}

type OwnProps = OwnDisputes & { activityId: string; lastDay: Day; isDisputable: boolean }

/** What an enterprise has disputed of a closed activity, and a form while it still may. */
export async function OwnDisputesPanel({ activityId, disputes, people, lastDay, isDisputable }: OwnProps) {
  const [t, locale] = await Promise.all([getTranslations('disputes'), getLocale()])
  const mayFile = isDisputable && people.length > 0 && disputes.every(({ state }) => state !== 'OPEN')
  if (disputes.length === 0 && !mayFile) return null
  return (
    <Section title={t('own')}>
      <ul className="flex flex-col gap-3 empty:hidden">
        {disputes.map((dispute) => (
          <li key={dispute.id} className="flex flex-col gap-1 rounded-md border bg-surface p-4">
            <DisputeFacts dispute={dispute} />
          </li>
        ))}
      </ul>
      {mayFile && (
        <details className="rounded-md border bg-surface p-4">
          <summary className="min-h-8 text-primary pointer-coarse:min-h-(--target)">
            {t('filing.open', { day: formatDay(locale, lastDay) })}
          </summary>
          <Words of={['disputes']}>
            <FileDisputeForm activityId={activityId} people={people} />
          </Words>
        </details>
      )}
    </Section>
  )
}

/** What waits for a coordinator's answer, each with the way to it; nothing where there is none. */
export async function OpenDisputes({ disputes }: { disputes: DisputeRow[] }) {
  const t = await getTranslations('disputes')
  if (disputes.length === 0) return null
  return (
    <Section title={`${t('open')} ${disputes.length}`}>
      <ul className="divide-y rounded-md border bg-surface text-sm">
        {disputes.map((dispute) => (
          <li key={dispute.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2">
            <Link href={`/portal/activities/${dispute.activity.id}/disputes`} prefetch={false} className="link">
              {dispute.activity.title}
            </Link>
            <span>{dispute.enterprise.name}</span>
            <span>{dispute.user.name}</span>
            <span className="text-muted">{formatStamp(dispute.filedAt)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
