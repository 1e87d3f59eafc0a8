import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { GuidanceTable } from '@/components/guidances/guidance-table'
import { GuidanceTabs } from '@/components/guidances/guidance-tabs'
import { ClauseChip } from '@/components/layout/clause-chip'
import { PageHeader } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { canRequestGuidance } from '@/lib/guidances/policy'
import { listGuidances } from '@/lib/guidances/queries'
import { guidanceFilter } from '@/lib/guidances/schema'
import { pageTitle } from '@/lib/text/page-title'

const path = '/portal/guidances'

export const generateMetadata = pageTitle('guidances.title')

export default async function GuidancesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor(path)
  if (actor.hat.kind === 'NONE') notFound()
  const query = await searchParams
  const filter = guidanceFilter.parse(query)
  const [t, page] = await Promise.all([getTranslations('guidances'), listGuidances(actor, filter)])
  const note = (
    <>
      {t('note')}
      <ClauseChip clause="3-5" />
    </>
  )
  const request = canRequestGuidance(actor) && (
    <ButtonLink href={`${path}/new`} variant="primary">
      {t('request')}
    </ButtonLink>
  )

  return (
    <>
      <PageHeader title={t('title')} note={note} actions={request} />
      <GuidanceTabs path={path} current={filter.state} />
      <GuidanceTable page={page} path={path} query={query} />
    </>
  )
}
