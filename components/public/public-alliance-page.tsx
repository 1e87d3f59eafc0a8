import { getLocale, getTranslations } from 'next-intl/server'
import { PageHeader, Section } from '@/components/layout/page-header'
import { DescriptionList } from '@/components/list/description-list'
import { allianceHue } from '@/components/ui/alliance-badge'
import { Badge } from '@/components/ui/badge'
import type { PublicDate } from '@/lib/activities/public-queries'
import type { JurisdictionTile } from '@/lib/alliances/public-queries'
import type { PublicAlliance } from '@/lib/alliances/queries'
import type { Day } from '@/lib/core/clock'
import { formatInstant, formatInstantOfYear, formatNumber } from '@/lib/text/format'
import { nameIn } from '@/lib/text/locale'

type Props = { alliance: PublicAlliance; dates: PublicDate[]; tiles: JurisdictionTile[]; today: Day }

/** One alliance as everybody may know it: who leads and insures it, how many are in it, when it meets. */
export async function PublicAlliancePage({ alliance, dates, tiles, today }: Props) {
  const [t, home, locale] = await Promise.all([
    getTranslations('public.alliance'),
    getTranslations('public.home'),
    getLocale(),
  ])

  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        crumbs={[{ href: '/alliances', label: home('alliances') }]}
        title={
          <span className="flex items-center gap-3">
            <span aria-hidden className={`rounded-md px-2 text-[#fff] ${allianceHue(alliance.order)}`}>
              {alliance.shortName}
            </span>
            {nameIn(locale, alliance)}
          </span>
        }
      />
      <DescriptionList
        entries={[
          { label: t('memberWord'), value: t('members', { count: alliance.members }) },
          {
            label: t('next'),
            value: alliance.nextActivityAt ? formatInstant(locale, alliance.nextActivityAt) : t('nextNone'),
          },
          { label: t('lead'), value: alliance.leadName ?? t('leadNone') },
          { label: t('insurer'), value: alliance.insurerName ?? t('insurerNone') },
          ...(alliance.aliases.length > 0 && locale === 'zh-CN'
            ? [{ label: t('aliases'), value: alliance.aliases.join('、'), isWide: true }]
            : []),
        ]}
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Section title={t('year', { year: today.slice(0, 4) })}>
          <YearDates dates={dates} />
          <p className="text-sm text-muted">{t('signInForMore')}</p>
        </Section>
        <Section title={t('byJurisdiction')}>
          <Spread order={alliance.order} tiles={tiles} />
        </Section>
      </div>
    </div>
  )
}

async function YearDates({ dates }: { dates: PublicDate[] }) {
  const [t, kinds, locale] = await Promise.all([
    getTranslations('public.alliance'),
    getTranslations('activities.kind'),
    getLocale(),
  ])
  if (dates.length === 0)
    return <p className="rounded-md border border-dashed bg-surface p-4 text-sm text-muted">{t('yearNone')}</p>
  return (
    <ul className="rounded-md border bg-surface text-sm">
      {dates.map((date) => (
        <li key={date.id} className="flex min-h-10 items-center gap-3 border-b px-3 last:border-b-0">
          <span className="min-w-0 flex-1">{kinds(date.kind)}</span>
          <span className="text-muted">{formatInstantOfYear(locale, date.startsAt)}</span>
          <Badge tone={date.isOver ? 'neutral' : 'primary'}>{date.isOver ? t('held') : t('coming')}</Badge>
        </li>
      ))}
    </ul>
  )
}

/** The jurisdictions that have members in it, most first. */
async function Spread({ order, tiles }: { order: number; tiles: JurisdictionTile[] }) {
  const locale = await getLocale()
  const rows = tiles
    .map((tile) => ({ tile, members: tile.byAlliance[String(order)] ?? 0 }))
    .filter(({ members }) => members > 0)
    .toSorted((a, b) => b.members - a.members)
  const most = rows[0]?.members ?? 1

  return (
    <ul className="flex flex-col rounded-md border bg-surface px-3 py-1 text-sm">
      {rows.map(({ tile, members }) => (
        <li key={tile.code} className="flex min-h-8 items-center gap-3">
          <span className="w-28 shrink-0">{locale === 'zh-CN' ? tile.shortName : tile.nameEn}</span>
          <progress className="bar flex-1" value={members} max={most} aria-hidden />
          <span className="w-10 text-right">{formatNumber(members)}</span>
        </li>
      ))}
    </ul>
  )
}
