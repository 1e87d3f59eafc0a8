import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ExpertList } from '@/components/experts/expert-list'
import { PageHeader } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { canRegisterExpert, hasExperts } from '@/lib/experts/policy'
import { listExperts } from '@/lib/experts/queries'
import { expertFilter } from '@/lib/experts/schema'
import { pageTitle } from '@/lib/text/page-title'

const path = '/portal/experts'

export const generateMetadata = pageTitle('experts.title')

export default async function ExpertsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor(path)
  if (!hasExperts(actor)) notFound()
  const query = await searchParams
  const [t, page] = await Promise.all([getTranslations('experts'), listExperts(actor, expertFilter.parse(query))])
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        actions={
          canRegisterExpert(actor) && (
            <ButtonLink href={`${path}/new`} variant="primary">
              {t('add')}
            </ButtonLink>
          )
        }
      />
      <ExpertList page={page} query={query} />
    </>
  )
}
