import { beforeAll } from 'vitest'
import { startBulk } from '@/lib/bulk/actions'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

describePermissions('bulk', () => world, [
  {
    action: startBulk,
    input: () => ({
      selection: { scope: 'rows', ids: [world.enterprises.member] },
      change: { act: 'admit', allianceId: world.alliances.stations, on: '2026-12-01', reason: '名单' },
      confirmed: 1,
      key: crypto.randomUUID(),
    }),
    expected: verdicts('FORBIDDEN', { administrator: 'ok', officer: 'ok' }),
  },
])
