import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { lookUp, openForReading, openStorage, option } from './backup/open.mjs'
import { takeBackup } from './backup/take.mjs'
import { Refused } from './database/refusal.mjs'
import { endAll, endOnSignals } from './processes/endings.mjs'
import { root } from './setup/root.mjs'

/**
 * `npm run backup`: a copy of everything that the portal knows, tables and files, while it serves. `--to=<folder>` says where
 * (a folder `backups` beside the data), `--keep=<n>` takes away all but the last n backups of that folder.
 */
const namePattern = /^portal-\d{8}T\d{6}Z$/

endOnSignals(() => console.log('\nThe backup stops; nothing half-done is kept.'))
try {
  const place = await lookUp()
  const keep = keepOf(option('keep'))
  const to = path.resolve(root, option('to') ?? path.join(place.home, 'backups'))
  const { ownerUrl, authSecret } = await openForReading(place)
  const storage = await openStorage(place.home)
  const folder = path.join(to, `portal-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')}`)
  const { tables, files } = await takeBackup({ ownerUrl, storage, folder, authSecret })
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(`${folder}: ${tables.length} tables with ${rows} rows, ${files.count} files with ${files.bytes} bytes.`)
  console.log('It holds everything, personal data too: keep it on another machine, closed to others.')
  // A backup that lacks something must not push out one that may have it.
  if (files.wrong.length > 0) throw new Refused(lost(files.wrong))
  if (keep !== null) await forgetOlder(to, keep)
} catch (error) {
  console.error(error instanceof Refused ? error.message : error)
  process.exitCode = 1
} finally {
  await endAll()
}

function lost(keys) {
  const some = keys.slice(0, 5).join(', ')
  return `The backup is written, but ${keys.length} files of the storage are gone or were changed by another program: ${some}. Look for them in an older backup; none was taken away.`
}

function keepOf(text) {
  if (text === null) return null
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1) return count
  throw new Refused(`--keep is "${text}": give the number of backups to keep, 1 or more.`)
}

async function forgetOlder(folder, keep) {
  const complete = (await readdir(folder)).filter((name) => namePattern.test(name)).sort()
  const older = complete.slice(0, Math.max(0, complete.length - keep))
  for (const name of older) await rm(path.join(folder, name), { recursive: true })
  if (older.length > 0) console.log(`${older.length} older taken away, ${complete.length - older.length} kept.`)
}
