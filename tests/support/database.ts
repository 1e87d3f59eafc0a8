import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

const migrations = path.resolve(import.meta.dirname, '../../prisma/migrations')

/** pg-boss's job table as far as `enqueue` writes to it; the real one is made by the start (tests/start covers it). */
const jobTable = `CREATE SCHEMA IF NOT EXISTS pgboss;
  CREATE TABLE IF NOT EXISTS pgboss.job (id uuid DEFAULT gen_random_uuid(), name text NOT NULL, data jsonb,
    retry_limit int NOT NULL DEFAULT 2, retry_backoff boolean NOT NULL DEFAULT false)`

function migrationFiles(): { name: string; sql: string }[] {
  return readdirSync(migrations, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(path.join(migrations, name, 'migration.sql'), 'utf8') }))
}

/** The server that tests use. */
export function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL']
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run npm run check, or point it at a PostgreSQL server')
  return url
}

export function urlOf(database: string): string {
  const url = new URL(serverUrl())
  url.pathname = `/${database}`
  return url.toString()
}

async function onServer<T>(work: (client: pg.Client) => Promise<T>, database?: string): Promise<T> {
  const client = new pg.Client({ connectionString: database ? urlOf(database) : serverUrl() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Makes the template of today's migrations unless it is there; its name. Safe when several processes ask at once. */
export async function ensureTemplate(): Promise<string> {
  const files = migrationFiles()
  const name = `template_app_${createHash('sha256')
    .update(JSON.stringify(files) + jobTable)
    .digest('hex')
    .slice(0, 16)}`
  await onServer(async (client) => {
    await client.query('SELECT pg_advisory_lock(727272)')
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount) return
    await client.query(`CREATE DATABASE "${name}_making"`)
    await onServer(async (made) => {
      for (const file of files) await made.query(file.sql)
      await made.query(jobTable)
    }, `${name}_making`)
    await client.query(`ALTER DATABASE "${name}_making" RENAME TO "${name}"`)
  })
  return name
}

/** A fresh database for one test file. */
export async function createTestDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const template = await ensureTemplate()
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer((client) => client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`))
  return {
    url: urlOf(name),
    drop: () => onServer(async (client) => void (await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`))),
  }
}
