import type { Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import type { Activity } from '@/lib/core/prisma/client'
import { unansweredInvitations } from './policy'

/** People who have not answered for some enterprise, and those of them who may still be urged today. */
export type UrgeTally = { unanswered: number; urgeable: number }

/** Of an activity whose invitations the reader sees. */
export async function tallyUnanswered(activity: Pick<Activity, 'id'>, today: Day): Promise<UrgeTally> {
  const [tally] = await db.$queryRaw<UrgeTally[]>`
    SELECT count(*)::int AS unanswered, count(*) FILTER (WHERE NOT EXISTS (
      SELECT 1 FROM invitation_urges u WHERE u.invitation_id = a.id AND u.day = ${today}::date))::int AS urgeable
    FROM (${unansweredInvitations(activity.id, today)}) AS a`
  return tally ?? { unanswered: 0, urgeable: 0 }
}
