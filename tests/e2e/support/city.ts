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
import { setClock, storyDay, storyStart } from './clock'

export type City = { ownerUrl: string; appUrl: string; drop: () => Promise<void> }

const seed = path.resolve(import.meta.dirname, '../../../dist/seed.mjs')

/**
 * Lays the demo city out in a database of its own, takes a backup and drops it: every story is told in a restored city, so
 * that each tells whether a backup is a portal.
 * @returns the folder of the backup
 */
export async function layOutCity(server: string, folder: string): Promise<string> {
  const name = `city_${randomUUID().slice(0, 8)}`
  await onServer(server, `CREATE DATABASE ${name}`)
  const first = { ownerUrl: addressOf(server, name), folder: path.join(folder, 'first') }
  await layOut(first.ownerUrl, first.folder, path.join(folder, 'now'))
  const backup = path.join(folder, 'backup')
  await takeBackup({
    ...first,
    storage: localStorage(path.join(first.folder, 'files')),
    folder: backup,
    authSecret: null,
  })
  await onServer(server, `DROP DATABASE ${name}`)
  rmSync(first.folder, { recursive: true, force: true })
  return backup
}

/** The city of a backup in a new database, served by a role that owns nothing; its files come to `folder`. */
export async function restoreCity(server: string, backup: string, folder: string): Promise<City> {
  const name = `stories_${randomUUID().slice(0, 8)}`
  const password = randomUUID()
  await onServer(server, `CREATE ROLE ${name} LOGIN PASSWORD '${password}'`, `CREATE DATABASE ${name}`)
  const ownerUrl = addressOf(server, name)
  const storage = localStorage(path.join(folder, 'files'))
  await bringBack({ ownerUrl, appRole: name, queues, storage, folder: backup })
  return {
    ownerUrl,
    appUrl: addressOf(server, name, { role: name, password }),
    drop: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`, `DROP ROLE ${name}`),
  }
}

async function layOut(ownerUrl: string, folder: string, clockFile: string): Promise<void> {
  setClock(clockFile, storyStart)
  await prepareDatabase({ ownerUrl, queues })
  await promisify(execFile)(process.execPath, [seed, '--demo', `--anchor=${storyDay}`], {
    env: {
      ...process.env,
      DATABASE_URL: ownerUrl,
      DATA_DIR: folder,
      TEST_CLOCK_FILE: clockFile,
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
