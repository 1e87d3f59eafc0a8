import { spawn, spawnSync } from 'node:child_process'
import { openSync, closeSync } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { freePort } from '../processes/ports.mjs'
import { hasEnded, isAlive } from '../processes/process-table.mjs'
import { giveToServer, serverOwner } from './owner.mjs'
import { runningServer } from './postmaster.mjs'
import { Refused } from './refusal.mjs'
import { readSecrets, writeSecrets } from './secrets.mjs'

/**
 * The embedded PostgreSQL: real server programs from npm, a cluster in a folder of ours, reachable from this machine
 * only. `isDurable: false` is for throw-away clusters of tests: no fsync.
 * @typedef {{ port: number, pid: number, wasRunning: boolean, urlOf: (role: 'admin' | 'owner' | 'app', database?: string) => string, stop: () => Promise<void> }} Cluster
 * @param {{ home: string, binaries: import('./binaries.mjs').Binaries, isDurable?: boolean, port?: number }} options `port` where others rely on it
 * @returns {Promise<Cluster>}
 */
export async function startCluster({ home, binaries, isDurable = true, port: fixedPort }) {
  const folder = path.join(home, 'postgres')
  const secrets = await readSecrets(home)
  await initialize(folder, binaries, secrets)

  const running = await runningServer(folder)
  if (running && (await answers(running.port, secrets)))
    return describe({ pid: running.pid, port: running.port, secrets, wasRunning: true })

  const port = fixedPort ?? (await freePort(secrets.port))
  if (port !== secrets.port) await writeSecrets(home, { ...secrets, port })
  const pid = await launch({ home, folder, binaries, port, secrets, isDurable })
  return describe({ pid, port, secrets, wasRunning: false })
}

const names = { admin: 'postgres', owner: 'portal_owner', app: 'portal_app' }

function describe({ pid, port, secrets, wasRunning }) {
  const urlOf = (role, database = 'portal') =>
    `postgresql://${names[role]}:${secrets[`${role}Password`]}@127.0.0.1:${port}/${database}`
  return { pid, port, wasRunning, urlOf, stop: () => stop(pid) }
}

/** initdb into a draft that is renamed when complete: a start that was killed in the middle is simply done again. */
async function initialize(folder, { initdb }, secrets) {
  if (await stat(path.join(folder, 'PG_VERSION')).catch(() => null)) return
  const draft = `${folder}.draft`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o700 })
  await giveToServer(draft)
  const passwordFile = `${draft}-password`
  await writeFile(passwordFile, secrets.adminPassword, { mode: 0o600 })
  await giveToServer(passwordFile)
  // builtin C.UTF-8: the same order on every machine, and every letter is a letter (with the C locale pg_trgm does not
  // see Chinese). Pinyin order is asked for where it is wanted.
  const options = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8']
  const { status, stderr, error } = spawnSync(
    initdb,
    ['-D', draft, '-U', names.admin, '-A', 'scram-sha-256', '--pwfile', passwordFile, ...options],
    { encoding: 'utf8', env: { PATH: process.env.PATH, LC_ALL: 'C' }, cwd: path.dirname(initdb), ...serverOwner },
  )
  await rm(passwordFile, { force: true })
  if (status !== 0) throw new Refused(`PostgreSQL could not lay out its data folder: ${stderr || error?.message}`)
  await rename(draft, folder)
}

async function launch({ home, folder, binaries, port, secrets, isDurable }) {
  const logFile = path.join(home, 'postgres.log')
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: isDurable ? 80 : 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(isDurable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // A killed server leaves its children a moment of life, and their shared memory keeps a new server from starting.
  for (const deadline = Date.now() + 20_000; ;) {
    const pid = spawnServer(binaries.postgres, ['-D', folder, ...args], logFile)
    if (await becomesReady(pid, port, secrets)) return pid
    if (Date.now() > deadline || !(await isHeldByOld(logFile)))
      throw new Refused(`PostgreSQL does not start; what it said last stands in ${logFile}.`)
  }
}

/** In a process group of its own: Ctrl-C reaches the launcher only, which ends things in the right order. */
function spawnServer(program, args, logFile) {
  const log = openSync(logFile, 'a', 0o600)
  const server = spawn(program, args, {
    detached: true,
    stdio: ['ignore', log, log],
    cwd: path.dirname(program),
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    ...serverOwner,
  })
  closeSync(log)
  server.on('error', () => {})
  server.unref()
  return server.pid ?? 0
}

async function becomesReady(pid, port, secrets) {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline && isAlive(pid);) {
    if (await answers(port, secrets)) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return false
}

async function isHeldByOld(logFile) {
  const text = await readFile(logFile, 'utf8')
  await new Promise((resolve) => setTimeout(resolve, 250))
  return /shared memory block|lock file/.test(text.slice(-2_000))
}

/** Whether our server answers there: the password tells it from a stranger's on the same port. */
async function answers(port, secrets) {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: names.admin,
    password: secrets.adminPassword,
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

/** Fast shutdown: clients are sent away, everything is written, nothing needs recovery at the next start. */
async function stop(pid) {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  if (!(await hasEnded(pid, 20_000))) process.kill(pid, 'SIGQUIT')
}
