import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/layout/page-header'
import { queryValue, type Query } from '@/components/list/href'
import { ServiceList } from '@/components/services/service-list'
import { requireActor } from '@/lib/access/session'
import { listActivityAlliances } from '@/lib/activities/list-queries'
import { hasServices } from '@/lib/services/policy'
import { listServices } from '@/lib/services/queries'
import { serviceFilterOf } from '@/lib/services/rules'
import { pageTitle } from '@/lib/text/page-title'

const path = '/portal/services'

export const generateMetadata = pageTitle('services.title')

export default async function ServicesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor(path)
  if (!hasServices(actor)) notFound()
  const query = await searchParams
  const filter = serviceFilterOf((name) => queryValue(query, name), actor.today)
  const [t, services, alliances] = await Promise.all([
    getTranslations('services'),
    listServices(actor, filter, queryValue(query, 'cursor')),
    listActivityAlliances(),
  ])
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <ServiceList
        path={path}
        query={query}
        filter={filter}
        alliances={alliances}
        thisYear={Number(actor.today.slice(0, 4))}
        isOwn={actor.hat.kind === 'ENTERPRISE'}
        {...services}
      />
    </>
  )
}
