import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../support/built-server'
import { askOwner, serverPid } from './owner'
import { makeDataFolder, runScript, stackTrace, until, type Running } from './running'

let home = ''
let environment: Record<string, string> = {}
beforeAll(async () => {
  home = makeDataFolder()
  environment = { DATA_DIR: home, PORT: String(await freePort()), DEMO_ANCHOR: '2026-11-24' }
})

let last: Running | null = null
afterAll(async () => {
  last?.child.kill('SIGINT')
  await last?.ended
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
})

describe('PostgreSQL is killed while the demo city is laid out', () => {
  it('ends the start with one clear sentence', async () => {
    last = runScript('scripts/start.mjs', environment)
    await until(() =>
      askOwner(
        home,
        "SELECT 1 FROM pg_stat_activity WHERE usename = 'portal_owner' AND query LIKE 'INSERT INTO \"enterprises\"%'",
      ).then((rows) => (rows?.length ?? 0) > 0),
    )
    process.kill(serverPid(home), 'SIGKILL')
    const { code, said } = await last.ended
    expect(code).not.toBe(0)
    expect(said).toMatch(/The database ended while it was being prepared; nothing half-done was kept\. Start again/)
    expect(said).not.toMatch(stackTrace)
  })

  it('and the next one fills it', async () => {
    last = runScript('scripts/start.mjs', environment)
    await until(() => last?.said().includes('Ctrl-C stops it') || last?.child.exitCode !== null)
    expect(last.said()).toMatch(/reference data and the demo city written/)
    const rows = await askOwner<{ enterprises: number; deployments: number }>(
      home,
      'SELECT (SELECT count(*)::int FROM enterprises) AS enterprises, (SELECT count(*)::int FROM deployment) AS deployments',
    )
    expect(rows).toEqual([{ enterprises: expect.any(Number), deployments: 1 }])
    expect(rows?.[0]?.enterprises).toBeGreaterThan(250)
    last.child.kill('SIGINT')
    expect((await last.ended).code).toBe(0)
  })
})
