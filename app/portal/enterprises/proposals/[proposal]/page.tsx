import { notFound } from 'next/navigation'
import { ProposalDetail } from '@/components/registry/proposal-detail'
import { requireActor } from '@/lib/access/session'
import { canDecideProposal } from '@/lib/registry/policy'
import { getProposal } from '@/lib/registry/proposal-queries'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('registry.proposals.title')

export default async function ProposalPage({ params }: { params: Promise<{ proposal: string }> }) {
  const { proposal: id } = await params
  const actor = await requireActor(`/portal/enterprises/proposals/${encodeURIComponent(id)}`)
  if (!canDecideProposal(actor)) notFound()
  const found = (await getProposal(actor, id)) ?? notFound()
  return <ProposalDetail {...found} />
}
