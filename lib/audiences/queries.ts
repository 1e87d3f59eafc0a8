import type { Actor } from '@/lib/access/actor'
import { canInviteAlliance, visibleActivities } from '@/lib/activities/policy'
import { activitySubject, type ActivitySubject } from '@/lib/activities/queries'
import { db, type Tx } from '@/lib/core/db'
import type { Activity, Prisma } from '@/lib/core/prisma/client'
import { audienceOf, type AudienceRule } from '@/lib/places/audience-policy'
import { membershipsConcerned } from '@/lib/places/policy'
import type { Thought } from './schema'

const ruleSelect = {
  businessKinds: true,
  mandateKinds: true,
  isUntrainedOnly: true,
  evaluatedAt: true,
  jurisdictions: {
    select: { jurisdiction: { select: { id: true, shortName: true } } },
    orderBy: { jurisdiction: { sortOrder: 'asc' } },
  },
  exclusions: {
    select: { enterprise: { select: { id: true, name: true } } },
    orderBy: { enterprise: { name: 'asc' } },
  },
} satisfies Prisma.AudienceRuleSelect

type Named = { id: string; name: string }

/** The rule as it is kept, with the names of what it names. */
export type Audience = AudienceRule & { jurisdictions: Named[]; excluded: Named[]; evaluatedAt: Date | null }

/** Whom an activity is for; an activity without a rule has an empty one. */
export async function readAudience(
  client: Pick<Tx, 'audienceRule'>,
  activity: Pick<ActivitySubject, 'id' | 'alliances'>,
): Promise<Audience> {
  const kept = await client.audienceRule.findUnique({ where: { activityId: activity.id }, select: ruleSelect })
  const jurisdictions = (kept?.jurisdictions ?? []).map((one) => one.jurisdiction)
  const excluded = (kept?.exclusions ?? []).map((one) => one.enterprise)
  return {
    allianceIds: activity.alliances.map(({ allianceId }) => allianceId),
    businessKinds: kept?.businessKinds ?? [],
    mandateKinds: kept?.mandateKinds ?? [],
    isUntrainedOnly: kept?.isUntrainedOnly ?? false,
    evaluatedAt: kept?.evaluatedAt ?? null,
    jurisdictions: jurisdictions.map(({ id, shortName }) => ({ id, name: shortName })),
    jurisdictionIds: jurisdictions.map(({ id }) => id),
    excluded,
    excludedIds: excluded.map(({ id }) => id),
  }
}

/** Of an activity that the actor sees. */
export const getAudience = (_actor: Actor, activity: Pick<ActivitySubject, 'id' | 'alliances'>): Promise<Audience> =>
  readAudience(db, activity)

/** People that would be told, the firms they represent, and firms that are meant and that nobody represents. */
export type AudienceCount = { people: number; enterprises: number; unreached: number }

/** One aggregate over the same rows that are invited; of a choice that is not kept yet, where one is given. */
export async function countAudience(
  actor: Actor,
  activity: Pick<Activity, 'id'>,
  thought?: AudienceRule,
): Promise<AudienceCount> {
  const [count] = await db.$queryRaw<AudienceCount[]>`
    WITH ${audienceOf(activity.id, actor.today, thought)}
    SELECT count(DISTINCT met.user_id)::int AS people, count(DISTINCT met.enterprise_id)::int AS enterprises,
      count(*) FILTER (WHERE met.user_id IS NULL)::int AS unreached
    FROM firm LEFT JOIN met USING (enterprise_id)`
  return count ?? { people: 0, enterprises: 0, unreached: 0 }
}

type Chosen = Pick<ActivitySubject, 'id' | 'hostAllianceId' | 'alliances'>

/** The same of what a form holds: without alliances that are not the actor's to invite, and with the firms left out. */
export async function countThought(actor: Actor, activity: Chosen, thought: Thought): Promise<AudienceCount> {
  const { excludedIds } = await readAudience(db, activity)
  const invited = activity.alliances.map(({ allianceId }) => allianceId)
  const allowed = thought.allianceIds.filter((id) => invited.includes(id) || canInviteAlliance(actor, id))
  return countAudience(actor, activity, {
    ...thought,
    allianceIds: [...new Set([activity.hostAllianceId, ...allowed])],
    excludedIds,
  })
}

/** Whether the audience means an enterprise: such a one may register itself. */
export async function isInvited(actor: Actor, activityId: string, enterpriseId: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH ${audienceOf(activityId, actor.today)} SELECT 1 FROM firm WHERE enterprise_id = ${enterpriseId}::uuid`
  return rows.length > 0
}

/** What a decision about a firm's being left out needs: an activity that the actor sees, a member of its alliances. */
export type FirmSubject = { activity: ActivitySubject; enterprise: Named }

export async function firmSubject(
  tx: Tx,
  actor: Actor,
  { activityId, enterpriseId }: { activityId: string; enterpriseId: string },
): Promise<FirmSubject | null> {
  const activity = await activitySubject(tx, actor, { id: activityId })
  if (!activity) return null
  const enterprise = await tx.enterprise.findFirst({
    where: {
      id: enterpriseId,
      OR: [{ memberships: { some: membershipsConcerned(activity) } }, { leftOutOf: { some: { activityId } } }],
    },
    select: { id: true, name: true },
  })
  return enterprise && { activity, enterprise }
}

/** The bodies that supervise, to choose from. */
export const listJurisdictions = (): Promise<{ id: string; shortName: string; nameEn: string }[]> =>
  db.jurisdiction.findMany({ select: { id: true, shortName: true, nameEn: true }, orderBy: { sortOrder: 'asc' } })

const namesShown = 20

export type AudienceChange = { count: number; names: string[] }

/** Who was invited after it was published, and who is not of the audience any more; whoever may not know the names gets none. */
export async function readChanges(
  actor: Actor,
  activity: Pick<Activity, 'id' | 'publishedAt'>,
  mayName: boolean,
): Promise<{ joined: AudienceChange; left: AudienceChange }> {
  const { id: activityId, publishedAt } = activity
  const seen: Prisma.InvitationWhereInput = { activityId, activity: visibleActivities(actor) }
  const among = async (where: Prisma.InvitationWhereInput): Promise<AudienceChange> => {
    const both = { AND: [seen, where] }
    const [count, rows] = await Promise.all([
      db.invitation.count({ where: both }),
      db.invitation.findMany({
        where: both,
        select: { user: { select: { name: true } } },
        orderBy: [{ user: { namePinyin: 'asc' } }, { id: 'asc' }],
        take: mayName ? namesShown : 0,
      }),
    ])
    return { count, names: rows.map(({ user }) => user.name) }
  }
  if (!publishedAt) return { joined: { count: 0, names: [] }, left: { count: 0, names: [] } }
  const [joined, left] = await Promise.all([
    among({ createdAt: { gt: publishedAt }, leftAt: null }),
    among({ leftAt: { not: null } }),
  ])
  return { joined, left }
}
