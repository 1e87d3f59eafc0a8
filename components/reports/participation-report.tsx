import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { PrintFrame } from '@/components/layout/print-frame'
import { hrefWith, type Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { ButtonLink } from '@/components/ui/button'
import { PrintButton, PrintLink } from '@/components/ui/print-button'
import type { ReportPlaces } from '@/lib/reports/place-queries'
import type { Tally } from '@/lib/reports/rules'
import type { ReportFilter, View } from '@/lib/reports/schema'
import type { ReportBody } from '@/lib/reports/view-queries'
import { ViewBar, type Views } from '@/components/views/view-bar'
import { formatInstant } from '@/lib/text/format'
import { nameIn } from '@/lib/text/locale'
import { ReportFilters, ReportFormula, ReportTotals, ReportViews } from './participation-head'
import { ParticipationMatrix } from './participation-matrix'
import { EnterpriseTable, GroupTable } from './participation-table'
import { periodOf, scopeOf } from './report-words'

type Props = {
  views: View[]
  saved: Views
  query: Query
  filter: ReportFilter
  totals: Tally & { never: number }
  places: ReportPlaces
  body: ReportBody
  at: Date
}

const firstYear = 2024

/** Newest first, to the first year of the notice. */
const yearsTo = (last: number) => Array.from({ length: Math.max(1, last - firstYear + 1) }, (_, index) => last - index)

/** The participation report of a bureau or an insurer: totals, views, filters, print and export of the same rows. */
export async function ParticipationReport({ views, saved, query, filter, totals, places, body, at }: Props) {
  const [t, common, locale] = await Promise.all([getTranslations('reports'), getTranslations('common'), getLocale()])
  const choices = (list: ReportPlaces['alliances']) =>
    list.map((place) => ({ value: place.key, label: nameIn(locale, place) }))
  const years = yearsTo(Math.max(filter.year, Number(at.getUTCFullYear())))

  const [period, scope] = await Promise.all([periodOf(filter), scopeOf(filter, places)])
  // Whoever goes on to another view, list or file leaves the page for the printer.
  const onward = { ...query, rows: undefined }

  return (
    <PrintFrame title={`${t('title')} · ${period}`} note={<PrintNote scope={scope} />} at={formatInstant(locale, at)}>
      <div className="flex flex-col gap-4">
        <div className="print:hidden">
          <PageHeader
            title={t('title')}
            note={`${period} · ${scope}`}
            actions={
              <>
                {isInPart(body) ? (
                  <PrintLink
                    label={common('print')}
                    href={hrefWith('/portal/reports', query, { rows: 'all', cursor: null })}
                  />
                ) : (
                  <PrintButton label={common('print')} />
                )}
                <ButtonLink
                  href={hrefWith(
                    '/api/reports/participation.xlsx',
                    { ...onward, view: undefined, cursor: undefined },
                    { year: filter.year },
                  )}
                  isDownload
                >
                  {common('export')}
                </ButtonLink>
              </>
            }
          />
        </div>
        <ReportTotals totals={totals} query={onward} />
        <ReportViews views={views} current={body.view} query={onward} />
        <ViewBar {...saved} query={onward} />
        <div className="no-print">
          <ReportFilters
            query={onward}
            years={years}
            alliances={choices(places.alliances)}
            jurisdictions={choices(places.jurisdictions)}
            view={body.view}
          />
        </div>
        <Body body={body} query={query} places={places} />
        <ReportFormula at={at} />
      </div>
    </PrintFrame>
  )
}

/** Whether the page shows some of the enterprises only. */
const isInPart = (body: ReportBody): boolean =>
  body.view === 'enterprise' && (body.page.previous ?? body.page.next) !== null

async function PrintNote({ scope }: { scope: string }) {
  const t = await getTranslations('reports')
  return (
    <>
      {t('scope', { scope })}
      <br />
      {t('formula')}
    </>
  )
}

async function Body({ body, query, places }: Pick<Props, 'body' | 'query' | 'places'>) {
  const t = await getTranslations('reports')
  if (body.view === 'matrix') return <ParticipationMatrix cells={body.cells} query={query} {...places} />
  if (body.view !== 'enterprise') {
    if (body.lines.length === 0) return <EmptyState kind="nothing" title={t('nothingTitle')} text={t('nothingText')} />
    return <GroupTable lines={body.lines} query={query} by={body.view} />
  }
  const { page, order, open } = body
  if (page.rows.length === 0) return <EmptyState kind="no-match" clearHref="/portal/reports?view=enterprise" />
  return (
    <>
      <EnterpriseTable
        lines={page.rows}
        query={query}
        sort={order}
        open={open}
        isOfOneJurisdiction={places.jurisdictions.length === 1}
      />
      {isInPart(body) && (
        <p className="hidden text-muted print:block">
          {t('printedPart', { shown: String(page.rows.length), total: String(page.total) })}
        </p>
      )}
      <Pager path="/portal/reports" query={query} total={page.total} previous={page.previous} next={page.next} />
    </>
  )
}
