/**
 * What a portal's database holds, as far as a copy is concerned.
 * @typedef {{ schema: string, name: string, columns: string[], key: string[] }} Table `key`: the columns of the primary key
 * @typedef {{ schema: string, name: string, last: string, isCalled: boolean }} Sequence
 */

/** Every table of the portal's own. @param {import('pg').ClientBase} client @returns {Promise<Table[]>} */
export async function listTables(client) {
  const { rows } = await client.query(`
    SELECT n.nspname AS schema, c.relname AS name,
      (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      COALESCE((SELECT array_agg(a.attname::text ORDER BY k.position) FROM pg_index i,
        unnest(i.indkey::int2[]) WITH ORDINALITY AS k(number, position)
        JOIN pg_attribute a ON a.attnum = k.number
        WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid), '{}') AS key
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname`)
  return rows
}

/** Work that was asked for and not yet done, which is nowhere but in the job queue. */
export const waitingJobs = {
  schema: 'pgboss',
  name: 'job',
  columns: ['id', 'name', 'priority', 'data', 'state', 'retry_limit', 'retry_count', 'retry_delay', 'retry_backoff'],
  key: ['id'],
  where: "state IN ('created', 'retry', 'active')",
}

/** @param {import('pg').ClientBase} client @returns {Promise<Sequence[]>} */
export async function listSequences(client) {
  const { rows } = await client.query(`
    SELECT schemaname AS schema, sequencename AS name, COALESCE(last_value, start_value)::text AS last,
      last_value IS NOT NULL AS "isCalled"
    FROM pg_sequences WHERE schemaname = 'public' ORDER BY sequencename`)
  return rows
}

/** The foreign keys, which stand aside while rows come in any order and are proved when they come back. */
export async function listForeignKeys(client) {
  const { rows } = await client.query(`
    SELECT c.conname AS name, t.relname AS table, pg_get_constraintdef(c.oid) AS definition
    FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
    WHERE c.contype = 'f' AND c.conparentid = 0 AND c.connamespace = 'public'::regnamespace
    ORDER BY t.relname, c.conname`)
  return rows
}

/** Schema and name as SQL writes them. */
export const nameOf = (client, { schema, name }) =>
  `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`

/** The columns as SQL writes them. */
export const columnsOf = (client, names) => names.map((name) => client.escapeIdentifier(name)).join(', ')

/** The file of a table inside of a backup. */
export const fileOf = ({ schema, name }) => `database/${schema}.${name}.copy.gz`
