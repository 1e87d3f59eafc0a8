import { dayOf } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Prisma } from '@/lib/core/prisma/client'
import { audienceOf } from './audience-policy'
import { answerLinks, hushAlliances, tell, tellAlliances, tellLeft } from './mutations'
import { lockActivity } from './room-mutations'

/** How many people were invited, and how many the audience does not meet any more. */
export type Revised = { invited: number; left: number }

type Revision = { activityId: string; at: Date }

/**
 * Invites whom the audience of the activity meets, in the transaction that publishes it. Each of them may answer by a link
 * of their own, which the mail carries; the groups of its alliances are told too.
 */
export async function inviteAudience(tx: Tx, { activityId, at }: Revision): Promise<number> {
  await keepRule(tx, activityId)
  await tellAlliances(tx, { activityId, kind: 'ACTIVITY_INVITED', at })
  const { invited } = await reviseInvitations(tx, { activityId, at })
  return invited
}

/** What is published has a rule, if only one that restricts nothing: by it the rounds know what to look at. */
export async function keepRule(tx: Tx, activityId: string): Promise<void> {
  await tx.$executeRaw`INSERT INTO audience_rules (activity_id, business_kinds, mandate_kinds)
    VALUES (${activityId}::uuid, '{}', '{}') ON CONFLICT (activity_id) DO NOTHING`
}

/** Whom one activity is for, another one is for too. */
export async function copyRule(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.$executeRaw`INSERT INTO audience_rules (activity_id, business_kinds, mandate_kinds, is_untrained_only)
    SELECT ${toId}::uuid, business_kinds, mandate_kinds, is_untrained_only FROM audience_rules
    WHERE activity_id = ${fromId}::uuid`
  await tx.$executeRaw`INSERT INTO audience_jurisdictions (activity_id, jurisdiction_id)
    SELECT ${toId}::uuid, jurisdiction_id FROM audience_jurisdictions WHERE activity_id = ${fromId}::uuid`
  await tx.$executeRaw`INSERT INTO audience_exclusions (id, activity_id, enterprise_id)
    SELECT gen_random_uuid(), ${toId}::uuid, enterprise_id FROM audience_exclusions WHERE activity_id = ${fromId}::uuid`
}

/**
 * Holds the invitations of an activity against its audience as it is now: who is newly met is invited and told; who is not
 * met any more keeps the link only after having answered, and otherwise is told once that the invitation has ended. Once it has begun nothing is changed. Safe to run again, and
 * beside itself.
 */
export async function reviseInvitations(tx: Tx, { activityId, at }: Revision): Promise<Revised> {
  const activity = await lockActivity(tx, activityId)
  if (activity.state !== 'PUBLISHED' || activity.startsAt <= at) return { invited: 0, left: 0 }
  // What was published before there were rules has none, and whom it invited then stays as it was.
  const { count } = await tx.audienceRule.updateMany({ where: { activityId }, data: { evaluatedAt: at } })
  if (count === 0) return { invited: 0, left: 0 }
  await hushAlliances(tx, activityId)
  const left = await leaveOut(tx, { activityId, at })
  await tellLeft(tx, { activityId, userIds: left.flatMap((one) => (one.isKept ? [] : [one.userId])), at })
  const invited = await takeIn(tx, { activityId, at })
  if (invited.length > 0) {
    const links = await answerLinks(tx, activityId)
    const named = new Set(invited)
    await tell(tx, {
      activityId,
      kind: 'ACTIVITY_INVITED',
      at,
      to: Prisma.sql`SELECT unnest(${invited}::uuid[])`,
      links: links.filter(({ userId }) => named.has(userId)),
    })
  }
  return { invited: invited.length, left: left.length }
}

/** Whoever answered for somebody, or was named, has answered. */
const leaveOut = (tx: Tx, { activityId, at }: Revision) => tx.$queryRaw<{ userId: string; isKept: boolean }[]>`
  WITH ${audienceOf(activityId, dayOf(at))}
  UPDATE invitations i SET left_at = ${at}, is_kept = EXISTS (
    SELECT 1 FROM registrations r WHERE r.activity_id = i.activity_id AND r.state <> 'WITHDRAWN'
      AND (r.user_id = i.user_id OR r.created_by_id = i.user_id))
  WHERE i.activity_id = ${activityId}::uuid AND i.left_at IS NULL
    AND i.user_id NOT IN (SELECT user_id FROM met)
  RETURNING i.user_id AS "userId", i.is_kept AS "isKept"`

/** The new ones, and those who come back to a link that had ended; who kept theirs comes back without a word. */
async function takeIn(tx: Tx, { activityId, at }: Revision): Promise<string[]> {
  await tx.$executeRaw`WITH ${audienceOf(activityId, dayOf(at))}
    UPDATE invitations i SET left_at = NULL, is_kept = false
    WHERE i.activity_id = ${activityId}::uuid AND i.left_at IS NOT NULL AND i.is_kept
      AND i.user_id IN (SELECT user_id FROM met)`
  const rows = await tx.$queryRaw<{ userId: string }[]>`WITH ${audienceOf(activityId, dayOf(at))}
    INSERT INTO invitations (id, activity_id, user_id, created_at)
    SELECT gen_random_uuid(), ${activityId}::uuid, one.user_id, ${at} FROM (SELECT DISTINCT user_id FROM met) AS one
    ON CONFLICT (activity_id, user_id) DO UPDATE SET left_at = NULL WHERE invitations.left_at IS NOT NULL
    RETURNING user_id AS "userId"`
  return rows.map(({ userId }) => userId)
}

/** Whether an enterprise belongs to the audience, whoever represents it. */
export async function meetsEnterprise(
  tx: Pick<Tx, '$queryRaw'>,
  { activityId, enterpriseId, at }: Revision & { enterpriseId: string },
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`WITH ${audienceOf(activityId, dayOf(at))}
    SELECT 1 FROM firm WHERE enterprise_id = ${enterpriseId}::uuid`
  return rows.length > 0
}
