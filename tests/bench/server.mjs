import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { program, root } from '../../scripts/setup/root.mjs'
import { webFlags } from '../../scripts/start/programs.mjs'

/** With which the server signs, and whoever makes cookies and links for it. */
export const secret = 'a-secret-of-the-bench-that-is-long-enough'
const ticksPerSecond = 100

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/**
 * The production build on a free port: how long it took until it answered, what it has used, and cookies of people.
 * @param {string} databaseUrl
 */
export async function startServer(databaseUrl) {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const began = performance.now()
  const next = [program('next/dist/bin/next'), 'start', '-H', '127.0.0.1', '-p', `${port}`]
  const child = spawn(process.execPath, [...webFlags, ...next], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: secret,
      PUBLIC_URL: origin,
      PORT: String(port),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const startSeconds = await untilReady(child, origin, began)
  return {
    origin,
    startSeconds,
    usage: () => usageOf(child.pid ?? 0),
    cookieOf: async (email) => (await cookiesFor(databaseUrl, 'email = $1', email))[0],
    cookiesOf: (userIds) => cookiesFor(databaseUrl, 'id = ANY($1::uuid[])', userIds),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve)
        child.kill('SIGTERM')
      }),
  }
}

async function untilReady(child, origin, began) {
  while (child.exitCode === null && performance.now() - began < 60_000) {
    const answer = await fetch(`${origin}/api/ready`).catch(() => null)
    if (answer?.ok) return (performance.now() - began) / 1_000
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('the production server does not answer')
}

/**
 * Processor seconds and resident bytes of a process and its children, from /proc; null where there is none.
 * @param {number} pid
 */
function usageOf(pid) {
  try {
    const all = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => statOf(name) ?? [])
    const family = new Set([pid])
    for (const { id, parent } of all.toSorted((a, b) => a.id - b.id)) if (family.has(parent)) family.add(id)
    const own = all.filter(({ id }) => family.has(id))
    const sum = (valueOf) => own.reduce((total, process) => total + valueOf(process), 0)
    return { cpuSeconds: sum(({ ticks }) => ticks) / ticksPerSecond, megabytes: sum(({ megabytes }) => megabytes) }
  } catch {
    return null
  }
}

function statOf(name) {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const resident = Number(fields[21]) * 4_096
    const ticks = Number(fields[11]) + Number(fields[12])
    return { id: Number(name), parent: Number(fields[1]), ticks, megabytes: resident / 1_000_000 }
  } catch {
    // Ended between listing and reading.
    return null
  }
}

/** Cookies of new session rows of those accounts, as signing in would set them. */
async function cookiesFor(databaseUrl, which, value) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query(
      `INSERT INTO sessions (id, user_id, expires_at) SELECT gen_random_uuid(), id, now() + interval '1 day'
       FROM users WHERE ${which} RETURNING id`,
      [value],
    )
    return await Promise.all(rows.map(async ({ id }) => `session=${await encode({ token: { sid: id }, secret })}`))
  } finally {
    await client.end()
  }
}
