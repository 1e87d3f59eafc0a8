import { getLocale, getTranslations } from 'next-intl/server'
import { SelectionBar, selectionFormId } from '@/components/bulk/selection-bar'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { DataTable } from '@/components/list/data-table'
import { FilterBar } from '@/components/list/filter-bar'
import { hrefWith, type Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { ButtonLink } from '@/components/ui/button'
import { ViewBar, type Views } from '@/components/views/view-bar'
import type { Page } from '@/lib/core/paging'
import type { ListedEnterprise } from '@/lib/enterprises/list-queries'
import type { RegistryPlaces } from '@/lib/enterprises/place-queries'
import { AsOfBanner } from './as-of-banner'
import { allianceLegend, enterpriseTable } from './enterprise-columns'
import { enterpriseFields, moreEnterpriseFields } from './enterprise-fields'

const path = '/portal/enterprises'

type Props = {
  page: Page<ListedEnterprise>
  total: number
  places: RegistryPlaces
  query: Query
  isFalling: boolean
  isFiltered: boolean
  /** Of all jurisdictions, not of one's own. */
  isCityWide: boolean
  mayImport: boolean
  mayWorkInBulk: boolean
  views: Views
  /** The day that is looked at, where it is not today. */
  asOf: string | undefined
}

/** The registry: as the address narrows it, one page of it, with its true total. */
export async function EnterpriseList({ page, total, places, query, isFalling, isFiltered, ...viewer }: Props) {
  const [t, bulk, locale] = await Promise.all([
    getTranslations('enterprises.list'),
    getTranslations('bulk.bar'),
    getLocale(),
  ])
  const { isCityWide, mayImport, mayWorkInBulk, views, asOf } = viewer
  // What was so on a day of the past is looked at, not worked on.
  const mayTick = mayWorkInBulk && !asOf
  const selection = { form: selectionFormId, label: bulk.raw('select'), pageLabel: bulk('selectPage') }
  const hasClosed = page.rows.some(({ isClosed }) => isClosed)
  const importLink = mayImport && <ButtonLink href={`${path}/imports`}>{t('import')}</ButtonLink>
  const exportHref = hrefWith('/api/enterprises/export.xlsx', query, { cursor: null })

  return (
    <>
      <PageHeader
        title={t('title')}
        note={isCityWide ? t('noteCity') : t('noteOwn')}
        actions={
          <>
            {importLink}
            {total > 0 && (
              <ButtonLink href={exportHref} isDownload>
                {t('export')}
              </ButtonLink>
            )}
          </>
        }
      />
      <ViewBar {...views} query={query} />
      <FilterBar
        path={path}
        query={query}
        fields={await enterpriseFields(places, locale, isCityWide)}
        more={await moreEnterpriseFields()}
      />
      {asOf && <AsOfBanner day={asOf} resetHref={hrefWith(path, query, { asOf: null, cursor: null })} />}
      {page.rows.length === 0 && isFiltered && <EmptyState kind="no-match" clearHref={path} />}
      {page.rows.length === 0 && !isFiltered && (
        <EmptyState
          kind="nothing"
          title={t('empty')}
          text={mayImport ? t('emptyText') : t('emptyOwn')}
          action={importLink}
        />
      )}
      {page.rows.length > 0 && mayTick && <SelectionBar query={query} total={total} />}
      {page.rows.length > 0 && (
        <DataTable
          id="enterprises"
          label={t('title')}
          {...enterpriseTable(page.rows, { places, locale, isCityWide, hasClosed })}
          alliances={allianceLegend(places)}
          path={path}
          query={query}
          sort={{ key: 'name', isFalling }}
          {...(mayTick && { selection })}
        />
      )}
      <Pager path={path} query={query} total={total} previous={page.previous} next={page.next} />
    </>
  )
}
