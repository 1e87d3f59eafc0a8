import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { encode } from 'next-auth/jwt'

const root = path.resolve(import.meta.dirname, '../..')

/** As under `npm start`: a run of tests that is interrupted leaves no server behind. */
const follow = pathToFileURL(path.join(root, 'scripts/processes/follow-launcher.mjs')).href

export type BuiltServer = { origin: string; stop: () => Promise<void> }

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

/** Serves the production build on a free port against a database of the test's own. */
export async function serveBuild(databaseUrl: string, more: Record<string, string> = {}): Promise<BuiltServer> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(
    process.execPath,
    ['--import', follow, 'node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: databaseUrl,
        PUBLIC_URL: origin,
        PORT: String(port),
        LAUNCHER_PID: String(process.pid),
        ...more,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  await answersSoon(child, origin)
  return { origin, stop: () => stopped(child) }
}

async function answersSoon(child: ChildProcess, origin: string): Promise<void> {
  let said = ''
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk))
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk))
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) break
    const answer = await fetch(`${origin}/api/health`).catch(() => null)
    if (answer) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the build does not serve: ${said.slice(-2_000)}`)
}

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })

/** The cookie of a session row, as signing in would set it. */
export async function sessionCookieOf(sessionId: string): Promise<string> {
  const { sessionCookie } = await import('@/lib/access/session')
  const secret = process.env['AUTH_SECRET'] ?? ''
  return `${sessionCookie}=${await encode({ token: { sid: sessionId }, secret })}`
}
