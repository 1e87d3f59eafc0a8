import { notFound } from 'next/navigation'
import { ActivationDetail } from '@/components/activations/activation-detail'
import { requireActor } from '@/lib/access/session'
import { canIssueCode } from '@/lib/activations/policy'
import { getActivation } from '@/lib/activations/queries'
import { publicUrl } from '@/lib/core/env'
import { now } from '@/lib/core/now'
import { listRegistryPlaces } from '@/lib/enterprises/place-queries'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('activations.title')

export default async function ActivationPage({ params }: { params: Promise<{ enterprise: string }> }) {
  const { enterprise: id } = await params
  const actor = await requireActor(`/portal/activations/${encodeURIComponent(id)}`)
  const activation = (await getActivation(actor, id)) ?? notFound()
  return (
    <ActivationDetail
      activation={activation}
      places={await listRegistryPlaces(actor)}
      address={`${publicUrl}/claim`}
      mayIssue={canIssueCode(actor, activation)}
      at={now()}
      print={null}
    />
  )
}
