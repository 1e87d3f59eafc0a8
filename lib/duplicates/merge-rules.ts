import type { MergeKind } from './rules'

/**
 * What merging does with each column that names an enterprise. `t` is the row, `pair` the two entries (`kept`, `gone`) with
 * the day, the instant and the reason. The catalog is compared with this list: a new foreign key has to be decided here.
 */
export type ReferenceRule = {
  table: string
  column: string
  /** What the preview calls it. */
  kind: MergeKind
} & (
  | {
      does: 'MOVES'
      /** True of rows that the entry that stays has already: they stay where they are. */
      unlessBoth?: string
      /** Whoever is editing the row finds out that it has changed. */
      hasVersion?: boolean
    }
  /** It speaks of the entry, not of the establishment. */
  | { does: 'STAYS' }
)

/** A row of the entry that stays, of the same table. */
const ofKept = (table: string, same: string) =>
  `EXISTS (SELECT FROM ${table} k WHERE k.enterprise_id = pair.kept AND ${same})`

const sameDays = (from: string, until: string, bounds = '[)') =>
  `daterange(k.${from}, k.${until}, '${bounds}') && daterange(t.${from}, t.${until}, '${bounds}')`

/** Nobody inspects itself, and the same two are paired once. */
const otherSide = (own: string, other: string) =>
  `(t.${other} = pair.kept OR EXISTS (SELECT FROM inspection_pairs k
    WHERE k.activity_id = t.activity_id AND k.${own} = pair.kept AND k.${other} = t.${other}))`

/** In this order: a later rule may rest on what an earlier one moved. */
export const referenceRules: readonly ReferenceRule[] = [
  {
    table: 'memberships',
    column: 'enterprise_id',
    kind: 'memberships',
    does: 'MOVES',
    unlessBoth: ofKept('memberships', `k.alliance_id = t.alliance_id AND ${sameDays('joined_on', 'left_on')}`),
  },
  {
    // Goes where its membership goes, before and after that has moved.
    table: 'lead_decisions',
    column: 'enterprise_id',
    kind: 'leadDecisions',
    does: 'MOVES',
    unlessBoth: `EXISTS (SELECT FROM memberships own JOIN memberships k ON k.alliance_id = own.alliance_id AND k.id <> own.id
      WHERE own.id = t.membership_id AND k.enterprise_id = pair.kept
        AND daterange(k.joined_on, k.left_on, '[)') && daterange(own.joined_on, own.left_on, '[)'))`,
  },
  {
    table: 'mandates',
    column: 'enterprise_id',
    kind: 'mandates',
    does: 'MOVES',
    unlessBoth: ofKept(
      'mandates',
      `k.user_id = t.user_id AND k.kind = t.kind
        AND daterange(k.valid_from, k.valid_to + 1, '[)') && daterange(t.valid_from, t.valid_to + 1, '[)')`,
    ),
  },
  {
    table: 'appointments',
    column: 'enterprise_id',
    kind: 'appointments',
    does: 'MOVES',
    unlessBoth: ofKept('appointments', `k.user_id = t.user_id AND ${sameDays('starts_on', 'ends_on')}`),
  },
  { table: 'licences', column: 'enterprise_id', kind: 'licences', does: 'MOVES' },
  {
    table: 'registrations',
    column: 'enterprise_id',
    kind: 'registrations',
    does: 'MOVES',
    unlessBoth: `t.user_id IS NULL AND t.state = 'ON_LEAVE' AND ${ofKept(
      'registrations',
      `k.activity_id = t.activity_id AND k.user_id IS NULL AND k.state = 'ON_LEAVE'`,
    )}`,
  },
  {
    table: 'attendances',
    column: 'enterprise_id',
    kind: 'attendances',
    does: 'MOVES',
    hasVersion: true,
    unlessBoth: `t.undone_at IS NULL AND ${ofKept(
      'attendances',
      'k.activity_id = t.activity_id AND k.user_id = t.user_id AND k.undone_at IS NULL',
    )}`,
  },
  { table: 'visit_slots', column: 'host_enterprise_id', kind: 'visitSlots', does: 'MOVES' },
  {
    table: 'activity_speakers',
    column: 'enterprise_id',
    kind: 'speakers',
    does: 'MOVES',
    unlessBoth: ofKept('activity_speakers', 'k.activity_id = t.activity_id'),
  },
  { table: 'guidance_requests', column: 'enterprise_id', kind: 'guidances', does: 'MOVES' },
  {
    table: 'inspection_pairs',
    column: 'inspector_id',
    kind: 'inspections',
    does: 'MOVES',
    unlessBoth: otherSide('inspector_id', 'inspected_id'),
  },
  {
    table: 'inspection_pairs',
    column: 'inspected_id',
    kind: 'inspections',
    does: 'MOVES',
    unlessBoth: otherSide('inspected_id', 'inspector_id'),
  },
  { table: 'visit_hosts', column: 'enterprise_id', kind: 'visitHosts', does: 'MOVES' },
  {
    table: 'slot_bookings',
    column: 'enterprise_id',
    kind: 'slotBookings',
    does: 'MOVES',
    unlessBoth: ofKept('slot_bookings', 'k.slot_id = t.slot_id'),
  },
  {
    table: 'audience_exclusions',
    column: 'enterprise_id',
    kind: 'audienceExclusions',
    does: 'MOVES',
    unlessBoth: ofKept('audience_exclusions', 'k.activity_id = t.activity_id'),
  },
  { table: 'certificates', column: 'enterprise_id', kind: 'certificates', does: 'MOVES' },
  { table: 'topics', column: 'owner_id', kind: 'topics', does: 'MOVES', hasVersion: true },
  { table: 'action_items', column: 'owner_enterprise_id', kind: 'actionItems', does: 'MOVES', hasVersion: true },
  {
    table: 'problem_todos',
    column: 'enterprise_id',
    kind: 'problemTodos',
    does: 'MOVES',
    hasVersion: true,
    unlessBoth: ofKept('problem_todos', 'k.problem_id = t.problem_id'),
  },
  {
    table: 'self_check_replies',
    column: 'enterprise_id',
    kind: 'selfChecks',
    does: 'MOVES',
    hasVersion: true,
    unlessBoth: ofKept('self_check_replies', 'k.self_check_id = t.self_check_id'),
  },
  { table: 'practices', column: 'enterprise_id', kind: 'practices', does: 'MOVES' },
  {
    // Nobody adopts a practice twice, or its own.
    table: 'adoptions',
    column: 'enterprise_id',
    kind: 'adoptions',
    does: 'MOVES',
    unlessBoth: `t.ended_at IS NULL AND (${ofKept('adoptions', 'k.practice_id = t.practice_id AND k.ended_at IS NULL')}
      OR EXISTS (SELECT FROM practices p WHERE p.id = t.practice_id AND p.enterprise_id IN (pair.kept, pair.gone)))`,
  },
  { table: 'announcements', column: 'enterprise_id', kind: 'announcements', does: 'MOVES', hasVersion: true },
  {
    table: 'announcement_reads',
    column: 'enterprise_id',
    kind: 'announcementReads',
    does: 'MOVES',
    unlessBoth: ofKept('announcement_reads', 'k.announcement_id = t.announcement_id'),
  },
  {
    table: 'service_confirmations',
    column: 'enterprise_id',
    kind: 'serviceConfirmations',
    does: 'MOVES',
    unlessBoth: ofKept('service_confirmations', 'k.activity_id = t.activity_id'),
  },
  {
    table: 'disputes',
    column: 'enterprise_id',
    kind: 'disputes',
    does: 'MOVES',
    unlessBoth: `t.state = 'OPEN' AND ${ofKept('disputes', `k.activity_id = t.activity_id AND k.state = 'OPEN'`)}`,
  },
  // Whatever was merged into the one that goes is from now on found at the one that stays.
  { table: 'enterprises', column: 'merged_into_id', kind: 'mergedEntries', does: 'MOVES' },
  { table: 'activation_codes', column: 'enterprise_id', kind: 'activationCodes', does: 'STAYS' },
  { table: 'correction_proposals', column: 'enterprise_id', kind: 'proposals', does: 'STAYS' },
  { table: 'import_rows', column: 'enterprise_id', kind: 'importRows', does: 'STAYS' },
  { table: 'bulk_rows', column: 'enterprise_id', kind: 'bulkRows', does: 'STAYS' },
  { table: 'enterprise_supervisions', column: 'enterprise_id', kind: 'supervisions', does: 'STAYS' },
  { table: 'enterprise_closures', column: 'enterprise_id', kind: 'closures', does: 'STAYS' },
  { table: 'distinct_pairs', column: 'first_id', kind: 'distinctPairs', does: 'STAYS' },
  { table: 'distinct_pairs', column: 'second_id', kind: 'distinctPairs', does: 'STAYS' },
  { table: 'enterprise_merges', column: 'kept_id', kind: 'merges', does: 'STAYS' },
  { table: 'enterprise_merges', column: 'gone_id', kind: 'merges', does: 'STAYS' },
]

/** What would go on at an entry that is closed now, because the other one has it too: it ends as closing ends it. */
export type EndRule = { table: string; where: string; set: Readonly<Record<string, string>> }

const atGone = 't.enterprise_id = pair.gone'

export const endRules: readonly EndRule[] = [
  {
    // An alliance decides on the successor of its lead; merging refuses before it comes to that.
    table: 'memberships',
    where: `${atGone} AND t.kind = 'MEMBER' AND (t.left_on IS NULL OR t.left_on > pair.today)`,
    set: { left_on: 'greatest(t.joined_on, pair.today)', leave_reason: 'pair.reason' },
  },
  {
    table: 'mandates',
    where: `${atGone} AND (t.valid_to IS NULL OR t.valid_to >= pair.today)`,
    set: { valid_to: 'greatest(t.valid_from - 1, pair.today - 1)' },
  },
  {
    table: 'appointments',
    where: `${atGone} AND (t.ends_on IS NULL OR t.ends_on > pair.today)`,
    set: { ends_on: 'greatest(t.starts_on, pair.today)' },
  },
  {
    // Also one that the entry that stays has of a practice that has become its own.
    table: 'adoptions',
    where: `t.ended_at IS NULL AND (${atGone} OR t.enterprise_id = pair.kept
      AND EXISTS (SELECT FROM practices p WHERE p.id = t.practice_id AND p.enterprise_id = pair.kept))`,
    set: { ended_at: 'pair.at' },
  },
  {
    table: 'activation_codes',
    where: `${atGone} AND t.used_at IS NULL AND t.revoked_at IS NULL`,
    set: { revoked_at: 'pair.at' },
  },
]
