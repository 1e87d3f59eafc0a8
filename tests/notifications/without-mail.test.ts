import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { publicUrl } from '@/lib/core/env'
import { sendsMail } from '@/lib/core/mail'
import { Prisma } from '@/lib/core/prisma/client'
import { sendOutbox, sweepOutbox } from '@/lib/notifications/jobs'
import { notify } from '@/lib/notifications/mutations'
import { queueMail } from '@/lib/notifications/outbox-mutations'
import { listWaitingMails } from '@/lib/notifications/outbox-queries'
import { defaultSettings } from '@/lib/settings/rules'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const days = (count: number) => new Date(Date.now() - count * 86_400_000)

const tell = () =>
  db.$transaction((tx) =>
    notify(tx, {
      kind: 'ACTIVITY_CANCELLED',
      params: {
        title: '第四季度交流会',
        startsAt: '2026-12-01T06:00:00.000Z',
        endsAt: '2026-12-01T08:00:00.000Z',
        place: '三楼',
        reason: '台风',
      },
      href: '/portal/activities/1',
      at: new Date(),
      to: Prisma.sql`SELECT ${world.people.principal.userId}::uuid`,
    }),
  )

beforeEach(() => db.outboxMessage.deleteMany())

describe('without a mail server', () => {
  it('what opens an account is not kept: the inviter is shown the link instead', async () => {
    expect(sendsMail).toBe(false)
    const mail = { to: 'zhang@enterprise.test', subject: '请激活账号', text: '链接' }
    expect(await db.$transaction((tx) => queueMail(tx, mail))).toBe(false)
    expect(await db.outboxMessage.count()).toBe(0)
  })

  it('what people are told waits in the outbox, and the administrator reads it there, nobody else', async () => {
    await tell()
    await sendOutbox()
    expect(await db.outboxMessage.findMany()).toMatchObject([{ state: 'WAITING', attempts: 0 }])
    const { total, mails } = await listWaitingMails(await world.actor('administrator'))
    expect({ total, mails }).toMatchObject({
      total: 1,
      mails: [{ text: expect.stringContaining('第四季度交流会') as string }],
    })
    for (const actor of [
      'officer',
      'insurerAdministrator',
      'coordinator',
      'principal',
      'stranger',
      'anonymous',
    ] as const)
      expect(await listWaitingMails(await world.actor(actor))).toEqual({ total: 0, mails: [] })
  })

  it('a text with somebody’s own link, or of a mail about no notice, is shown to nobody', async () => {
    await tell()
    await db.outboxMessage.updateMany({ data: { body: `${publicUrl}/a/secret` } })
    await db.outboxMessage.create({ data: { to: 'x@y.test', subject: '重设密码', body: 'secret' } })
    const { mails } = await listWaitingMails(await world.actor('administrator'))
    expect(mails.map(({ text }) => text)).toEqual([null, null])
  })

  it('what has waited as long as others are kept is forgotten', async () => {
    await tell()
    await sweepOutbox(defaultSettings.retention, new Date())
    expect(await db.outboxMessage.count()).toBe(1)
    await db.outboxMessage.updateMany({ data: { createdAt: days(400), nextAt: days(400) } })
    await sweepOutbox(defaultSettings.retention, new Date())
    expect(await db.outboxMessage.count()).toBe(0)
  })
})
