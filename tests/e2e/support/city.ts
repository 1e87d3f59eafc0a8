import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { queues } from '../../../lib/core/jobs'
import { prepareDatabase } from '../../../scripts/database/prepare.mjs'
import { startThrowAwayCluster } from '../../../scripts/database/throw-away.mjs'

export type City = { ownerUrl: string; appUrl: string; drop: () => Promise<void> }

const seed = path.resolve(import.meta.dirname, '../../../dist/seed.mjs')

/** A database with the demo city, served by a role that owns nothing: on TEST_DATABASE_URL, or a server of our own. */
export async function createCity(anchor: string, folder: string): Promise<City> {
  const own = process.env['TEST_DATABASE_URL'] ? null : await startThrowAwayCluster()
  const server = process.env['TEST_DATABASE_URL'] ?? own?.urlOf('admin', 'postgres') ?? ''
  const name = `stories_${randomUUID().slice(0, 8)}`
  const password = randomUUID()
  await onServer(server, `CREATE ROLE ${name} LOGIN PASSWORD '${password}'`, `CREATE DATABASE ${name}`)

  const ownerUrl = addressOf(server, name)
  const appUrl = addressOf(server, name, { role: name, password })
  await prepareDatabase({ ownerUrl, appRole: name, queues })
  await promisify(execFile)(process.execPath, [seed, '--demo', `--anchor=${anchor}`], {
    env: {
      ...process.env,
      DATABASE_URL: ownerUrl,
      DATA_DIR: folder,
      TEST_CLOCK_FILE: process.env['E2E_CLOCK_FILE'],
      LOG_LEVEL: 'warn',
    },
  })

  const drop = async () => {
    if (own) return own.stop()
    await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`, `DROP ROLE ${name}`)
  }
  return { ownerUrl, appUrl, drop }
}

async function onServer(server: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

function addressOf(server: string, database: string, as?: { role: string; password: string }): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  if (as) Object.assign(url, { username: as.role, password: as.password })
  return url.href
}
