import { beforeAll } from 'vitest'
import { db } from '@/lib/core/db'
import { chooseOwnNotices, markNotificationsRead, openNotification } from '@/lib/notifications/actions'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const told = async () => {
  const { id } = await db.notification.create({
    data: { userId: world.people.principal.userId, kind: 'PLACE_GIVEN', href: '/portal/activities' },
    select: { id: true },
  })
  return { id }
}

describePermissions('notifications', () => world, [
  // Whoever has signed in reads the own bell, with or without a hat; the ids of others' are none.
  { action: markNotificationsRead, input: () => ({ ids: null }), expected: verdicts('ok', {}) },
  {
    action: chooseOwnNotices,
    input: () => ({ INVITATIONS: 'DIGEST', REMINDERS: 'MAIL', RESULTS: 'PORTAL', ANNOUNCEMENTS: 'DIGEST' }),
    expected: verdicts('ok', {}),
  },
  // What somebody was told is nobody else's, not even the administrator's or a colleague's of the same enterprise.
  { action: openNotification, input: told, expected: verdicts('NOT_FOUND', { principal: 'ok' }) },
])
