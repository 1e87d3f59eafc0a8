import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Refused } from './refusal.mjs'

/**
 * Applies prisma/migrations without Prisma's engine, which is a download that a machine may not reach. The rows in
 * `_prisma_migrations` and the lock are Prisma's own, so that `prisma migrate status` and `deploy` agree afterwards.
 */

const ledger = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

/** The advisory lock that Prisma's own engine takes while it migrates. */
const lockKey = 72707369

/** @typedef {{ name: string, sql: string, checksum: string }} Migration */

/** The migrations of this checkout in the order in which they are applied. @returns {Promise<Migration[]>} */
export async function readMigrations(folder) {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: sha256(sql) }
    }),
  )
}

/** Runs `work` while no other start and no Prisma migrates this database. @param {import('pg').ClientBase} client */
export async function whileLocked(client, work) {
  await client.query('SELECT pg_advisory_lock($1)', [lockKey])
  try {
    return await work()
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [lockKey])
  }
}

/**
 * Brings the database up to this checkout and says which migrations that took. Everything is looked at before anything
 * is changed; each migration is one transaction together with its row.
 * @param {import('pg').ClientBase} client
 * @param {Migration[]} migrations
 */
export async function applyMigrations(client, migrations) {
  const applied = await appliedMigrations(client)
  refuseForeignHistory(applied, migrations)
  const known = new Set(applied.map((row) => row.migration_name))
  const missing = migrations.filter((migration) => !known.has(migration.name))
  if (missing.length > 0) await client.query(ledger)
  for (const migration of missing) await apply(client, migration)
  return missing.map((migration) => migration.name)
}

async function appliedMigrations(client) {
  const { rows } = await client.query("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS present")
  if (!rows[0].present) {
    await refuseForeignTables(client)
    return []
  }
  const history = await client.query(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
  )
  return history.rows
}

async function refuseForeignTables(client) {
  const { rows } = await client.query(`SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e') LIMIT 1`)
  if (rows[0])
    throw new Refused(
      `The database holds tables that are not the portal's (such as "${rows[0].relname}"): give the portal a database of its own.`,
    )
}

function refuseForeignHistory(applied, migrations) {
  const own = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of applied) {
    const migration = own.get(row.migration_name)
    if (!migration)
      throw new Refused(
        `The database was migrated by a newer version of the portal ("${row.migration_name}" is unknown here): start that version, or use another database.`,
      )
    if (!row.finished_at)
      throw new Refused(
        `The migration "${row.migration_name}" was begun by another tool and never finished: settle it with "prisma migrate resolve" first.`,
      )
    if (!sameText(migration.sql, row.checksum))
      throw new Refused(
        `The migration "${row.migration_name}" was changed after it had been applied to this database: restore its file.`,
      )
  }
}

async function apply(client, { name, sql, checksum }) {
  await client.query('BEGIN')
  try {
    // A migration that waits behind a long query makes everybody else wait behind it.
    await client.query("SET LOCAL lock_timeout = '30s'")
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Refused(`The migration "${name}" failed and was rolled back: ${error.message}`)
  }
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex')

/** Prisma forgives another kind of line ends, and so must we: Git changes them on some systems. */
function sameText(sql, checksum) {
  const unix = sql.replaceAll('\r\n', '\n')
  return [sql, unix, unix.replaceAll('\n', '\r\n')].some((text) => sha256(text) === checksum)
}
