import { expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { sendsMail } from '@/lib/core/mail'
import { queueMail } from '@/lib/notifications/outbox-mutations'

it('without a mail server nothing is kept: the inviter is shown the link instead', async () => {
  expect(sendsMail).toBe(false)
  const mail = { to: 'zhang@enterprise.test', subject: '请激活账号', text: '链接' }
  expect(await db.$transaction((tx) => queueMail(tx, mail))).toBe(false)
  expect(await db.outboxMessage.count()).toBe(0)
})
