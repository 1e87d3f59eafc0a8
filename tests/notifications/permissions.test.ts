import { beforeAll } from 'vitest'
import { markNotificationsRead } from '@/lib/notifications/actions'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

describePermissions('notifications', () => world, [
  // Whoever has signed in reads the own bell, with or without a hat; the ids of others' are none.
  { action: markNotificationsRead, input: () => ({ ids: null }), expected: verdicts('ok', {}) },
])
