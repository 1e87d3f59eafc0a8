import { getTranslations } from 'next-intl/server'
import { ClauseChip } from '@/components/layout/clause-chip'
import { PageHeader } from '@/components/layout/page-header'
import { queryValue, type Query } from '@/components/list/href'
import { PracticeList } from '@/components/practices/practice-list'
import { PracticeTabs } from '@/components/practices/practice-tabs'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { listActivityAlliances } from '@/lib/activities/list-queries'
import { practiceFilterOf } from '@/lib/practices/filter-rules'
import { listPractices } from '@/lib/practices/list-queries'
import { canExportPractices, canWritePractices } from '@/lib/practices/policy'
import { pageTitle } from '@/lib/text/page-title'
import { tabsOf } from './tabs'

const path = '/portal/practices'

export const generateMetadata = pageTitle('practices.list.title')

export default async function PracticesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor(path)
  const query = await searchParams
  const filter = practiceFilterOf((name) => queryValue(query, name))
  const [t, page, alliances, tabs] = await Promise.all([
    getTranslations('practices.list'),
    listPractices(actor, filter, queryValue(query, 'cursor')),
    listActivityAlliances(),
    tabsOf(actor),
  ])
  const write = canWritePractices(actor) && (
    <ButtonLink href={`${path}/new`} variant="primary">
      {t('new')}
    </ButtonLink>
  )
  const note = (
    <>
      {t('note')}
      <ClauseChip clause="3-2" />
    </>
  )

  return (
    <>
      <PageHeader title={t('title')} note={note} actions={write} />
      <PracticeTabs {...tabs} current="library" />
      <PracticeList path={path} query={query} {...page} alliances={alliances} mayExport={canExportPractices(actor)} />
    </>
  )
}
