import { connect as connectSocket } from 'node:net'
import { databaseEnded, isLostConnection, Refused } from '../database/refusal.mjs'
import { isAlive } from '../processes/process-table.mjs'
import { warn } from './say.mjs'

/**
 * The database that the portal runs on: a server of the person's own (DATABASE_URL), or the embedded one. `ownerUrl`
 * migrates, `appUrl` serves; where the server offers one role only they are the same, and `appRole` is null. `ends` counts
 * how often the embedded server has ended by itself.
 * @typedef {{ ownerUrl: string, appUrl: string, appRole: string | null, authSecret: string, label: string, ends: () => number, stop: () => Promise<void> }} Database
 */

const leastVersion = 140_000

/** Before anything is installed or changed: does anybody listen there at all? */
export async function refuseSilentServer(databaseUrl) {
  const { hostname, port } = new URL(databaseUrl)
  // A socket folder or an address list is the driver's business.
  if (!hostname) return
  const problem = await new Promise((resolve) => {
    const socket = connectSocket({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 5432), timeout: 5_000 })
    const done = (result) => {
      socket.destroy()
      resolve(result)
    }
    socket.once('connect', () => done(null))
    socket.once('timeout', () => done('no answer within 5 s'))
    socket.once('error', (error) => done(error.code ?? error.message))
  })
  if (problem) throw silent(databaseUrl, problem)
}

const silent = (databaseUrl, problem) => {
  const { hostname, port } = new URL(databaseUrl)
  return new Refused(`The database of DATABASE_URL (${hostname}:${port || 5432}) does not answer: ${problem}.`)
}

/** @returns {Promise<Database>} */
export async function openOwnServer({ databaseUrl, databaseOwnerUrl, authSecret }) {
  const app = await look(databaseUrl)
  const owner = databaseOwnerUrl ? await look(databaseOwnerUrl) : app
  if (owner.database !== app.database)
    throw new Refused('DATABASE_URL and DATABASE_OWNER_URL name two different databases.')
  return {
    ownerUrl: databaseOwnerUrl ?? databaseUrl,
    appUrl: databaseUrl,
    appRole: app.role === owner.role ? null : app.role,
    authSecret,
    label: `PostgreSQL ${app.version} at ${new URL(databaseUrl).hostname}`,
    ends: () => 0,
    stop: async () => {},
  }
}

async function look(url) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(
      `SELECT current_user AS role, current_database() AS database, current_setting('server_version') AS version,
        current_setting('server_version_num')::int AS number`,
    )
    if (rows[0].number < leastVersion)
      throw new Refused(`The database is PostgreSQL ${rows[0].version}; the portal needs 14 or newer.`)
    return rows[0]
  } catch (error) {
    throw error instanceof Refused ? error : silent(url, error.message || error.code)
  } finally {
    await client.end().catch(() => {})
  }
}

const millisecondsBetweenLooks = 500

/** @returns {Promise<Database>} */
export async function openEmbeddedServer(home) {
  const { postgresBinaries } = await import('../database/binaries.mjs')
  const { startCluster } = await import('../database/cluster.mjs')
  const { provision } = await import('../database/provision.mjs')
  const { readSecrets } = await import('../database/secrets.mjs')
  const binaries = await postgresBinaries(home)
  let cluster = await startCluster({ home, binaries })
  await provision(cluster, await readSecrets(home)).catch((error) => {
    throw isLostConnection(error) ? databaseEnded() : error
  })

  // A server that was killed is started again; site and worker find it at the same address.
  let revival = Promise.resolve()
  let revivals = 0
  const watch = setInterval(() => {
    if (isAlive(cluster.pid)) return
    watch.refresh()
    revival = revival.then(async () => {
      if (isAlive(cluster.pid)) return
      revivals++
      warn('PostgreSQL has ended; it is started again.')
      cluster = await startCluster({ home, binaries, port: cluster.port })
    })
    revival = revival.catch((error) => warn(error.message))
  }, millisecondsBetweenLooks)

  const stop = async () => {
    clearInterval(watch)
    await revival
    await cluster.stop()
  }
  const label = cluster.wasRunning
    ? `embedded PostgreSQL in ${home} was still running`
    : `embedded PostgreSQL in ${home}`
  const ends = () => revivals + (isAlive(cluster.pid) ? 0 : 1)
  return { ...addresses(cluster.port, await readSecrets(home)), label, ends, stop }
}

/** Where the embedded server will be once it runs, as far as the last start knew; null before the first. */
export async function embeddedAddresses(home) {
  const { readSecrets } = await import('../database/secrets.mjs')
  const secrets = await readSecrets(home)
  return secrets.port === null ? null : addresses(secrets.port, secrets)
}

const addresses = (port, { ownerPassword, appPassword, authSecret }) => ({
  ownerUrl: `postgresql://portal_owner:${ownerPassword}@127.0.0.1:${port}/portal`,
  appUrl: `postgresql://portal_app:${appPassword}@127.0.0.1:${port}/portal`,
  appRole: 'portal_app',
  authSecret,
})
