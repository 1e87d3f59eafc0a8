import { notFound } from 'next/navigation'
import { ActivationList } from '@/components/activations/activation-list'
import type { Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import { canFollowActivations, canIssueCodes } from '@/lib/activations/policy'
import { countActivations, getActivationFigures, listActivations } from '@/lib/activations/queries'
import { activationQuery, filterOf } from '@/lib/activations/schema'
import { listRegistryPlaces } from '@/lib/enterprises/place-queries'
import { pageTitle } from '@/lib/text/page-title'
import { viewOf } from './view'

export const generateMetadata = pageTitle('activations.title')

export default async function ActivationsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/activations')
  if (!canFollowActivations(actor)) notFound()
  const query = await searchParams
  const asked = activationQuery.parse(query)
  const filter = filterOf(asked)
  const places = await listRegistryPlaces(actor)
  const [page, total, figures] = await Promise.all([
    listActivations(actor, filter, places, asked.cursor),
    countActivations(actor, filter, places),
    getActivationFigures(actor, filter, places),
  ])

  return (
    <ActivationList
      {...{ page, total, figures, places, query }}
      view={viewOf(actor)}
      mayIssue={canIssueCodes(actor)}
      issue={null}
    />
  )
}
