import { createHash } from 'node:crypto'
import pg from 'pg'
import { queues } from '@/lib/core/jobs'
import { readMigrations } from '@/scripts/database/migrations.mjs'
import { migrationsFolder, prepareDatabase } from '@/scripts/database/prepare.mjs'
import { startThrowAwayCluster } from '@/scripts/database/throw-away.mjs'
import { addFingerprint, fingerprintStatement } from './fingerprint-function'

/**
 * Once per run: a PostgreSQL (TEST_DATABASE_URL, or one of our own in a temporary folder) with a template that has all
 * migrations. tests/support/database.ts copies it for each test file.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const own = process.env['TEST_DATABASE_URL'] ? null : await startThrowAwayCluster()
  const server = process.env['TEST_DATABASE_URL'] ?? own?.urlOf('admin', 'postgres') ?? ''
  process.env['TEST_DATABASE_URL'] = server
  process.env['TEST_TEMPLATE'] = await buildTemplate(server)

  return async () => {
    await own?.stop()
    if (own) delete process.env['TEST_DATABASE_URL']
  }
}

/** Named after its contents, so that a run with the same migrations finds it ready. */
async function buildTemplate(server: string): Promise<string> {
  const contents = [
    ...(await readMigrations(migrationsFolder)).map(({ checksum }) => checksum),
    ...queues,
    fingerprintStatement,
  ]
  const name = `template_app_${createHash('sha256').update(contents.join()).digest('hex').slice(0, 12)}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    // Two runs at once on one server build it once.
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0) await build(client, server, name)
    return name
  } finally {
    await client.end()
  }
}

/** Under another name until it is complete: a run that is killed leaves no half template. */
async function build(client: pg.Client, server: string, name: string): Promise<void> {
  const draft = `${name}_draft`
  await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
  await client.query(`CREATE DATABASE ${draft} TEMPLATE template0`)
  const ownerUrl = new URL(server)
  ownerUrl.pathname = `/${draft}`
  await prepareDatabase({ ownerUrl: ownerUrl.href, queues })
  await addFingerprint(ownerUrl.href)
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`)
}
