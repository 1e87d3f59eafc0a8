import { beforeAll } from 'vitest'
import { db } from '@/lib/core/db'
import { becomeFirstAdministrator } from '@/lib/users/account-actions'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, type World } from '../support/world'
import { linkFor } from './person'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

let counter = 0

/** A portal without an administrator: whoever holds the link comes in, whatever else the browser is signed in as. */
describePermissions('first-administrator', () => world, [
  {
    action: becomeFirstAdministrator,
    input: async () => {
      await db.appointment.deleteMany({ where: { role: 'MUNICIPAL', isAdministrator: true } })
      await db.rateLimit.deleteMany()
      const token = await linkFor('FIRST_ADMINISTRATOR', null)
      const words = { password: 'ein neues Wort 42', repeat: 'ein neues Wort 42' }
      return { token, account: `first-${(counter += 1)}@permissions.test`, name: '首任管理员', ...words }
    },
    expected: verdicts('ok', { anonymous: 'ok', disabled: 'ok', revoked: 'ok' }),
  },
])
