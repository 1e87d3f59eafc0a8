import { MergedInto } from '@/components/merges/merged-into'
import { MergeTable } from '@/components/merges/merge-table'
import type { Actor } from '@/lib/access/actor'
import { getMergesOf } from '@/lib/duplicates/merge-queries'

/** Where an entry is now, if it was merged into another one, and what was merged into it. */
export async function mergeParts(actor: Actor, enterpriseId: string) {
  const { mergedInto, merges } = await getMergesOf(actor, enterpriseId)
  return {
    mergedInto: mergedInto && <MergedInto into={mergedInto} />,
    merges: merges.length > 0 && <MergeTable rows={merges} />,
  }
}
