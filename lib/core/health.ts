import { readdirSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { env } from './env'
import { queues } from './jobs'

/**
 * Whether the portal can do its work, for whoever watches it. On a connection of its own, so that it answers when all
 * others are busy, and with short limits, so that it answers when the database hangs.
 */
const limit = 300

const shared = globalThis as typeof globalThis & { portalProbe?: pg.Pool }

function probe(): pg.Pool {
  if (shared.portalProbe) return shared.portalProbe
  const pool = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: 1,
    connectionTimeoutMillis: limit,
    statement_timeout: limit,
    query_timeout: limit,
    idleTimeoutMillis: 30_000,
  })
  // An idle connection that breaks is replaced at the next question.
  pool.on('error', () => undefined)
  return (shared.portalProbe = pool)
}

async function holds(question: () => Promise<boolean>): Promise<boolean> {
  return question().catch(() => false)
}

/** The database answers. */
export const isHealthy = (): Promise<boolean> =>
  holds(async () => {
    await probe().query('SELECT 1')
    return true
  })

/** All migrations of this version have been applied, and the queues of the worker are there. */
export const isReady = (): Promise<boolean> =>
  holds(async () => {
    const { rows } = await probe().query<{ migrated: string; queued: string }>(
      `SELECT
        (SELECT count(*) FROM _prisma_migrations WHERE migration_name = ANY ($1) AND finished_at IS NOT NULL
          AND rolled_back_at IS NULL) AS migrated,
        (SELECT count(*) FROM pgboss.queue WHERE name = ANY ($2)) AS queued`,
      [migrations(), queues],
    )
    return Number(rows[0]?.migrated) === migrations().length && Number(rows[0]?.queued) === queues.length
  })

let known: string[] | undefined

/** A newer version may have migrated further: what this one needs is there all the same. */
const migrations = (): string[] =>
  (known ??= readdirSync(path.join(/* turbopackIgnore: true */ process.cwd(), 'prisma/migrations'), {
    withFileTypes: true,
  }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])))
