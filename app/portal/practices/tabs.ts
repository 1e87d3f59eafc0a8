import type { PracticeTab } from '@/components/practices/practice-tabs'
import { isMunicipal, type Actor } from '@/lib/access/actor'
import { countWaitingVersions } from '@/lib/practices/list-queries'
import { canReviewPractices } from '@/lib/practices/policy'

/** What the actor finds beside the library, and how many wait there. */
export async function tabsOf(actor: Actor): Promise<{ tabs: PracticeTab[]; waiting: number }> {
  const tabs: PracticeTab[] = [
    'library',
    ...(actor.hat.kind === 'ENTERPRISE' ? (['own'] as const) : []),
    ...(canReviewPractices(actor) ? (['reviews'] as const) : []),
    ...(isMunicipal(actor) ? (['toPublish'] as const) : []),
  ]
  return { tabs, waiting: await countWaitingVersions(actor) }
}
