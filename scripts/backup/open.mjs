import { stat } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { postgresBinaries } from '../database/binaries.mjs'
import { startCluster } from '../database/cluster.mjs'
import { provision } from '../database/provision.mjs'
import { Refused } from '../database/refusal.mjs'
import { readSecrets } from '../database/secrets.mjs'
import { atEnd } from '../processes/endings.mjs'
import { findParent } from '../processes/parent.mjs'
import { buildPrograms } from '../setup/build.mjs'
import { generateClient } from '../setup/generate.mjs'
import { install } from '../setup/install.mjs'
import { root } from '../setup/root.mjs'
import { openOwnServer, refuseSilentServer } from '../start/database.mjs'
import { findHome, openHome } from '../start/home.mjs'
import { claimRun, endLeftovers, forgetRun } from '../start/running.mjs'
import { readSettings } from '../start/settings.mjs'

/** Looks where the data lies and makes the programs ready. Changes nothing yet. */
export async function lookUp() {
  const settings = readSettings({ ...process.env, AUTH_SECRET: process.env.AUTH_SECRET || unusedSecret })
  const isEmbedded = !settings.databaseUrl
  const { folder: home } = await findHome({ dataFolder: settings.dataFolder, needsServer: isEmbedded })
  for (const url of [settings.databaseUrl, settings.databaseOwnerUrl]) if (url) await refuseSilentServer(url)
  await install()
  await generateClient()
  await buildPrograms()
  return { settings, home, isEmbedded }
}

/** Nothing is signed here. */
const unusedSecret = 'nothing is signed by a backup or a restore'

/**
 * The database of a portal that may serve meanwhile. An embedded one that rests is started for as long as this takes.
 * @returns {Promise<{ ownerUrl: string, authSecret: string | null }>}
 */
export async function openForReading({ settings, home, isEmbedded }) {
  if (!isEmbedded) return { ownerUrl: (await openOwnServer(settings)).ownerUrl, authSecret: null }
  if (!(await stat(path.join(home, 'postgres/PG_VERSION')).catch(() => null)))
    throw new Refused(`There is no portal in ${home}: nothing to back up.`)
  const cluster = await startCluster({ home, binaries: await postgresBinaries(home) })
  if (!cluster.wasRunning) atEnd(cluster.stop)
  return { ownerUrl: cluster.urlOf('owner'), authSecret: (await readSecrets(home)).authSecret }
}

/** The database of a place where no portal runs. */
export async function openForWriting({ settings, home, isEmbedded }) {
  if (!isEmbedded) return openOwnServer(settings)
  await endLeftovers({ home, port: settings.port, isEmbedded })
  await openHome(home)
  const run = { launcher: process.pid, parent: findParent(), port: settings.port, isEmbedded }
  claimRun(home, run)
  atEnd(() => forgetRun(home, run))
  const cluster = await startCluster({ home, binaries: await postgresBinaries(home) })
  atEnd(cluster.stop)
  await provision(cluster, await readSecrets(home))
  return { ownerUrl: cluster.urlOf('owner'), appRole: 'portal_app' }
}

/** The storage port as the portal itself would use it with this environment. */
export async function openStorage(home) {
  process.env.DATA_DIR = home
  const { storage } = await import(pathToFileURL(path.join(root, 'dist/storage.mjs')).href)
  return storage
}

export async function queueNames() {
  const { queues } = await import(pathToFileURL(path.join(root, 'dist/queues.mjs')).href)
  return queues
}

/** `--name=value` of the command line. */
export function option(name) {
  const given = process.argv.slice(2).find((argument) => argument.startsWith(`--${name}=`))
  return given ? given.slice(name.length + 3) : null
}
