import { CalendarDays, MapPin } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { type ReactNode } from 'react'
import { OwnSelfChecks } from '@/components/cases/reply-view'
import { OpenItems } from '@/components/followups/open-items'
import { OwnAdvice } from '@/components/guidances/own-advice'
import { HostingAsked } from '@/components/hosts/hosting-asked'
import { PollLines } from '@/components/polls/poll-lines'
import { OwnTodos } from '@/components/problems/own-todos'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader, Section } from '@/components/layout/page-header'
import { StatTile } from '@/components/list/stat-tile'
import { allianceBadgeClass } from '@/components/ui/alliance-badge'
import { badgeClass } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import type { OwnCheck } from '@/lib/cases/check-queries'
import type { Day } from '@/lib/core/clock'
import type { OpenItems as OpenItemsOf } from '@/lib/followups/queries'
import type { OwnAdvice as OwnAdviceRow } from '@/lib/guidances/queries'
import type { VisitHostRow } from '@/lib/hosts/queries'
import type { PollLine } from '@/lib/polls/queries'
import type { TodoRow } from '@/lib/problems/todo-queries'
import type { NextActivity } from '@/lib/reports/home-queries'
import type { OwnLine } from '@/lib/reports/queries'
import { formatInstant, formatInstantOfYear, formatNumber, formatShare } from '@/lib/text/format'

/** Where an enterprise begins, phone first: the next activity, what follows, the own record. */
export async function EnterpriseHome({
  enterprise,
  ownHref,
  coming,
  record,
  open,
  todos,
  advice,
  today,
  checks,
  polls,
  hosting,
  inspections,
}: {
  enterprise: string
  /** The page of what the registry says of it. */
  ownHref: string
  coming: NextActivity[]
  record: OwnLine[]
  /** What it has still to do after meetings. */
  open: OpenItemsOf
  /** What it owes on common problems. */
  todos: { rows: TodoRow[]; total: number }
  /** What it owes on the advice of experts. */
  advice: { rows: OwnAdviceRow[]; total: number }
  today: Day
  /** Self-checks that it has still to answer. */
  checks: OwnCheck[]
  /** Dates that it has not said anything about. */
  polls: PollLine[]
  /** Site visits that it is asked to receive. */
  hosting: VisitHostRow[]
  /** What mutual inspections have left to do. */
  inspections: ReactNode
}) {
  const t = await getTranslations('reports')
  const [next, ...later] = coming

  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={enterprise} actions={<ButtonLink href={ownHref}>{t('home.ownEntry')}</ButtonLink>} />
      <Section title={t('home.next')}>
        {next ? <NextCard activity={next} /> : <EmptyState kind="nothing" title={t('home.nothingNext')} />}
      </Section>
      <HostingAsked hosts={hosting} />
      {inspections}
      <PollLines polls={polls} heading="own" />
      <OwnTodos {...todos} />
      <OwnAdvice {...advice} today={today} />
      <OwnSelfChecks checks={checks} />
      <OpenItems open={open} heading="own" />
      {later.length > 0 ? (
        <Section title={t('home.later')}>
          <LaterList activities={later} />
        </Section>
      ) : null}
      {record.length > 0 ? (
        <Section title={t('ownTitle')}>
          <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
            {record.map((line) => (
              <StatTile
                key={line.slug}
                label={`${line.alliance} · ${t('column.rate')}`}
                value={line.offered > 0 ? formatShare(line.byMandate, line.offered) : '—'}
                note={`${formatNumber(line.byMandate)}/${formatNumber(line.offered)}`}
                href="/portal/reports"
              />
            ))}
          </div>
        </Section>
      ) : null}
    </div>
  )
}

async function NextCard({ activity }: { activity: NextActivity }) {
  const [t, kinds, locale] = await Promise.all([
    getTranslations('reports.home'),
    getTranslations('activities.kind'),
    getLocale(),
  ])
  const isRegistered = activity.registrations.length > 0

  return (
    <article className="flex flex-col gap-3 rounded-lg border border-l-4 border-l-primary bg-surface p-4">
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <span className={allianceBadgeClass(activity.hostAlliance.sortOrder)}>{activity.hostAlliance.shortName}</span>
        <span className={badgeClass()}>{kinds(activity.kind)}</span>
        <Standing activity={activity} />
      </p>
      <h3 className="text-lg">
        <Link href={`/portal/activities/${activity.id}`} prefetch={false} className="link">
          {activity.title}
        </Link>
      </h3>
      <p className="flex items-start gap-2">
        <CalendarDays aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
        <time dateTime={activity.startsAt.toISOString()}>{formatInstant(locale, activity.startsAt)}</time>
      </p>
      {activity.place ? (
        <p className="flex items-start gap-2">
          <MapPin aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
          {activity.place}
        </p>
      ) : null}
      <p className="flex flex-wrap gap-2 pt-1">
        <ButtonLink href={`/portal/activities/${activity.id}`} variant="primary">
          {isRegistered ? t('see') : t('register')}
        </ButtonLink>
        <ButtonLink href="/portal/check-in">{t('checkIn')}</ButtonLink>
      </p>
    </article>
  )
}

/** How the own enterprise stands with an activity. */
async function Standing({ activity }: { activity: NextActivity }) {
  const t = await getTranslations('reports.home')
  const count = (state: string) => activity.registrations.filter((registration) => registration.state === state).length
  if (activity.registrations.some(({ offeredUntil }) => offeredUntil))
    return <span className={badgeClass('warning')}>{t('offered')}</span>
  if (count('PLACED') > 0)
    return <span className={badgeClass('success')}>{t('placed', { count: String(count('PLACED')) })}</span>
  if (count('WAITING') > 0)
    return <span className={badgeClass('warning')}>{t('waiting', { count: String(count('WAITING')) })}</span>
  if (count('ON_LEAVE') > 0) return <span className={badgeClass()}>{t('onLeave')}</span>
  return <span className={badgeClass()}>{t('notRegistered')}</span>
}

async function LaterList({ activities }: { activities: NextActivity[] }) {
  const locale = await getLocale()
  return (
    <ul className="divide-y rounded-md border bg-surface">
      {activities.map((activity) => (
        <li key={activity.id} className="flex flex-col gap-1 px-4 py-3">
          <span className="flex flex-wrap items-center gap-2 text-sm text-muted">
            <time dateTime={activity.startsAt.toISOString()}>{formatInstantOfYear(locale, activity.startsAt)}</time>
            <Standing activity={activity} />
          </span>
          <Link href={`/portal/activities/${activity.id}`} prefetch={false} className="link">
            {activity.title}
          </Link>
        </li>
      ))}
    </ul>
  )
}
