import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { DescriptionList } from '@/components/list/description-list'
import { dayOf, fromDate } from '@/lib/core/clock'
import type { GuidanceDetail } from '@/lib/guidances/queries'
import { formatDay } from '@/lib/text/format'

/** What was asked, what was decided, and who comes when. */
export async function GuidanceFacts({ request }: { request: GuidanceDetail }) {
  const [t, fields, locale] = await Promise.all([
    getTranslations('guidances'),
    getTranslations('experts.fieldName'),
    getLocale(),
  ])
  const person = (one: { name: string } | null, at: Date | null) =>
    one && at && t('detail.person', { name: one.name, day: formatDay(locale, dayOf(at)) })
  const day = (on: Date) => formatDay(locale, fromDate(on))
  const lines = (text: string) => <p className="wrap-anywhere whitespace-pre-line">{text}</p>
  const asked = [
    { label: t('detail.enterprise'), value: request.enterprise.name },
    { label: t('form.field'), value: fields(request.field) },
    {
      label: t('detail.wished'),
      value: t('detail.days', { from: day(request.wishedFrom), to: day(request.wishedTo) }),
    },
    { label: t('detail.requestedBy'), value: person(request.requestedBy, request.requestedAt) },
    { label: t('form.description'), value: lines(request.description), isWide: true },
    ...(request.reason ? [{ label: t('detail.reason'), value: lines(request.reason), isWide: true }] : []),
  ]
  return (
    <>
      <Section title={t('detail.asked')}>
        <DescriptionList entries={asked} />
      </Section>
      {(request.state === 'APPROVED' || request.state === 'ADVISED') && <Visit request={request} />}
    </>
  )
}

async function Visit({ request }: { request: GuidanceDetail }) {
  const [t, locale] = await Promise.all([getTranslations('guidances.detail'), getLocale()])
  const { visitOn, organiserAlliance, decidedBy, decidedAt, experts } = request
  const alliance = organiserAlliance && (locale === 'en' ? organiserAlliance.nameEn : organiserAlliance.name)
  const entries = [
    { label: t('visitOn'), value: visitOn ? formatDay(locale, fromDate(visitOn)) : t('open') },
    { label: t('organiser'), value: alliance ? t('coordinator', { alliance }) : t('bureau') },
    {
      label: t('experts'),
      value: (
        <ul>
          {experts.map(({ expert }) => (
            <li key={expert.id}>{[expert.name, expert.organization, expert.title].filter(Boolean).join(' · ')}</li>
          ))}
        </ul>
      ),
    },
    {
      label: t('decidedBy'),
      value: decidedBy && decidedAt && t('person', { name: decidedBy.name, day: formatDay(locale, dayOf(decidedAt)) }),
    },
    ...(request.summary
      ? [{ label: t('summary'), value: <p className="whitespace-pre-line">{request.summary}</p>, isWide: true }]
      : []),
  ]
  return (
    <Section title={t('visit')}>
      <DescriptionList entries={entries} />
    </Section>
  )
}
