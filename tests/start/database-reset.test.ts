import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { postgresBinaries } from '@/scripts/database/binaries.mjs'
import { startCluster } from '@/scripts/database/cluster.mjs'
import { isAlive } from '@/scripts/processes/process-table.mjs'
import { makeDataFolder, root, runScript, stackTrace } from './running'

let home = ''
let portal: ChildProcess | null = null
let server: Awaited<ReturnType<typeof startCluster>> | null = null

beforeEach(() => {
  home = makeDataFolder()
})
afterEach(async () => {
  portal?.kill('SIGKILL')
  portal = null
  await server?.stop()
  server = null
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
})

const reset = (environment: Record<string, string> = {}) =>
  runScript('scripts/database-reset.mjs', { DATA_DIR: home, ...environment }).ended

/** What a portal leaves in its folder, without a server that runs on it. */
function layOut(): void {
  for (const folder of ['postgres', 'files/ab']) mkdirSync(path.join(home, folder), { recursive: true })
  for (const file of ['postgres/PG_VERSION', 'files/ab/upload', 'seeded.json', 'secrets.json'])
    writeFileSync(path.join(home, file), '{}')
}

const contents = () => readdirSync(home, { recursive: true }).map(String).sort()

/** A process that looks like a start of this checkout, as far as the system tells. */
function pretendToRun(): number {
  portal = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e3)', path.join(root, 'scripts/start.mjs')], {
    cwd: root,
    stdio: 'ignore',
  })
  return portal.pid ?? 0
}

const writeRun = (launcher: number) =>
  writeFileSync(
    path.join(home, 'running.json'),
    JSON.stringify({ launcher, parent: null, port: 3999, isEmbedded: true }),
  )

describe('npm run db:reset refuses with one sentence and touches nothing', () => {
  it.each([
    ['a server of one’s own', { DATABASE_URL: 'postgresql://somebody@127.0.0.1:1/theirs' }, /DATABASE_URL is set/],
    ['settings that make no sense', { PORT: 'abc' }, /PORT is "abc"/],
  ])('%s', async (_, environment, sentence) => {
    layOut()
    const before = contents()
    const { code, said } = await reset(environment)
    expect(code).not.toBe(0)
    expect(said).toMatch(sentence)
    expect(said).not.toMatch(stackTrace)
    expect(contents()).toEqual(before)
  })

  it('a portal that runs', async () => {
    layOut()
    const pid = pretendToRun()
    writeRun(pid)
    const before = contents()
    const { code, said } = await reset()
    expect(code).not.toBe(0)
    expect(said).toContain(`already runs on port 3999 (process ${pid})`)
    expect(said).not.toMatch(stackTrace)
    expect(contents()).toEqual(before)
    expect(isAlive(pid)).toBe(true)
  })

  it('a data folder that is a file', async () => {
    const file = path.join(home, 'file')
    writeFileSync(file, 'mine')
    const { code, said } = await reset({ DATA_DIR: file })
    expect(code).not.toBe(0)
    expect(said).toMatch(/is a file, not a folder/)
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })
})

describe('npm run db:reset takes away the embedded database and the uploaded files', () => {
  it('and leaves the rest', async () => {
    layOut()
    writeFileSync(path.join(home, 'mine.txt'), 'mine')
    const { code, said } = await reset()
    expect(code).toBe(0)
    expect(said).toContain(home)
    expect(contents()).toEqual(['mine.txt', 'secrets.json'])
  })

  it('after a crash too, whose server it stops first', async () => {
    server = await startCluster({ home, binaries: await postgresBinaries(home), isDurable: false })
    // The number of a process that has long ended.
    writeRun(4_000_000)
    const { code } = await reset()
    expect(code).toBe(0)
    expect(isAlive(server.pid)).toBe(false)
    expect(existsSync(path.join(home, 'postgres'))).toBe(false)
    expect(existsSync(path.join(home, 'running.json'))).toBe(false)
  })

  it('twice as well as once', async () => {
    layOut()
    await reset()
    expect((await reset()).code).toBe(0)
  })
})
