import { redirect } from 'next/navigation'
import type { Views } from '@/components/views/view-bar'
import type { Query } from '@/components/list/href'
import type { Actor } from '@/lib/access/actor'
import { canShareViews, canTidyViews } from '@/lib/views/policy'
import { listViews } from '@/lib/views/queries'
import { viewHref, type ListKey } from '@/lib/views/rules'

/** The views of a list; a bare address opens one's default, where there is one. */
export async function openViews(actor: Actor, noun: ListKey, query: Query): Promise<Views> {
  const views = await listViews(actor, noun)
  const chosen = views.find(({ isDefault }) => isDefault)
  if (chosen && Object.keys(query).length === 0) redirect(viewHref(noun, chosen.query))
  return { noun, views, mayShare: canShareViews(actor), mayTidy: canTidyViews(actor) }
}
