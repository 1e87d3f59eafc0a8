import { describe, expect, it } from 'vitest'
import { askOwner, serverPid } from './owner'
import { ownPortal } from './portal'
import { stackTrace, until } from './running'

const portal = ownPortal()

describe('PostgreSQL is killed while the demo city is laid out', () => {
  it('ends the start with one clear sentence', async () => {
    const last = portal.run()
    await until(() =>
      askOwner(
        portal.home,
        "SELECT 1 FROM pg_stat_activity WHERE usename = 'portal_owner' AND query LIKE 'INSERT INTO \"enterprises\"%'",
      ).then((rows) => (rows?.length ?? 0) > 0),
    )
    process.kill(serverPid(portal.home), 'SIGKILL')
    const { code, said } = await last.ended
    expect(code).not.toBe(0)
    expect(said).toMatch(/The database ended while it was being prepared; nothing half-done was kept\. Start again/)
    expect(said).not.toMatch(stackTrace)
  })

  it('and the next one fills it', async () => {
    const last = portal.run()
    await until(() => last.said().includes('Ctrl-C stops it') || last.child.exitCode !== null)
    expect(last.said()).toMatch(/reference data and the demo city written/)
    const rows = await askOwner<{ enterprises: number; deployments: number }>(
      portal.home,
      'SELECT (SELECT count(*)::int FROM enterprises) AS enterprises, (SELECT count(*)::int FROM deployment) AS deployments',
    )
    expect(rows).toEqual([{ enterprises: expect.any(Number), deployments: 1 }])
    expect(rows?.[0]?.enterprises).toBeGreaterThan(250)
    last.child.kill('SIGINT')
    expect((await last.ended).code).toBe(0)
  })
})
