import { notFound } from 'next/navigation'
import type { Query } from '@/components/list/href'
import { ProposalList } from '@/components/registry/proposal-list'
import { requireActor } from '@/lib/access/session'
import { canDecideProposal } from '@/lib/registry/policy'
import { countProposals, listProposals } from '@/lib/registry/proposal-queries'
import { proposalQuery } from '@/lib/registry/schema'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('registry.proposals.title')

export default async function ProposalsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/enterprises/proposals')
  if (!canDecideProposal(actor)) notFound()
  const query = await searchParams
  const { state, cursor } = proposalQuery.parse(query)
  const [page, counts] = await Promise.all([listProposals(actor, state, cursor), countProposals(actor)])
  return <ProposalList page={page} counts={counts} state={state} query={query} />
}
