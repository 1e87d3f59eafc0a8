import { notFound } from 'next/navigation'
import { EnterpriseList } from '@/components/enterprises/enterprise-list'
import type { Query } from '@/components/list/href'
import { isMunicipal } from '@/lib/access/actor'
import { requireActor } from '@/lib/access/session'
import { canWorkInBulk } from '@/lib/bulk/policy'
import { countEnterprises, listEnterprises } from '@/lib/enterprises/list-queries'
import { listRegistryPlaces } from '@/lib/enterprises/place-queries'
import { hasDossiers } from '@/lib/enterprises/policy'
import { filterOf, isFallingOf, registryQuery } from '@/lib/enterprises/schema'
import { canUploadWorkbook } from '@/lib/imports/policy'
import { pageTitle } from '@/lib/text/page-title'
import { openViews } from '../views'

export const generateMetadata = pageTitle('enterprises.list.title')

export default async function EnterprisesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/enterprises')
  if (!hasDossiers(actor)) notFound()
  const query = await searchParams
  const views = await openViews(actor, 'enterprises', query)
  const asked = registryQuery.parse(query)
  const filter = filterOf(asked)
  const isFalling = isFallingOf(asked)
  const places = await listRegistryPlaces(actor)
  const [page, total] = await Promise.all([
    listEnterprises(actor, filter, places, { isFalling, cursor: asked.cursor }),
    countEnterprises(actor, filter, places),
  ])

  return (
    <EnterpriseList
      page={page}
      total={total}
      places={places}
      query={query}
      isFalling={isFalling}
      isFiltered={Object.values(filter).some((value) => value !== undefined && value !== '')}
      isCityWide={isMunicipal(actor)}
      mayImport={canUploadWorkbook(actor)}
      mayWorkInBulk={canWorkInBulk(actor)}
      views={views}
      asOf={asked.asOf}
    />
  )
}
