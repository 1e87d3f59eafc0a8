import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader, Section } from '@/components/layout/page-header'
import { HeatGrid } from '@/components/list/heat-grid'
import { ReportTotals } from '@/components/reports/participation-head'
import type { AllianceGap } from '@/lib/alliances/coverage-queries'
import type { AllianceMonths, WeekActivity } from '@/lib/reports/home-queries'
import type { ReportPlace } from '@/lib/reports/place-queries'
import type { EnterpriseLine, GroupLine } from '@/lib/reports/queries'
import type { Tally } from '@/lib/reports/rules'
import { nameIn } from '@/lib/text/locale'
import { ActivityLines } from './activity-lines'
import { JurisdictionTiles } from './jurisdiction-tiles'
import { NotCome } from './not-come'

/** The municipal bureau sees the city, a jurisdiction its own enterprises. */
export type BureauPart =
  | { kind: 'city'; months: AllianceMonths[]; places: ReportPlace[]; lines: GroupLine[]; gaps: AllianceGap[] }
  | { kind: 'own'; never: EnterpriseLine[]; open: ReadonlySet<string> }

type Props = {
  name: string
  year: number
  totals: Tally & { never: number }
  week: WeekActivity[]
  part: BureauPart
  /** Enterprises that have not opened their account. */
  notCome: number
}

/** Where a bureau begins: four figures, what is missing, this week. */
export async function BureauHome({ name, year, totals, week, part, notCome }: Props) {
  const t = await getTranslations('reports.home')

  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={t('greeting', { name })} note={<NotCome count={notCome} />} />
      <ReportTotals totals={totals} query={{ year: String(year) }} />
      {part.kind === 'city' && <CoverageGaps gaps={part.gaps} />}
      {part.kind === 'city' && <TrainingGaps months={part.months} year={year} />}
      <Section title={t('thisWeek')}>
        {week.length > 0 ? (
          <ActivityLines activities={week} />
        ) : (
          <EmptyState kind="nothing" title={t('nothingThisWeek')} />
        )}
      </Section>
      {part.kind === 'city' ? (
        <>
          <MonthGrid months={part.months} year={year} />
          <JurisdictionTiles places={part.places} lines={part.lines} year={year} />
        </>
      ) : (
        <NeverList never={part.never} open={part.open} year={year} />
      )}
    </div>
  )
}

/** 四(一): every alliance has a named person of its insurer. Shown from some weeks before a day on which it has none. */
async function CoverageGaps({ gaps }: { gaps: AllianceGap[] }) {
  const [t, locale] = await Promise.all([getTranslations('reports.home'), getLocale()])
  if (gaps.length === 0) return null
  return (
    <Section title={t('coverage')}>
      <ul className="divide-y rounded-md border bg-surface text-sm">
        {gaps.map(({ slug, gap, ...alliance }) => (
          <li key={slug} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2.5">
            <Link className="link" prefetch={false} href={`/portal/alliances/${slug}/insurer`}>
              {t('gapFrom', { alliance: nameIn(locale, alliance), from: gap.from })}
            </Link>
            <Link className="link text-muted" prefetch={false} href={`/portal/alliances/${slug}/insurer/appoint`}>
              {t('arrange')}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** 三(三): each alliance owes a training a year. Shown until it was held. */
async function TrainingGaps({ months, year }: { months: AllianceMonths[]; year: number }) {
  const [t, locale] = await Promise.all([getTranslations('reports.home'), getLocale()])
  const gaps = months.filter((alliance) => alliance.trainings === 0)
  if (gaps.length === 0) return null
  return (
    <Section title={t('owed')}>
      <ul className="divide-y rounded-md border bg-surface text-sm">
        {gaps.map((alliance) => (
          <li key={alliance.slug} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2.5">
            <Link className="link" prefetch={false} href={`/portal/alliances/${alliance.slug}?year=${year}`}>
              {t('noTraining', { alliance: nameIn(locale, alliance) })}
            </Link>
            <Link className="link text-muted" prefetch={false} href="/notice#3-3">
              三（三）
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

async function MonthGrid({ months, year }: { months: AllianceMonths[]; year: number }) {
  const [t, locale] = await Promise.all([getTranslations('reports.home'), getLocale()])
  const most = Math.max(1, ...months.flatMap((alliance) => alliance.months))
  const month = (index: number) => String(index + 1)
  return (
    <Section title={t('months')}>
      <HeatGrid
        label={t('months')}
        corner={t('alliance')}
        heads={Array.from({ length: 12 }, (_, index) => ({
          key: month(index),
          label: t('month', { month: month(index) }),
        }))}
        most={most}
        rows={months.map((alliance) => ({
          key: alliance.slug,
          head: nameIn(locale, alliance),
          cells: alliance.months.map((count, index) => ({
            key: month(index),
            value: count,
            text: count > 0 ? String(count) : '',
            href: `/portal/activities?alliance=${alliance.slug}&month=${year}-${month(index).padStart(2, '0')}`,
            label: t('monthCell', { alliance: nameIn(locale, alliance), month: month(index), count: String(count) }),
          })),
        }))}
      />
    </Section>
  )
}

async function NeverList({ never, open, year }: { never: EnterpriseLine[]; open: ReadonlySet<string>; year: number }) {
  const t = await getTranslations('reports.home')
  if (never.length === 0)
    return (
      <Section title={t('never')}>
        <EmptyState kind="nothing" title={t('nobodyNever')} />
      </Section>
    )
  return (
    <Section
      title={t('never')}
      actions={
        <Link className="link text-sm" prefetch={false} href={`/portal/reports?year=${year}&view=enterprise&never=1`}>
          {t('all')}
        </Link>
      }
    >
      <ul className="divide-y rounded-md border bg-surface text-sm">
        {never.map((line) => (
          <li key={line.id} className="flex justify-between gap-4 px-4 py-2.5">
            {open.has(line.id) ? (
              <Link className="link" prefetch={false} href={`/portal/enterprises/${line.id}`}>
                {line.name}
              </Link>
            ) : (
              line.name
            )}
            <span className="text-muted">{`0/${line.offered}`}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
