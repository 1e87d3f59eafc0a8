import type { Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Prisma } from '@/lib/core/prisma/client'
import type { EndRule, ReferenceRule } from './merge-rules'

const { sql, raw, join } = Prisma

/** One merge under way. */
export type Merging = { mergeId: string; keptId: string; goneId: string; reason: string; today: Day; at: Date }

const pairOf = ({ keptId, goneId, reason, today, at }: Merging) => sql`
  pair AS (SELECT ${keptId}::uuid AS kept, ${goneId}::uuid AS gone, ${reason}::text AS reason, ${today}::date AS today,
    ${at}::timestamptz AS at)`

/** What a row says in some columns, as it is kept. */
const said = (columns: readonly string[]) =>
  sql`jsonb_build_object(${raw(columns.map((column) => `'${column}', t.${column}`).join(', '))})`

/** Moves the rows that name the entry that goes, but for those that the other one has too, and keeps which they were. */
export async function moveReference(
  tx: Tx,
  merging: Merging,
  rule: Extract<ReferenceRule, { does: 'MOVES' }>,
): Promise<void> {
  const column = raw(rule.column)
  await tx.$executeRaw`
    WITH ${pairOf(merging)},
    moved AS (
      UPDATE ${raw(rule.table)} t SET ${column} = pair.kept ${raw(rule.hasVersion ? ', version = t.version + 1' : '')}
      FROM pair WHERE t.${column} = pair.gone AND NOT (${raw(rule.unlessBoth ?? 'false')})
      RETURNING t.id)
    INSERT INTO merge_moves (id, merge_id, table_name, row_id, before, after)
    SELECT gen_random_uuid(), ${merging.mergeId}::uuid, ${rule.table}, moved.id,
      jsonb_build_object(${rule.column}::text, pair.gone), jsonb_build_object(${rule.column}::text, pair.kept)
    FROM moved, pair`
}

/** Ends what would go on at the entry that is closed now, and keeps how it was. */
export async function endStanding(tx: Tx, merging: Merging, { table, where, set }: EndRule): Promise<void> {
  const columns = Object.keys(set)
  const written = join(columns.map((column) => sql`${raw(column)} = ${raw(set[column] ?? '')}`))
  await tx.$executeRaw`
    WITH ${pairOf(merging)},
    open AS (SELECT t.id, ${said(columns)} AS before FROM ${raw(table)} t, pair WHERE ${raw(where)} FOR UPDATE OF t),
    ended AS (
      UPDATE ${raw(table)} t SET ${written} FROM open, pair WHERE t.id = open.id
      RETURNING t.id, open.before, ${said(columns)} AS after)
    INSERT INTO merge_moves (id, merge_id, table_name, row_id, before, after)
    SELECT gen_random_uuid(), ${merging.mergeId}::uuid, ${table}, ended.id, ended.before, ended.after FROM ended`
}

/** Keeps what an entry of the registry says in some columns, before and after it is written. */
export async function note(
  tx: Tx,
  mergeId: string,
  { id, columns }: { id: string; columns: string[] },
  moment: 'before' | 'after',
): Promise<void> {
  if (columns.length === 0) return
  if (moment === 'before')
    await tx.$executeRaw`
      INSERT INTO merge_moves (id, merge_id, table_name, row_id, before, after)
      SELECT gen_random_uuid(), ${mergeId}::uuid, 'enterprises', t.id, ${said(columns)}, '{}'
      FROM enterprises t WHERE t.id = ${id}::uuid`
  else
    await tx.$executeRaw`
      UPDATE merge_moves m SET after = ${said(columns)} FROM enterprises t
      WHERE m.merge_id = ${mergeId}::uuid AND m.table_name = 'enterprises' AND m.row_id = t.id AND t.id = ${id}::uuid`
}

/** Writes the kept columns back where they still say what the merge wrote, and answers how many rows that were. */
export async function putBack(
  tx: Tx,
  mergeId: string,
  { table, columns, hasVersion }: { table: string; columns: readonly string[]; hasVersion: boolean },
): Promise<number> {
  const names = raw(columns.join(', '))
  return tx.$executeRaw`
    UPDATE ${raw(table)} t
    SET (${names}) = (SELECT ${names} FROM jsonb_populate_record(NULL::${raw(table)}, m.before))
      ${raw(hasVersion ? ', version = t.version + 1' : '')}
    FROM merge_moves m
    WHERE m.merge_id = ${mergeId}::uuid AND m.table_name = ${table} AND m.row_id = t.id AND to_jsonb(t) @> m.after
      AND (SELECT array_agg(key ORDER BY key COLLATE "C") FROM jsonb_object_keys(m.before) key) = ${columns.toSorted()}::text[]`
}

/** The number of enterprises that use a practice follows from its adoptions. */
export async function recountAdoptions(tx: Tx, mergeId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE practices p SET adopted_count = (SELECT count(*) FROM adoptions a WHERE a.practice_id = p.id AND a.ended_at IS NULL)
    WHERE p.id IN (SELECT a.practice_id FROM adoptions a JOIN merge_moves m ON m.row_id = a.id
      WHERE m.merge_id = ${mergeId}::uuid AND m.table_name = 'adoptions')`
}
