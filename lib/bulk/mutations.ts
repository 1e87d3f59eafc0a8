import type { Actor } from '@/lib/access/actor'
import type { Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { Prisma } from '@/lib/core/prisma/client'
import type { BulkOutcome } from '@/lib/core/prisma/enums'
import { startTask } from '@/lib/tasks/mutations'
import { judged } from './judge-queries'
import { taskKinds } from './rules'
import type { BulkParams, Change } from './schema'

type WrittenChange = Exclude<Change, { act: 'export' }>

/** Asks the worker for it; the trail says who asked for how many and why. */
export async function startBulk(
  tx: Tx,
  actor: Actor,
  { key, alliance, ...params }: BulkParams & { key: string; alliance: { name: string } | null },
): Promise<Outcome<{ id: string }>> {
  const label = alliance?.name ?? ''
  const { change, confirmed } = params
  const { id, isNew } = await startTask(tx, actor, {
    kind: taskKinds[change.act],
    params,
    key,
    label,
    total: confirmed,
  })
  const reason: Changes = change.act === 'export' ? {} : { reason: [null, change.reason] }
  const changes: Changes = { rows: [null, confirmed], ...(alliance && { alliance: [null, label] }), ...reason }
  const record = { subjectType: 'task', subjectId: id, subjectLabel: label, changes }
  return { data: { id }, record: isNew ? record : null }
}

export type Counts = Record<BulkOutcome, number>

/** Readers go on; whoever changes a membership waits the second that this takes. */
const lockMemberships = (tx: Tx) => tx.$executeRaw`LOCK TABLE memberships IN SHARE ROW EXCLUSIVE MODE`

/** A single edit that is just being saved is waited for, and judged as it then stands. */
const lockEnterprises = (tx: Tx, ids: string[]) =>
  tx.$executeRaw`SELECT FROM enterprises WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`

/** Judges the chosen rows and does to each what its judgement says: a handful of statements, however many there are. */
export async function changeMany(
  tx: Tx,
  taskId: string,
  change: WrittenChange,
  ids: string[],
  at: Date,
): Promise<void> {
  const isOfMemberships = change.act === 'admit' || change.act === 'release'
  await (isOfMemberships ? lockMemberships(tx) : lockEnterprises(tx, ids))
  await tx.$executeRaw`
    INSERT INTO bulk_rows (task_id, row, enterprise_id, outcome, problem, params, membership_id, before, version)
    SELECT ${taskId}::uuid, j.* FROM (${judged(change, ids)}) j`
  await write(tx, taskId, change, at)
}

async function write(tx: Tx, taskId: string, change: WrittenChange, at: Date): Promise<void> {
  switch (change.act) {
    case 'admit':
      await admit(tx, taskId, change)
      return
    case 'release':
      await tx.$executeRaw`
        UPDATE memberships m SET left_on = ${change.on}::date, leave_reason = ${change.reason}
        FROM bulk_rows r WHERE r.task_id = ${taskId}::uuid AND r.outcome = 'DONE' AND m.id = r.membership_id AND m.left_on IS NULL`
      return
    case 'size':
      await setField(tx, taskId, Prisma.sql`size_class = ${change.sizeClass}::"SizeClass"`, at)
      return
    case 'standardize':
      await setField(
        tx,
        taskId,
        Prisma.sql`standardization_level = ${change.level}::"StandardizationLevel",
          standardization_valid_to = ${change.validTo}::date`,
        at,
      )
  }
}

const admit = (tx: Tx, taskId: string, { allianceId, on, reason }: Extract<Change, { act: 'admit' }>) => tx.$executeRaw`
  WITH made AS (
    INSERT INTO memberships (id, alliance_id, enterprise_id, kind, joined_on, join_reason)
    SELECT gen_random_uuid(), ${allianceId}::uuid, r.enterprise_id, 'MEMBER', ${on}::date, ${reason}
    FROM bulk_rows r WHERE r.task_id = ${taskId}::uuid AND r.outcome = 'DONE'
    RETURNING id, enterprise_id)
  UPDATE bulk_rows r SET membership_id = made.id
  FROM made WHERE r.task_id = ${taskId}::uuid AND r.enterprise_id = made.enterprise_id`

const setField = (tx: Tx, taskId: string, field: Prisma.Sql, at: Date) => tx.$executeRaw`
  UPDATE enterprises e SET ${field}, version = r.version, updated_at = ${at}::timestamptz
  FROM bulk_rows r
  WHERE r.task_id = ${taskId}::uuid AND r.outcome = 'DONE' AND e.id = r.enterprise_id AND e.version = r.version - 1`

/** Rows that the actor may not change are told so, below the others. */
export const refuseRows = (tx: Tx, taskId: string, ids: string[], after: number) => tx.$executeRaw`
  INSERT INTO bulk_rows (task_id, row, enterprise_id, outcome, problem)
  SELECT ${taskId}::uuid, (${after} + c.row)::int, c.id, 'REFUSED', 'FORBIDDEN'
  FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS c(id, row)`

export async function countRows(tx: Tx, taskId: string): Promise<Counts> {
  const rows = await tx.$queryRaw<{ outcome: BulkOutcome; count: number }[]>`
    SELECT outcome, count(*)::int AS count FROM bulk_rows WHERE task_id = ${taskId}::uuid GROUP BY outcome`
  return {
    ...{ DONE: 0, REFUSED: 0, UNCHANGED: 0 },
    ...Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count])),
  }
}

/** What the trail says of each enterprise; fields of the entry as they become, to be told beside what they were. */
export function changesOf(change: WrittenChange, allianceName: string): Record<string, unknown> {
  switch (change.act) {
    case 'admit':
      return { alliance: [null, allianceName], joinedOn: [null, change.on], reason: [null, change.reason] }
    case 'release':
      return { alliance: [allianceName, null], leftOn: [null, change.on], reason: [null, change.reason] }
    case 'size':
      return { sizeClass: change.sizeClass, reason: [null, change.reason] }
    case 'standardize':
      return {
        standardizationLevel: change.level,
        standardizationValidTo: change.validTo,
        reason: [null, change.reason],
      }
  }
}

/** One entry of the trail for each enterprise that was changed, with the task that did it. */
export async function recordRows(
  tx: Tx,
  actor: Actor,
  { taskId, change, allianceName, at }: { taskId: string; change: WrittenChange; allianceName: string; at: Date },
): Promise<void> {
  const changes = JSON.stringify(changesOf(change, allianceName))
  await tx.$executeRaw`
    INSERT INTO audit_events (id, at, actor_id, actor_name, actor_hat, verb, subject_type, subject_id, subject_label, changes)
    SELECT gen_random_uuid(), ${at}::timestamptz, ${actor.userId}::uuid, ${actor.name}, ${actor.hatLabel},
      'enterprise.change-in-bulk', 'enterprise', r.enterprise_id::text, e.name,
      (${changes}::jsonb - ARRAY(SELECT jsonb_object_keys(r.before)))
        || coalesce((SELECT jsonb_object_agg(b.key, jsonb_build_array(b.value, ${changes}::jsonb->b.key))
          FROM jsonb_each(r.before) b WHERE b.value IS DISTINCT FROM ${changes}::jsonb->b.key), '{}')
        || jsonb_build_object('task', jsonb_build_array(NULL, ${taskId}::text))
    FROM bulk_rows r JOIN enterprises e ON e.id = r.enterprise_id
    WHERE r.task_id = ${taskId}::uuid AND r.outcome = 'DONE'`
}
