import { dayOf } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Prisma } from '@/lib/core/prisma/client'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { answerLinks, tell } from '@/lib/places/mutations'
import { lockActivity } from '@/lib/places/room-mutations'
import { registrationWindow } from '@/lib/places/rules'
import { unansweredInvitations } from './policy'

/** `invitationId` null: everybody who has not answered. */
type Urging = { activityId: string; invitationId: string | null; urgedById: string; at: Date }

/**
 * Asks for an answer, of those who have not given one and were not asked today: a unique key of invitation and day says
 * so, however many press at once. How many people.
 */
export async function urge(tx: Tx, { activityId, invitationId, urgedById, at }: Urging): Promise<number> {
  const activity = await lockActivity(tx, activityId)
  const window = registrationWindow(activity, at)
  refuseUnless(window !== 'NOT_YET', 'REGISTRATION_NOT_YET_OPEN')
  refuseUnless(window === 'OPEN', 'REGISTRATION_OVER')
  const today = dayOf(at)
  const urged = await tx.$queryRaw<{ userId: string }[]>`
    WITH asked AS (${unansweredInvitations(activityId, today)}),
    urged AS (
      INSERT INTO invitation_urges (id, invitation_id, day, urged_by_id, created_at)
      SELECT gen_random_uuid(), a.id, ${today}::date, ${urgedById}::uuid, ${at} FROM asked a
      WHERE ${invitationId}::uuid IS NULL OR a.id = ${invitationId}::uuid
      ON CONFLICT (invitation_id, day) DO NOTHING RETURNING invitation_id)
    SELECT a.user_id AS "userId" FROM urged u JOIN asked a ON a.id = u.invitation_id`
  if (urged.length === 0) throw new Refusal(invitationId ? 'URGED_OR_ANSWERED' : 'NOBODY_TO_URGE')
  const ids = urged.map(({ userId }) => userId)
  await tell(tx, {
    activityId,
    kind: 'ANSWER_URGED',
    at,
    to: Prisma.sql`SELECT unnest(${ids}::uuid[])`,
    links: await answerLinks(tx, activityId, ids),
  })
  return urged.length
}
