import { getLocale, getTranslations } from 'next-intl/server'
import { Banner } from '@/components/layout/banner'
import { Section } from '@/components/layout/page-header'
import { DescriptionList } from '@/components/list/description-list'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import { AudienceLink } from '@/components/visibility/audience-link'
import type { ActivityDetail } from '@/lib/activities/queries'
import { formatInstant, formatRange, formatTime } from '@/lib/text/format'

/** What, when, where, for whom. */
export async function ActivityFacts({ activity }: { activity: ActivityDetail }) {
  const [t, field, rule, locale] = await Promise.all([
    getTranslations('activities'),
    getTranslations('activities.field'),
    getTranslations('attendance.rule'),
    getLocale(),
  ])
  const instant = (at: Date | null) => at && formatInstant(locale, at)
  const entries = [
    { label: field('time'), value: formatRange(locale, activity.startsAt, activity.endsAt) },
    { label: field('mode'), value: t(`mode.${activity.mode}`) },
    { label: field('place'), value: activity.place },
    ...(activity.onlineUrl
      ? [
          {
            label: field('onlineUrl'),
            value: (
              <a href={activity.onlineUrl} rel="noreferrer" target="_blank" className="link break-all">
                {activity.onlineUrl}
              </a>
            ),
          },
        ]
      : []),
    { label: field('capacity'), value: limitsText(activity, t) },
    {
      label: field('alliances'),
      value: (
        <span className="flex flex-wrap gap-1">
          {activity.alliances.map(({ alliance }) => (
            <AllianceBadge key={alliance.id} alliance={alliance} />
          ))}
        </span>
      ),
    },
    ...(activity.registrationOpensAt
      ? [{ label: field('registrationOpensAt'), value: instant(activity.registrationOpensAt) }]
      : []),
    ...(activity.registrationClosesAt
      ? [{ label: field('registrationClosesAt'), value: instant(activity.registrationClosesAt) }]
      : []),
    ...(activity.checksOut
      ? [{ label: rule('label'), value: rule('told', { share: activity.presenceShareMin }) }]
      : []),
    { label: field('insurer'), value: activity.insurer?.name },
    ...(activity.description
      ? [
          {
            label: field('description'),
            value: <p className="whitespace-pre-line">{activity.description}</p>,
            isWide: true,
          },
        ]
      : []),
  ]
  return (
    <Section title={t('detail.facts')} actions={<AudienceLink kind="activity" id={activity.id} />}>
      {activity.state === 'CANCELLED' && (
        <Banner tone="danger">{`${field('cancelReason')}：${activity.cancelReason}`}</Banner>
      )}
      <DescriptionList entries={entries} />
    </Section>
  )
}

type Words = Awaited<ReturnType<typeof getTranslations<'activities'>>>

/** Places taken and in all, and what else limits them. */
function limitsText(activity: ActivityDetail, t: Words): string {
  const { placesTaken, capacity, perEnterprise, offerHours, alliances } = activity
  const ofAlliances = alliances.flatMap(({ alliance, placesTaken: taken, capacity: most }) =>
    most === null ? [] : [t('limits.ofAlliance', { alliance: alliance.shortName, taken, capacity: most })],
  )
  const parts = [
    `${placesTaken}/${capacity ?? t('field.unlimited')}`,
    ...ofAlliances,
    ...(perEnterprise === null ? [] : [t('limits.ofEnterprise', { count: perEnterprise })]),
    ...(offerHours === null ? [] : [t('limits.offered', { hours: offerHours })]),
  ]
  return parts.join(' · ')
}

type CourseProps = { activity: ActivityDetail; hasMinutesFile: boolean; minutesHref?: string }

/** The agenda as lines, and what was said as it was written. */
export async function ActivityCourse({ activity, hasMinutesFile, minutesHref }: CourseProps) {
  const t = await getTranslations('activities')
  const write = minutesHref && (
    <a href={minutesHref} className="link text-sm">
      {t('detail.writeMinutes')}
    </a>
  )
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Section title={t('field.agenda')}>
        {activity.agenda.length === 0 ? (
          <p className="text-sm text-muted">{t('detail.noAgenda')}</p>
        ) : (
          <ol className="divide-y rounded-md border bg-surface text-sm">
            {activity.agenda.map((item, index) => (
              <li key={index} className="flex flex-wrap gap-x-4 px-4 py-2">
                <span className="w-12 text-muted">{item.startsAt ? formatTime(item.startsAt) : ''}</span>
                <span className="min-w-0 flex-1 basis-40 font-bold">{item.title}</span>
                <span className="text-muted">{item.speaker}</span>
              </li>
            ))}
          </ol>
        )}
      </Section>
      <Section title={t('detail.minutes')} actions={write}>
        {activity.minutes ? (
          <p className="text-sm whitespace-pre-line">{activity.minutes}</p>
        ) : (
          <p className="text-sm text-muted">{t(hasMinutesFile ? 'detail.minutesInFile' : 'detail.noMinutes')}</p>
        )}
      </Section>
    </div>
  )
}
