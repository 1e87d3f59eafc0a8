import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { type ReactNode } from 'react'
import { YearStateBadge } from '@/components/alliances/standing-marks'
import { Words } from '@/components/layout/words'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import { Badge } from '@/components/ui/badge'
import type { AllianceOverview } from '@/lib/alliances/year-queries'
import { formatDay } from '@/lib/text/format'
import { nameIn, toLocale } from '@/lib/text/locale'
import { DeskForm, type DeskRow } from './desk-form'

type Props = { year: number; today: string; alliances: AllianceOverview[]; extra: ReactNode }

/** The nine alliances of a year on one screen, edited in place. */
export async function Desk({ year, today, alliances, extra }: Props) {
  const locale = toLocale(await getLocale())
  const rows = alliances.map((alliance): DeskRow => {
    const name = nameIn(locale, alliance)
    const path = `/portal/alliances/${alliance.slug}`
    const { year: own } = alliance
    return {
      key: alliance.slug,
      name,
      id: own?.id ?? null,
      version: own?.version ?? 1,
      targets: { meetingTarget: own?.meetingTarget ?? null, trainingMinimum: own?.trainingMinimum ?? null },
      isFixed: own?.state === 'CLOSED',
      head: (
        <Link href={`${path}?year=${year}`} prefetch={false}>
          <AllianceBadge alliance={alliance} name={name} />
        </Link>
      ),
      state: <YearStateBadge state={own?.state ?? null} />,
      lead: <LeadCell alliance={alliance} path={path} year={year} today={today} />,
      insurer: <InsurerCell alliance={alliance} path={path} year={year} />,
      topics: <TopicCell alliance={alliance} path={path} year={year} />,
    }
  })
  return (
    <Words of={['years', 'alliances']}>
      <DeskForm key={year} year={year} rows={rows} extra={extra} />
    </Words>
  )
}

type CellProps = { alliance: AllianceOverview; path: string; year: number }

const Way = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} prefetch={false} className="link inline-flex min-h-6 items-center">
    {children}
  </Link>
)

async function LeadCell({ alliance: { lead }, path, year, today }: CellProps & { today: string }) {
  const [t, locale] = await Promise.all([getTranslations('years.desk'), getLocale()])
  const appoint = `${path}/lead/appoint?desk=${year}`
  if (!lead) return <Missing text={t('none')} href={appoint} way={t('appoint')} />
  const { termEndsOn } = lead
  const day = termEndsOn ? formatDay(toLocale(locale), termEndsOn) : ''
  return (
    <span className="flex flex-col items-start">
      <Way href={`${path}/lead`}>{lead.name}</Way>
      <span className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
        {termEndsOn === null && t('leadNoTerm')}
        {termEndsOn && termEndsOn >= today && t('leadTerm', { day })}
        {termEndsOn && termEndsOn < today && <Badge tone="warning">{t('leadTermOver', { day })}</Badge>}
        <Way href={appoint}>{t('change')}</Way>
      </span>
    </span>
  )
}

async function InsurerCell({ alliance: { insurer, gaps }, path, year }: CellProps) {
  const [t, locale] = await Promise.all([getTranslations('years.desk'), getLocale()])
  const appoint = `${path}/insurer/appoint?desk=${year}`
  const [gap] = gaps
  const days = gaps.reduce((sum, one) => sum + one.days, 0)
  return (
    <span className="flex flex-col items-start gap-0.5">
      {insurer && (
        <>
          <Way href={`${path}/insurer`}>
            {t('insurerLine', {
              insurer: insurer.shortName,
              coordinator: insurer.coordinator,
              deputy: insurer.deputy ?? t('noDeputy'),
            })}
          </Way>
          {insurer.until && (
            <span className="text-xs text-muted">
              {t('insurerUntil', { day: formatDay(toLocale(locale), insurer.until) })}
            </span>
          )}
        </>
      )}
      {gap && (
        <Missing
          text={t('gap', { from: formatDay(toLocale(locale), gap.from), days })}
          href={appoint}
          way={t('appoint')}
        />
      )}
    </span>
  )
}

async function TopicCell({ alliance: { topics, year: own }, path, year }: CellProps) {
  const t = await getTranslations('years.desk')
  const count = topics.filter(({ state }) => state !== 'DROPPED').length
  if (!own) return '—'
  return <Way href={`${path}/topics?year=${year}`}>{count > 0 ? t('topicCount', { count }) : t('noTopics')}</Way>
}

const Missing = ({ text, href, way }: { text: string; href: string; way: string }) => (
  <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
    <Badge tone="warning">{text}</Badge>
    <Way href={href}>{way}</Way>
  </span>
)
