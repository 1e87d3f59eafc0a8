import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader, Section } from '@/components/layout/page-header'
import { PrintFrame } from '@/components/layout/print-frame'
import { hrefWith } from '@/components/list/href'
import { StatTile } from '@/components/list/stat-tile'
import { allianceBadgeClass } from '@/components/ui/alliance-badge'
import { PrintButton } from '@/components/ui/print-button'
import type { OwnLine } from '@/lib/reports/queries'
import { medianMembersMin } from '@/lib/reports/rules'
import { measures, type ReportFilter } from '@/lib/reports/schema'
import { formatInstant, formatNumber, formatShare } from '@/lib/text/format'
import { ReportFormula } from './participation-head'
import { periodOf } from './report-words'

/** An enterprise's own record in each of its alliances, beside the median of that alliance. */
export async function OwnRecord({ lines, filter, at }: { lines: OwnLine[]; filter: ReportFilter; at: Date }) {
  const [t, common, locale] = await Promise.all([getTranslations('reports'), getTranslations('common'), getLocale()])
  const heading = await periodOf(filter)
  const period = { year: String(filter.year), quarter: filter.quarter ? String(filter.quarter) : null }

  return (
    <PrintFrame title={`${t('ownTitle')} · ${heading}`} note={t('formula')} at={formatInstant(locale, at)}>
      <div className="flex flex-col gap-6">
        <div className="print:hidden">
          <PageHeader title={t('ownTitle')} note={heading} actions={<PrintButton label={common('print')} />} />
        </div>
        {lines.length === 0 ? <EmptyState kind="nothing" title={t('noneOffered')} /> : null}
        {lines.map((line) => (
          <Section
            key={line.slug}
            title={
              <span className="inline-flex items-center gap-2">
                <span className={allianceBadgeClass(line.sortOrder)}>{line.alliance}</span>
                {line.name}
              </span>
            }
          >
            <OwnRate
              line={line}
              note={t('ownNote')}
              hidden={t('medianHidden', { least: String(medianMembersMin) })}
              words={{ rate: t('column.rate'), median: t('column.median') }}
            />
            <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
              {measures.map((measure) => (
                <StatTile
                  key={measure}
                  label={t(`measure.${measure}`)}
                  value={formatNumber(line[measure])}
                  href={hrefWith('/portal/reports/list', period.quarter ? { quarter: period.quarter } : {}, {
                    year: period.year,
                    alliance: line.slug,
                    measure,
                  })}
                />
              ))}
            </div>
          </Section>
        ))}
        <ReportFormula at={at} key={locale} />
      </div>
    </PrintFrame>
  )
}

/** Own rate and median as two bars on the same scale. */
function OwnRate({
  line,
  note,
  hidden,
  words,
}: {
  line: OwnLine
  note: string
  hidden: string
  words: { rate: string; median: string }
}) {
  const median = line.median === null ? null : Math.round(line.median * 1_000) / 10
  return (
    <div className="flex flex-col gap-2 rounded-md border bg-surface p-4">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-muted">{words.rate}</span>
        <b className="text-3xl">{line.offered > 0 ? formatShare(line.byMandate, line.offered) : '—'}</b>
        <span className="text-muted">{`${formatNumber(line.byMandate)}/${formatNumber(line.offered)}`}</span>
      </p>
      <progress className="bar w-full" aria-label={words.rate} max={Math.max(1, line.offered)} value={line.byMandate} />
      <p className="text-sm text-muted">{median === null ? hidden : `${words.median} ${median}%`}</p>
      {median === null ? null : <progress className="bar w-full" aria-label={words.median} max={100} value={median} />}
      <p className="text-xs text-muted">{note}</p>
    </div>
  )
}
