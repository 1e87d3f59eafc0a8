import { rm } from 'node:fs/promises'
import path from 'node:path'
import { runningServer } from './database/postmaster.mjs'
import { Refused } from './database/refusal.mjs'
import { hasEnded } from './processes/process-table.mjs'
import { findHome } from './start/home.mjs'
import { endLeftovers } from './start/running.mjs'
import { readSettings } from './start/settings.mjs'

/**
 * `npm run db:reset`: takes the embedded database and the uploaded files away, so that the next start lays out new ones.
 * Refuses a server of one's own, and while the portal runs.
 */
try {
  if (process.env.DATABASE_URL)
    throw new Refused(
      'DATABASE_URL is set: this empties the embedded database only, and touches no server of your own.',
    )
  const { dataFolder, port } = readSettings()
  const { folder } = await findHome({ dataFolder, needsServer: true })
  await endLeftovers({ home: folder, port, isEmbedded: true })
  await stopServer(path.join(folder, 'postgres'))
  for (const name of ['postgres', 'files', 'seeded.json'])
    await rm(path.join(folder, name), { recursive: true, force: true })
  console.log(`The embedded database in ${folder} and its files are gone; npm start lays out new ones.`)
} catch (error) {
  console.error(error instanceof Refused ? error.message : error)
  process.exitCode = 1
}

/** PostgreSQL outlives a start that was killed; SIGINT is its fast shutdown. */
async function stopServer(cluster) {
  const server = await runningServer(cluster)
  if (!server) return
  process.kill(server.pid, 'SIGINT')
  if (!(await hasEnded(server.pid, 20_000)))
    throw new Refused(`The database server (process ${server.pid}) did not stop: stop it, then try again.`)
}
