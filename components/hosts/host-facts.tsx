import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { DescriptionList } from '@/components/list/description-list'
import type { VisitHostRow } from '@/lib/hosts/queries'
import { formatInstant, formatRange } from '@/lib/text/format'
import { gateEntries } from './gate-rules'

/** What the host is asked to receive, and what it has answered. */
export async function HostFacts({ host, alliance }: { host: VisitHostRow; alliance: string }) {
  const [t, field, locale] = await Promise.all([
    getTranslations('hosts'),
    getTranslations('activities.field'),
    getLocale(),
  ])
  const { activity, message, reason, askedBy, askedAt, answeredBy, answeredAt } = host
  const entries = [
    { label: field('alliances'), value: alliance },
    { label: field('time'), value: formatRange(locale, activity.startsAt, activity.endsAt) },
    { label: t('host'), value: host.enterprise.name },
    {
      label: t('request.title'),
      value: t('request.asked', { name: askedBy.name, at: formatInstant(locale, askedAt) }),
    },
    ...(message ? [{ label: t('request.message'), value: message, isWide: true }] : []),
    ...(activity.description
      ? [
          {
            label: field('description'),
            value: <p className="whitespace-pre-line">{activity.description}</p>,
            isWide: true,
          },
        ]
      : []),
    ...(answeredAt
      ? [
          {
            label: t(`state.${host.state}`),
            value: t('request.answered', { name: answeredBy?.name ?? '', at: formatInstant(locale, answeredAt) }),
          },
        ]
      : []),
    ...(reason ? [{ label: t('request.reason'), value: reason, isWide: true }] : []),
  ]
  return (
    <>
      <Section title={t('request.title')}>
        <DescriptionList entries={entries} />
      </Section>
      {host.state === 'AGREED' && (
        <Section title={t('rule.title')}>
          <DescriptionList entries={await gateEntries(host, activity.startsAt)} />
        </Section>
      )}
    </>
  )
}
