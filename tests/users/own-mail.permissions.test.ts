import { afterAll, beforeAll, beforeEach } from 'vitest'
import { openMailSink } from '../support/mail-sink'

const sink = await openMailSink()
process.env['SMTP_URL'] = sink.url

const { hashPassword } = await import('@/lib/access/password')
const { db } = await import('@/lib/core/db')
const { requestMail } = await import('@/lib/users/own-actions')
const { describePermissions, verdicts } = await import('../support/permissions')
const { buildWorld } = await import('../support/world')
const { password } = await import('./person')

let world: Awaited<ReturnType<typeof buildWorld>>
let passwordHash: string
beforeAll(async () => {
  world = await buildWorld()
  passwordHash = await hashPassword(password)
})
beforeEach(async () => {
  await db.rateLimit.deleteMany()
})
afterAll(() => sink.close())

let serial = 0

describePermissions('own-mail', () => world, [
  {
    action: requestMail,
    input: async (_, actor) => {
      if (actor !== 'anonymous')
        await db.user.update({ where: { id: world.people[actor].userId }, data: { passwordHash } })
      return { email: `new-${(serial += 1)}@permissions.test`, current: password }
    },
    expected: verdicts('ok', {}),
  },
])
