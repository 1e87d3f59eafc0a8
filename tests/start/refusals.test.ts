import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmdirSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from '../support/built-server'
import { root, runScript, stackTrace } from './running'

const nobody = 65_534

/** Nothing is closed to root: somebody else must be able to run the start there, which a checkout under /root prevents. */
const isRoot = process.getuid?.() === 0
const canAct = !isRoot || readsAs(nobody)

function readsAs(user: number): boolean {
  const script = path.join(root, 'scripts/start.mjs')
  const reads = `require('fs').readFileSync(${JSON.stringify(script)})`
  return spawnSync(process.execPath, ['-e', reads], { uid: user, gid: user, cwd: '/' }).status === 0
}

/** Runs the start as somebody would, until it ends by itself. */
const start = (environment: Record<string, string>) => runScript('scripts/start.mjs', environment).ended

let busy: Server | null = null
afterEach(() => new Promise<void>((resolve) => (busy ? busy.close(() => resolve()) : resolve())))

describe('the start refuses with one clear sentence and changes nothing', () => {
  it.each([
    ['a port that is none', { PORT: 'abc' }, /PORT is "abc"/],
    [
      'a database of one’s own without a secret',
      { DATABASE_URL: 'postgresql://127.0.0.1:1/x' },
      /AUTH_SECRET is not set/,
    ],
    ['a secret that is too short', { AUTH_SECRET: 'short' }, /AUTH_SECRET is too short/],
    ['an open host without an address', { HOST: '0.0.0.0' }, /PUBLIC_URL is not set/],
    [
      'a database that does not answer',
      { DATABASE_URL: 'postgresql://127.0.0.1:1/x', AUTH_SECRET: 'a secret of forty characters, for a test' },
      /The database of DATABASE_URL \(127\.0\.0\.1:1\) does not answer: /,
    ],
    ['a data folder that is a file', { DATA_DIR: import.meta.filename }, /The data folder .* is a file, not a folder/],
    ['an owner without a database', { DATABASE_OWNER_URL: 'postgresql://127.0.0.1:1/x' }, /without DATABASE_URL/],
  ])('%s', async (_, environment, sentence) => {
    const { code, said } = await start(environment)
    expect(code).not.toBe(0)
    expect(said).toMatch(sentence)
    expect(said).not.toMatch(stackTrace)
  })

  it.skipIf(!canAct)('a data folder that this user may not read', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'portal-closed-'))
    chmodSync(folder, 0o000)
    const environment = { DATA_DIR: path.join(folder, 'data'), PORT: String(await freePort()) }
    const { code, said } = await runScript('scripts/start.mjs', environment, [], isRoot ? nobody : undefined).ended
    rmdirSync(folder)
    expect(code).not.toBe(0)
    expect(said).toMatch(/The data folder .* cannot be read and written by this user \(EACCES/)
    expect(said).not.toMatch(stackTrace)
  })

  it('a port that somebody else listens on', async () => {
    const server = createServer()
    busy = server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = address && typeof address === 'object' ? address.port : 0
    const { code, said } = await start({ PORT: String(port) })
    expect(code).not.toBe(0)
    expect(said).toMatch(String(port))
    expect(said).not.toMatch(stackTrace)
  })
})
