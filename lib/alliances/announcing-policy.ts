import { Prisma } from '@/lib/core/prisma/client'

/**
 * Activities that are for some members of their alliances only, because their audience leaves firms out (ADR 058): nobody
 * outside is told of them. An activity without a rule, or with one that names kinds of mandate alone, means every firm.
 */
export const narrowActivities = {
  audienceRule: {
    OR: [
      { isUntrainedOnly: true },
      { businessKinds: { isEmpty: false } },
      { jurisdictions: { some: {} } },
      { exclusions: { some: {} } },
    ],
  },
} satisfies Prisma.ActivityWhereInput

/** The same of one activity, inside a statement. */
export const isNarrow = (activityId: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  EXISTS (SELECT FROM audience_rules k WHERE k.activity_id = ${activityId}
    AND (k.is_untrained_only OR cardinality(k.business_kinds) > 0))
  OR EXISTS (SELECT FROM audience_jurisdictions k WHERE k.activity_id = ${activityId})
  OR EXISTS (SELECT FROM audience_exclusions k WHERE k.activity_id = ${activityId}))`
