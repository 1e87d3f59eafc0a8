import { dayOf, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { notify } from '@/lib/notifications/mutations'
import { spokespeopleOf } from '@/lib/registry/notice-mutations'
import type { FollowupActivity } from './subject-queries'

type Told = { ownerEnterpriseId: string | null; owner: string | null; text: string; dueOn: Day }

/** Tells whoever speaks for the owner what it has to do; the organiser needs no telling. */
export async function tellOwner(
  tx: Tx,
  kind: 'ACTION_ITEM_GIVEN' | 'ACTION_ITEM_RETURNED',
  { id, title }: FollowupActivity,
  { ownerEnterpriseId, owner, text, dueOn }: Told,
): Promise<void> {
  if (!ownerEnterpriseId) return
  const at = now()
  await notify(tx, {
    kind,
    params: { title, enterprise: owner ?? '', item: text, day: dueOn },
    href: `/portal/activities/${id}`,
    at,
    to: spokespeopleOf(ownerEnterpriseId, dayOf(at)),
  })
}
