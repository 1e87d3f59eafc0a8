import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ClauseChip } from '@/components/layout/clause-chip'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { FilterBar } from '@/components/list/filter-bar'
import type { Query } from '@/components/list/href'
import { CopyPreview } from '@/components/years/copy-preview'
import { LatestCopy } from '@/components/years/latest-copy'
import { requireActor } from '@/lib/access/session'
import { listYears } from '@/lib/alliances/year-queries'
import { getCopyPlan } from '@/lib/years/copy-queries'
import { canCopyYear } from '@/lib/years/policy'
import { getLatestCopy } from '@/lib/years/undo-queries'
import { pageTitle } from '@/lib/text/page-title'
import { yearFields, yearsToCopy } from './years'

const path = '/portal/alliances/copy'

export const generateMetadata = pageTitle('years.copy.title')

export default async function CopyYearPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor(path)
  if (!canCopyYear(actor)) notFound()
  const asked = yearsToCopy(await searchParams, actor)
  const isMeant = asked.to > asked.from && asked.to <= asked.latest
  const [t, alliances, years, plan, latest] = await Promise.all([
    getTranslations('years.copy'),
    getTranslations('alliances'),
    listYears(actor),
    isMeant ? getCopyPlan(actor, asked) : null,
    getLatestCopy(actor, asked.to),
  ])
  const query = { from: String(asked.from), to: String(asked.to), latest: String(asked.latest) }

  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ href: '/portal/alliances', label: alliances('title') }]}
        note={
          <>
            {t('note')}
            <ClauseChip clause="3-1" />
          </>
        }
      />
      <FilterBar path={path} query={query} fields={await yearFields(years, asked.latest)} />
      {latest && <LatestCopy copy={latest} />}
      {plan && <CopyPreview plan={plan} />}
      {!plan && <EmptyState kind="nothing" title={asked.to > asked.from ? t('tooFar', query) : t('same')} />}
    </>
  )
}
