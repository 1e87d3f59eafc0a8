import { dayOf } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Prisma } from '@/lib/core/prisma/client'
import { notify } from '@/lib/notifications/mutations'
import { coordinatorsOf, spokespeopleOf } from '@/lib/registry/notice-mutations'
import type { DisputeRow, DisputedActivity } from './queries'

/** Tells whoever serves the alliance today that somebody disputes; whoever stands in for them too. */
export const tellOrganisers = (
  tx: Tx,
  { id, title, hostAllianceId }: DisputedActivity,
  { enterprise, reason, at }: { enterprise: string; reason: string; at: Date },
): Promise<number> =>
  notify(tx, {
    kind: 'DISPUTE_FILED',
    params: { title, enterprise, reason },
    href: `/portal/activities/${id}/disputes`,
    at,
    to: coordinatorsOf(hostAllianceId, dayOf(at)),
  })

/** Tells the enterprise what came of it: who speaks for it, who disputed, and whose attendance it was. */
export const tellAnswered = (
  tx: Tx,
  { activity, enterpriseId, enterprise, filedById, userId }: DisputeRow,
  { answer, reason, at }: { answer: 'ACCEPTED' | 'REJECTED'; reason: string; at: Date },
): Promise<number> =>
  notify(tx, {
    kind: answer === 'ACCEPTED' ? 'DISPUTE_ACCEPTED' : 'DISPUTE_REJECTED',
    params: { title: activity.title, enterprise: enterprise.name, reason },
    href: `/portal/activities/${activity.id}`,
    at,
    to: Prisma.sql`${spokespeopleOf(enterpriseId, dayOf(at))}
      UNION SELECT unnest(ARRAY[${filedById}::uuid, ${userId}::uuid])`,
  })
