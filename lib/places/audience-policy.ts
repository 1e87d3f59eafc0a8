import type { Day } from '@/lib/core/clock'
import { Prisma } from '@/lib/core/prisma/client'
import type { BusinessKind, MandateKind } from '@/lib/core/prisma/enums'

/** Whom an activity is for among the members of its alliances. What is empty restricts nothing. */
export type AudienceRule = {
  allianceIds: string[]
  jurisdictionIds: string[]
  businessKinds: BusinessKind[]
  mandateKinds: MandateKind[]
  isUntrainedOnly: boolean
  /** Firms left out by name. */
  excludedIds: string[]
}

const { sql } = Prisma

/** As it is kept; an activity without a rule meets all members of its alliances. */
const asKept = (activityId: string): Prisma.Sql => sql`
  SELECT ARRAY(SELECT alliance_id FROM activity_alliances WHERE activity_id = ${activityId}::uuid) AS alliance_ids,
    ARRAY(SELECT jurisdiction_id FROM audience_jurisdictions WHERE activity_id = ${activityId}::uuid) AS jurisdiction_ids,
    ARRAY(SELECT enterprise_id FROM audience_exclusions WHERE activity_id = ${activityId}::uuid) AS excluded_ids,
    coalesce(k.business_kinds::text[], '{}') AS business_kinds, coalesce(k.mandate_kinds::text[], '{}') AS mandate_kinds,
    coalesce(k.is_untrained_only, false) AS is_untrained_only
  FROM (SELECT 1) AS one LEFT JOIN audience_rules k ON k.activity_id = ${activityId}::uuid`

/** As somebody thinks of it, before it is kept. */
const asThought = (rule: AudienceRule): Prisma.Sql => sql`
  SELECT ${rule.allianceIds}::uuid[] AS alliance_ids, ${rule.jurisdictionIds}::uuid[] AS jurisdiction_ids,
    ${rule.excludedIds}::uuid[] AS excluded_ids, ${rule.businessKinds}::text[] AS business_kinds,
    ${rule.mandateKinds}::text[] AS mandate_kinds, ${rule.isUntrainedOnly}::boolean AS is_untrained_only`

/**
 * Whom an activity meets, the one definition that invites, counts, lists and lets register. Follows WITH: `firm`
 * (`enterprise_id`) are the members of its alliances on its day that the rule means; `met` (`user_id`, `enterprise_id`)
 * those who hold a mandate of such a firm today (notice 三(一): 主要负责人或指定专人) and may sign in. A firm that nobody
 * represents is a `firm` without a `met`. Trained is who was at a training of the year with a mandate, as reports count.
 */
export const audienceOf = (activityId: string, today: Day, thought?: AudienceRule): Prisma.Sql => sql`
  rule AS MATERIALIZED (${thought ? asThought(thought) : asKept(activityId)}),
  meeting AS MATERIALIZED (
    SELECT id, (starts_at AT TIME ZONE 'Asia/Shanghai')::date AS day FROM activities WHERE id = ${activityId}::uuid),
  firm AS (
    SELECT DISTINCT s.enterprise_id FROM rule r
    CROSS JOIN meeting a
    JOIN memberships s ON s.alliance_id = ANY(r.alliance_ids)
      AND s.joined_on <= a.day AND (s.left_on IS NULL OR s.left_on > a.day)
    JOIN enterprises e ON e.id = s.enterprise_id
    WHERE (cardinality(r.jurisdiction_ids) = 0 OR e.supervising_jurisdiction_id = ANY(r.jurisdiction_ids))
      AND (cardinality(r.business_kinds) = 0 OR e.business_kind::text = ANY(r.business_kinds))
      AND e.id <> ALL(r.excluded_ids)
      AND NOT (r.is_untrained_only AND EXISTS (
        SELECT 1 FROM attendances t JOIN activities n ON n.id = t.activity_id
        WHERE t.enterprise_id = e.id AND t.undone_at IS NULL AND NOT t.is_excluded AND t.mandate_kind IS NOT NULL
          AND n.kind = 'TRAINING' AND n.state IN ('HELD', 'CLOSED') AND n.id <> a.id
          AND date_trunc('year', n.starts_at AT TIME ZONE 'Asia/Shanghai') = date_trunc('year', a.day::timestamp)))),
  met AS (
    SELECT DISTINCT m.user_id, m.enterprise_id FROM rule r
    JOIN mandates m ON m.enterprise_id IN (SELECT enterprise_id FROM firm)
      AND m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to >= ${today}::date)
      AND (cardinality(r.mandate_kinds) = 0 OR m.kind::text = ANY(r.mandate_kinds))
    JOIN users u ON u.id = m.user_id AND u.disabled_at IS NULL)`

/** Invitations whose link answers: not shut, of somebody who is still met or had answered before. */
export const liveInvitations: Prisma.InvitationWhereInput = {
  AND: [{ revokedAt: null }, { OR: [{ leftAt: null }, { isKept: true }] }],
}
