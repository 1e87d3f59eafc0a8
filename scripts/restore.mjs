import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bringBack, secretOf } from './backup/bring-back.mjs'
import { lookUp, openForWriting, openStorage, option, queueNames } from './backup/open.mjs'
import { startThrowAwayCluster } from './database/throw-away.mjs'
import { Refused } from './database/refusal.mjs'
import { readSecrets, writeSecrets } from './database/secrets.mjs'
import { atEnd, endAll, endOnSignals } from './processes/endings.mjs'
import { root } from './setup/root.mjs'

/**
 * `npm run restore -- --from=<backup>`: brings a backup into an empty place, an embedded database or a server of one's own,
 * and compares every table and file with it. `--rehearse` does it in a database of its own that is thrown away: whoever
 * wants to know whether a backup is good asks this, and not the day on which it is needed.
 */
endOnSignals(() => console.log('\nThe restore stops; the database is as empty as before.'))
try {
  const from = option('from')
  if (!from) throw new Refused('Name the backup: npm run restore -- --from=<folder>')
  const folder = path.resolve(root, from)
  const place = await lookUp()
  const target = process.argv.includes('--rehearse') ? await rehearsal() : await realPlace(place, folder)
  const { takenAt, tables, files } = await bringBack({ ...target, folder, queues: await queueNames() })
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(
    `${target.outcome} ${takenAt}: ${tables.length} tables with ${rows} rows and ${files.count} files, each compared.`,
  )
} catch (error) {
  console.error(error instanceof Refused ? error.message : error)
  process.exitCode = 1
} finally {
  await endAll()
}

async function realPlace(place, folder) {
  const { ownerUrl, appRole } = await openForWriting(place)
  const authSecret = place.isEmbedded ? await secretOf(folder) : null
  if (authSecret) await writeSecrets(place.home, { ...(await readSecrets(place.home)), authSecret })
  return { ownerUrl, appRole, storage: await openStorage(place.home), outcome: 'Restored is the backup of' }
}

async function rehearsal() {
  const home = await mkdtemp(path.join(tmpdir(), 'portal-rehearsal-'))
  atEnd(() => rm(home, { recursive: true, force: true }))
  const cluster = await startThrowAwayCluster()
  atEnd(cluster.stop)
  // Wherever the portal keeps its files: a rehearsal touches none of them.
  for (const name of ['S3_BUCKET', 'STORAGE_DIR']) delete process.env[name]
  const storage = await openStorage(home)
  return { ownerUrl: cluster.urlOf('admin', 'postgres'), appRole: null, storage, outcome: 'Good is the backup of' }
}
