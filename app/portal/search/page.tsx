import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/layout/page-header'
import { FilterBar } from '@/components/list/filter-bar'
import { queryValue, type Query } from '@/components/list/href'
import { SearchResults } from '@/components/search/search-results'
import { requireActor } from '@/lib/access/session'
import { hitsOnPage, isTooShort, searchedText } from '@/lib/search/rules'
import { pageTitle } from '@/lib/text/page-title'
import { findAll } from './found'

const path = '/portal/search'

export const generateMetadata = pageTitle('search.title')

/** Where the search leads without script, and what stands behind the few lines of the dialog. */
export default async function SearchPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor(path)
  const query = await searchParams
  const text = searchedText(queryValue(query, 'q'))
  const [t, found] = await Promise.all([
    getTranslations('search'),
    isTooShort(text) ? null : findAll(actor, text, hitsOnPage),
  ])

  return (
    <>
      <PageHeader title={t('title')} note={t('lead')} />
      <FilterBar
        path={path}
        query={query}
        kept={[]}
        fields={[{ name: 'q', label: t('label'), type: 'text', isWide: true, placeholder: t('placeholder') }]}
      />
      {found ? <SearchResults found={found} /> : text !== '' && <p className="text-muted">{t('short')}</p>}
    </>
  )
}
