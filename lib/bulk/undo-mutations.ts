import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/core/db'
import { Prisma } from '@/lib/core/prisma/client'
import { changesOf } from './mutations'
import type { Change } from './schema'

type WrittenChange = Exclude<Change, { act: 'export' }>

/**
 * Takes back what a task did, enterprise by enterprise, in one statement. A row that was changed since is left as it is,
 * and the result of the undoing says so.
 */
export async function takeBack(
  tx: Tx,
  {
    undoneId,
    taskId,
    change,
    reason,
    at,
  }: { undoneId: string; taskId: string; change: WrittenChange; reason: string; at: Date },
): Promise<void> {
  await tx.$executeRaw`
    WITH back AS (${takenBack(undoneId, change, reason, at)})
    INSERT INTO bulk_rows (task_id, row, enterprise_id, outcome, problem, params, membership_id, before)
    SELECT ${taskId}::uuid, r.row, r.enterprise_id,
      CASE WHEN back.id IS NULL THEN 'REFUSED' ELSE 'DONE' END::"BulkOutcome",
      CASE WHEN back.id IS NULL THEN 'CHANGED_SINCE' END, jsonb_build_object('name', e.name), r.membership_id, r.before
    FROM bulk_rows r JOIN enterprises e ON e.id = r.enterprise_id LEFT JOIN back ON back.id = r.enterprise_id
    WHERE r.task_id = ${undoneId}::uuid AND r.outcome = 'DONE'`
}

/** The statement that takes back, answering the enterprises to which it was done. */
function takenBack(undoneId: string, change: WrittenChange, reason: string, at: Date): Prisma.Sql {
  const done = Prisma.sql`r.task_id = ${undoneId}::uuid AND r.outcome = 'DONE'`
  switch (change.act) {
    case 'admit':
      // An empty period: it never held, and no row of the record is deleted.
      return Prisma.sql`
        UPDATE memberships m SET left_on = m.joined_on, leave_reason = ${reason} FROM bulk_rows r
        WHERE ${done} AND m.id = r.membership_id AND m.kind = 'MEMBER' AND m.left_on IS NULL
          AND m.joined_on = ${change.on}::date
        RETURNING r.enterprise_id AS id`
    case 'release':
      return Prisma.sql`
        UPDATE memberships m SET left_on = NULL, leave_reason = '' FROM bulk_rows r
        WHERE ${done} AND m.id = r.membership_id AND m.left_on = ${change.on}::date
          AND NOT EXISTS (SELECT FROM memberships o WHERE o.alliance_id = m.alliance_id AND o.id <> m.id
            AND o.enterprise_id = m.enterprise_id AND daterange(o.joined_on, o.left_on, '[)') && daterange(m.joined_on, NULL, '[)'))
        RETURNING r.enterprise_id AS id`
    case 'size':
      return restored(Prisma.sql`size_class = (r.before->>'sizeClass')::"SizeClass"`, done, at)
    case 'standardize':
      return restored(
        Prisma.sql`standardization_level = (r.before->>'standardizationLevel')::"StandardizationLevel",
          standardization_valid_to = (r.before->>'standardizationValidTo')::date`,
        done,
        at,
      )
  }
}

const restored = (field: Prisma.Sql, done: Prisma.Sql, at: Date) => Prisma.sql`
  UPDATE enterprises e SET ${field}, version = e.version + 1, updated_at = ${at}::timestamptz FROM bulk_rows r
  WHERE ${done} AND e.id = r.enterprise_id AND e.version = r.version
  RETURNING e.id`

/** One entry of the trail for each enterprise that is as it was before. */
export async function recordTakenBack(
  tx: Tx,
  actor: Actor,
  { taskId, change, allianceName, at }: { taskId: string; change: WrittenChange; allianceName: string; at: Date },
): Promise<void> {
  const { reason: _, ...told } = changesOf(change, allianceName)
  const reversed = Object.entries(told).map(([field, value]) => [
    field,
    Array.isArray(value) ? value.toReversed() : value,
  ])
  const changes = JSON.stringify(Object.fromEntries(reversed))
  await tx.$executeRaw`
    INSERT INTO audit_events (id, at, actor_id, actor_name, actor_hat, verb, subject_type, subject_id, subject_label, changes)
    SELECT gen_random_uuid(), ${at}::timestamptz, ${actor.userId}::uuid, ${actor.name}, ${actor.hatLabel},
      'enterprise.undo-bulk-change', 'enterprise', r.enterprise_id::text, e.name,
      (${changes}::jsonb - ARRAY(SELECT jsonb_object_keys(r.before)))
        || coalesce((SELECT jsonb_object_agg(b.key, jsonb_build_array(${changes}::jsonb->b.key, b.value))
          FROM jsonb_each(r.before) b WHERE b.value IS DISTINCT FROM ${changes}::jsonb->b.key), '{}')
        || jsonb_build_object('task', jsonb_build_array(NULL, ${taskId}::text))
    FROM bulk_rows r JOIN enterprises e ON e.id = r.enterprise_id
    WHERE r.task_id = ${taskId}::uuid AND r.outcome = 'DONE'`
}
