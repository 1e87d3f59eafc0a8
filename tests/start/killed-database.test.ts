import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../support/built-server'
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

type Secrets = { adminPassword: string; port: number }

/** As the owner of the embedded server; null while there is none that answers. */
async function ask<Row extends object>(statement: string): Promise<Row[] | null> {
  let client: pg.Client | null = null
  try {
    const { adminPassword, port } = JSON.parse(readFileSync(path.join(home, 'secrets.json'), 'utf8')) as Secrets
    client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: adminPassword, database: 'portal' })
    client.on('error', () => {})
    await client.connect()
    return (await client.query<Row>(statement)).rows
  } catch {
    return null
  } finally {
    await client?.end().catch(() => {})
  }
}

const serverPid = () => Number(readFileSync(path.join(home, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

describe('PostgreSQL is killed while the demo city is laid out', () => {
  it('ends the start with one clear sentence', async () => {
    last = runScript('scripts/start.mjs', environment)
    await until(() =>
      ask(
        "SELECT 1 FROM pg_stat_activity WHERE usename = 'portal_owner' AND query LIKE 'INSERT INTO \"enterprises\"%'",
      ).then((rows) => (rows?.length ?? 0) > 0),
    )
    process.kill(serverPid(), 'SIGKILL')
    const { code, said } = await last.ended
    expect(code).not.toBe(0)
    expect(said).toMatch(/The database ended while it was being prepared; nothing half-done was kept\. Start again/)
    expect(said).not.toMatch(stackTrace)
  })

  it('and the next one fills it', async () => {
    last = runScript('scripts/start.mjs', environment)
    await until(() => last?.said().includes('Ctrl-C stops it') || last?.child.exitCode !== null)
    expect(last.said()).toMatch(/reference data and the demo city written/)
    const rows = await ask<{ enterprises: number; deployments: number }>(
      'SELECT (SELECT count(*)::int FROM enterprises) AS enterprises, (SELECT count(*)::int FROM deployment) AS deployments',
    )
    expect(rows).toEqual([{ enterprises: expect.any(Number), deployments: 1 }])
    expect(rows?.[0]?.enterprises).toBeGreaterThan(250)
    last.child.kill('SIGINT')
    expect((await last.ended).code).toBe(0)
  })
})
