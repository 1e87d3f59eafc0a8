import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { CaseList } from '@/components/cases/case-list'
import { ClauseChip } from '@/components/layout/clause-chip'
import { PageHeader } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { canAddCase, hasCases } from '@/lib/cases/policy'
import { listCases } from '@/lib/cases/queries'
import { caseFilter } from '@/lib/cases/schema'
import { pageTitle } from '@/lib/text/page-title'

const path = '/portal/cases'

export const generateMetadata = pageTitle('cases.title')

export default async function CasesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor(path)
  if (!hasCases(actor)) notFound()
  const query = await searchParams
  const [t, page] = await Promise.all([getTranslations('cases'), listCases(actor, caseFilter.parse(query))])
  const note = (
    <>
      {t('note')}
      <ClauseChip clause="3-3" />
    </>
  )
  const add = canAddCase(actor) && (
    <ButtonLink href={`${path}/new`} variant="primary">
      {t('add')}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader title={t('title')} note={note} actions={add} />
      <CaseList page={page} query={query} />
    </>
  )
}
