import { redirect } from 'next/navigation'
import { ClaimPerson } from '@/components/activations/claim-person'
import { isSignedIn } from '@/lib/access/actor'
import { visitor } from '@/lib/access/session'
import { heldTicket } from '@/lib/access/ticket'
import { getClaimable } from '@/lib/activations/claim-queries'
import { canClaimAsMyself } from '@/lib/activations/policy'
import { claimTicket } from '@/lib/activations/rules'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('activations.claim.personTitle')

/** Who claims the enterprise, for whoever has shown its code within the last half hour. */
export default async function ClaimPersonPage() {
  const token = await heldTicket(claimTicket)
  if (!token) redirect('/claim')
  const claimable = await getClaimable(token)
  if (!claimable) redirect('/claim?done=expired')
  const actor = await visitor()
  const person = isSignedIn(actor) ? { name: actor.name, hat: actor.hatLabel, mayClaim: canClaimAsMyself(actor) } : null
  return <ClaimPerson claimable={claimable} token={token} person={person} />
}
