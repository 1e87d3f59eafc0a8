import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createHash } from 'node:crypto'
import pg from 'pg'
import { Refused } from '../database/refusal.mjs'
import { copyOut } from './copy.mjs'
import { writeManifest } from './manifest.mjs'
import { fileOf, listSequences, listTables, waitingJobs } from './tables.mjs'

/**
 * Copies a portal into a folder: every table as of one instant, then every file that these tables name. The portal may serve
 * meanwhile. Written beside and renamed: a backup that was interrupted is never found under its name.
 * @param {{ ownerUrl: string, storage: import('../../lib/core/storage-port').Storage, folder: string, authSecret: string | null }} options
 *   `authSecret` is kept where nobody else keeps it: of an embedded database
 */
export async function takeBackup({ ownerUrl, storage, folder, authSecret }) {
  if (await stat(folder).catch(() => null)) throw new Refused(`${folder} is there already: name another folder.`)
  const draft = `${folder}.part`
  await rm(draft, { recursive: true, force: true })
  await mkdir(path.join(draft, 'database'), { recursive: true, mode: 0o700 })
  try {
    const client = await connect(ownerUrl)
    try {
      const { facts, named } = await copyDatabase(client, draft)
      const stored = await copyFiles(client, { storage, draft, named })
      if (authSecret)
        await writeFile(path.join(draft, 'secret.json'), JSON.stringify({ authSecret }), { mode: 0o600, flush: true })
      const manifest = await writeManifest(draft, facts, stored)
      await rename(draft, folder)
      return manifest
    } finally {
      await client.end().catch(() => {})
    }
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

/** @returns {Promise<pg.Client>} */
export async function connect(connectionString) {
  const client = new pg.Client({ connectionString })
  // What goes wrong is told by the call that waits for it.
  client.on('error', () => {})
  await client.connect()
  return client
}

async function copyDatabase(client, draft) {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  // The first question takes the snapshot.
  const { rows } = await client.query("SELECT now() AS at, to_regclass('public.deployment') IS NOT NULL AS present")
  const { rows: deployment } = rows[0].present ? await client.query('SELECT is_demo FROM deployment') : { rows: [] }
  if (!deployment[0]) throw new Refused('There is no portal in this database yet: nothing to back up.')
  const tables = []
  for (const table of await listTables(client))
    tables.push({ ...table, ...(await copyOut(client, table, path.join(draft, fileOf(table)))) })
  const jobs = { ...waitingJobs, ...(await copyOut(client, waitingJobs, path.join(draft, fileOf(waitingJobs)))) }
  const { rows: migrations } = await client.query(
    'SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY migration_name',
  )
  const { rows: named } = await client.query('SELECT storage_key AS key, sha256 FROM stored_files ORDER BY storage_key')
  const sequences = await listSequences(client)
  await client.query('COMMIT')
  const facts = {
    takenAt: rows[0].at.toISOString(),
    isDemo: deployment[0].is_demo,
    migrations,
    tables,
    jobs,
    sequences,
  }
  return { facts, named }
}

/**
 * The bytes of every file that the snapshot names. One that is gone was taken away by the portal meanwhile, together with
 * its row; where the row is still there, the file is lost. A backup without it is better than none, but says so.
 */
async function copyFiles(client, { storage, draft, named }) {
  const files = []
  const wrong = []
  for (const { key, sha256 } of named) {
    const source = await storage.open(key).catch((error) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    const copied = source && (await copyFile(source, { key, draft }))
    if (copied) files.push(copied)
    const isRight = copied ? copied.sha256 === sha256 : !(await isStillNamed(client, key))
    if (!isRight) wrong.push(key)
  }
  return { files, wrong }
}

async function copyFile(source, { key, draft }) {
  const file = path.join(draft, 'files', key)
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let sizeBytes = 0
  const measure = new Transform({
    transform(chunk, _encoding, done) {
      sizeBytes += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(source, measure, createWriteStream(file, { mode: 0o600 }))
  return { key, sizeBytes, sha256: hash.digest('hex') }
}

async function isStillNamed(client, key) {
  const { rowCount } = await client.query('SELECT 1 FROM stored_files WHERE storage_key = $1', [key])
  return rowCount > 0
}
