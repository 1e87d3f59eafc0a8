import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { queues } from '../../../lib/core/jobs'
import { localStorage } from '../../../lib/core/local-storage'
import { bringBack } from '../../../scripts/backup/bring-back.mjs'
import { takeBackup } from '../../../scripts/backup/take.mjs'
import { prepareDatabase } from '../../../scripts/database/prepare.mjs'
import { startThrowAwayCluster } from '../../../scripts/database/throw-away.mjs'

export type City = { ownerUrl: string; appUrl: string; drop: () => Promise<void> }

const seed = path.resolve(import.meta.dirname, '../../../dist/seed.mjs')

/**
 * A database with the demo city, served by a role that owns nothing: on TEST_DATABASE_URL, or a server of our own. It is a
 * restored one: the city is laid out elsewhere, backed up and brought back, so that every story tells whether a backup is a
 * portal.
 */
export async function createCity(anchor: string, folder: string): Promise<City> {
  const own = process.env['TEST_DATABASE_URL'] ? null : await startThrowAwayCluster()
  const server = process.env['TEST_DATABASE_URL'] ?? own?.urlOf('admin', 'postgres') ?? ''
  const name = `stories_${randomUUID().slice(0, 8)}`
  const password = randomUUID()
  await onServer(server, `CREATE ROLE ${name} LOGIN PASSWORD '${password}'`, `CREATE DATABASE ${name}`)

  const ownerUrl = addressOf(server, name)
  const appUrl = addressOf(server, name, { role: name, password })
  await onServer(server, `CREATE DATABASE ${name}_first`)
  const first = { ownerUrl: addressOf(server, `${name}_first`), folder: path.join(folder, 'first') }
  await layOut(first.ownerUrl, anchor, first.folder)
  const backup = path.join(folder, 'backup')
  await takeBackup({
    ...first,
    storage: localStorage(path.join(first.folder, 'files')),
    folder: backup,
    authSecret: null,
  })
  await onServer(server, `DROP DATABASE ${name}_first`)
  rmSync(first.folder, { recursive: true, force: true })
  const storage = localStorage(path.join(folder, 'files'))
  await bringBack({ ownerUrl, appRole: name, queues, storage, folder: backup })

  const drop = async () => {
    if (own) return own.stop()
    await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`, `DROP ROLE ${name}`)
  }
  return { ownerUrl, appUrl, drop }
}

async function layOut(ownerUrl: string, anchor: string, folder: string): Promise<void> {
  await prepareDatabase({ ownerUrl, queues })
  await promisify(execFile)(process.execPath, [seed, '--demo', `--anchor=${anchor}`], {
    env: {
      ...process.env,
      DATABASE_URL: ownerUrl,
      DATA_DIR: folder,
      TEST_CLOCK_FILE: process.env['E2E_CLOCK_FILE'],
      LOG_LEVEL: 'warn',
    },
  })
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
