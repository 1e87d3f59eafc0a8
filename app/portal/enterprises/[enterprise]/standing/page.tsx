import { notFound } from 'next/navigation'
import { EnterpriseStanding } from '@/components/standing/enterprise-standing'
import { requireActor } from '@/lib/access/session'
import { listRegistryPlaces } from '@/lib/enterprises/place-queries'
import { canMoveEnterprise } from '@/lib/registry/policy'
import { getStanding } from '@/lib/registry/standing-queries'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('registry.standing.title')

export default async function StandingPage({ params }: { params: Promise<{ enterprise: string }> }) {
  const { enterprise: id } = await params
  const actor = await requireActor(`/portal/enterprises/${encodeURIComponent(id)}/standing`)
  const standing = (await getStanding(actor, id)) ?? notFound()
  if (!canMoveEnterprise(actor, standing)) notFound()
  const { jurisdictions } = await listRegistryPlaces(actor)
  return <EnterpriseStanding standing={standing} jurisdictions={jurisdictions} today={actor.today} />
}
