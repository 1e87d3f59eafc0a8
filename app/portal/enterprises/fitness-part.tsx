import { FitnessFacts } from '@/components/eligibility/fitness-facts'
import type { Actor } from '@/lib/access/actor'
import { getFitness } from '@/lib/registry/eligibility-queries'

/** Whether the notice takes an enterprise in and which alliance suits it, where its dossier is read. */
export async function fitnessPart(actor: Actor, enterpriseId: string, leadsToAdmission = false) {
  const fitness = await getFitness(actor, enterpriseId)
  return fitness && <FitnessFacts fitness={fitness} admits={leadsToAdmission ? enterpriseId : undefined} />
}
