import pg from 'pg'

/**
 * Writes the statement that looks at every table into a function: planned once for each connection, for tables there are
 * many, and the tables of permissions ask for it thousands of times. Without help of other processes, which costs more than
 * it saves here and mixes up the order.
 */
export const fingerprintStatement = `
  DO $make$
  DECLARE looks text;
  BEGIN
    SELECT string_agg(format(
      'SELECT %L AS name, count(*)::text AS rows, max(xmin::text::bigint)::text AS last FROM %I', table_name, table_name),
      ' UNION ALL ' ORDER BY table_name) INTO looks
    FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
      AND table_name NOT IN ('access_events', 'sessions', 'rate_limits', '_prisma_migrations');
    EXECUTE format(
      'CREATE FUNCTION fingerprint() RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET max_parallel_workers_per_gather = 0 AS %L',
      'BEGIN RETURN (SELECT jsonb_agg(jsonb_build_array(name, rows, last) ORDER BY name)::text FROM (' || looks || ') AS looks); END');
  END $make$`

/** Adds the function to a database that has all its tables. */
export async function addFingerprint(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(fingerprintStatement)
  } finally {
    await client.end()
  }
}
