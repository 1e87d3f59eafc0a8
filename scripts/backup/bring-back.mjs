import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { grantApplication } from '../database/grants.mjs'
import { applyMigrations, readMigrations, whileLocked } from '../database/migrations.mjs'
import { migrationsFolder } from '../database/prepare.mjs'
import { installQueues } from '../database/queues.mjs'
import { Refused } from '../database/refusal.mjs'
import { copyIn, digestOf } from './copy.mjs'
import { damaged, readManifest } from './manifest.mjs'
import { columnsOf, fileOf, listForeignKeys, nameOf } from './tables.mjs'
import { connect } from './take.mjs'

/**
 * Brings a backup into an empty place: the tables as they were when it was taken (newer migrations are the next start's),
 * then all rows in one transaction, then a comparison of every table with the manifest. Files first: while they come, the
 * database is still empty and an interrupted run is simply done again.
 * @param {{ ownerUrl: string, appRole: string | null, queues: readonly string[], storage: import('../../lib/core/storage-port').Storage, folder: string }} options
 */
export async function bringBack({ ownerUrl, appRole, queues, storage, folder }) {
  const { manifest, files } = await readManifest(folder)
  const migrations = await migrationsOf(manifest)
  const client = await connect(ownerUrl)
  try {
    await refusePortal(client)
    for (const file of files) await bringFile(storage, folder, file)
    await whileLocked(client, async () => {
      await applyMigrations(client, migrations)
      await installQueues(client, ownerUrl, queues)
      if (appRole) await grantApplication(client, appRole)
    })
    await bringRows(client, manifest, folder)
    await compare(client, manifest)
    // Without figures about the rows, the first hours would be slow.
    await client.query('ANALYZE')
    return manifest
  } finally {
    await client.end().catch(() => {})
  }
}

/** The migrations that the backup had, from this checkout; it must know all of them. */
async function migrationsOf(manifest) {
  const own = new Map((await readMigrations(migrationsFolder)).map((migration) => [migration.name, migration]))
  return manifest.migrations.map(({ name }) => {
    const migration = own.get(name)
    if (!migration)
      throw new Refused(
        `The backup is of a newer version of the portal ("${name}" is unknown here): restore with that one.`,
      )
    return migration
  })
}

async function refusePortal(client) {
  const { rows } = await client.query("SELECT to_regclass('public.deployment') IS NOT NULL AS present")
  const { rowCount } = rows[0].present ? await client.query('SELECT 1 FROM deployment') : { rowCount: 0 }
  if (rowCount > 0)
    throw new Refused(
      'There is a portal in this database already, and a restore overwrites nothing: name an empty database, or another DATA_DIR.',
    )
}

async function bringFile(storage, folder, { key, sha256 }) {
  const file = path.join(folder, 'files', key)
  const { sha256: found } = await storage.putBack(key, createReadStream(file)).catch((error) => {
    throw error.code === 'ENOENT' ? damaged(`files/${key}`) : error
  })
  if (found === sha256) return
  await storage.remove(key)
  throw damaged(`files/${key}`)
}

/** All rows or none. Foreign keys come back at the end, and with them the proof that nothing points into the void. */
async function bringRows(client, manifest, folder) {
  await client.query('BEGIN')
  try {
    const keys = await listForeignKeys(client)
    const tableOf = (key) => nameOf(client, { schema: 'public', name: key.table })
    for (const key of keys)
      await client.query(`ALTER TABLE ${tableOf(key)} DROP CONSTRAINT ${client.escapeIdentifier(key.name)}`)
    for (const table of manifest.tables) await bringTable(client, table, folder)
    if (manifest.jobs) await bringJobs(client, manifest.jobs, folder)
    for (const sequence of manifest.sequences)
      await client.query('SELECT setval($1::regclass, $2, $3)', [
        nameOf(client, sequence),
        sequence.last,
        sequence.isCalled,
      ])
    for (const key of keys)
      await client.query(
        `ALTER TABLE ${tableOf(key)} ADD CONSTRAINT ${client.escapeIdentifier(key.name)} ${key.definition}`,
      )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

async function bringTable(client, table, folder) {
  const name = nameOf(client, table)
  // Triggers keep people from rewriting the trails; what comes back was written under them once.
  await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`)
  await client.query(`DELETE FROM ${name}`)
  const { rows, sha256 } = await copyIn(client, table, path.join(folder, fileOf(table))).catch((error) => {
    throw error.code === 'ENOENT' || error.code?.startsWith('Z_') ? damaged(fileOf(table)) : error
  })
  if (rows !== table.rows || sha256 !== table.sha256) throw damaged(fileOf(table))
  await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`)
}

/** Work for queues that this checkout knows no more stays behind. */
async function bringJobs(client, jobs, folder) {
  const columns = columnsOf(client, jobs.columns)
  await client.query(`CREATE TEMPORARY TABLE waiting_jobs ON COMMIT DROP AS SELECT ${columns} FROM pgboss.job LIMIT 0`)
  const { sha256 } = await copyIn(
    client,
    { ...jobs, schema: 'pg_temp', name: 'waiting_jobs' },
    path.join(folder, fileOf(jobs)),
  )
  if (sha256 !== jobs.sha256) throw damaged(fileOf(jobs))
  // Whoever did a job at the time does it no more.
  await client.query("UPDATE waiting_jobs SET state = 'retry' WHERE state = 'active'")
  await client.query(
    `INSERT INTO pgboss.job (${columns}) SELECT ${columns} FROM waiting_jobs WHERE name IN (SELECT name FROM pgboss.queue)`,
  )
}

async function compare(client, manifest) {
  for (const table of manifest.tables) {
    const { rows, sha256 } = await digestOf(client, table)
    if (rows !== table.rows || sha256 !== table.sha256)
      throw new Refused(
        `The table ${table.name} is not what the backup says after the restore: do not use this database.`,
      )
  }
}

/** The signing secret of an embedded database, where the backup carries it. */
export async function secretOf(folder) {
  const text = await readFile(path.join(folder, 'secret.json'), 'utf8').catch(() => null)
  return text === null ? null : JSON.parse(text).authSecret
}
