import { notFound } from 'next/navigation'
import { OwnProposals } from '@/components/registry/own-proposals'
import { requireActor } from '@/lib/access/session'
import { canProposeCorrection } from '@/lib/registry/policy'
import { getOwnProposals } from '@/lib/registry/proposal-queries'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('registry.propose.title')

export default async function ProposePage({ params }: { params: Promise<{ enterprise: string }> }) {
  const { enterprise: id } = await params
  const actor = await requireActor(`/portal/enterprises/${encodeURIComponent(id)}/propose`)
  const own = (await getOwnProposals(actor, id)) ?? notFound()
  if (!canProposeCorrection(actor, own.enterprise)) notFound()
  return <OwnProposals own={own} />
}
