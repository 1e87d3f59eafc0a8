import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openMailSink } from '../support/mail-sink'

const sink = await openMailSink()
process.env['SMTP_URL'] = sink.url
process.env['MAIL_FROM'] = '安全联盟 <portal@alliance.test>'

const { defaultSettings } = await import('@/lib/settings/rules')
const { toDate } = await import('@/lib/core/clock')
const { db } = await import('@/lib/core/db')
const { now } = await import('@/lib/core/now')
const { sendOutbox, sweepOutbox } = await import('@/lib/notifications/jobs')
const { queueMail } = await import('@/lib/notifications/outbox-mutations')

const mail = { to: 'zhang@enterprise.test', subject: '请激活账号', text: '链接：https://portal.test/activate/abc' }
const queue = (more: Partial<typeof mail> = {}) => db.$transaction((tx) => queueMail(tx, { ...mail, ...more }))
const onlyRow = () => db.outboxMessage.findFirstOrThrow()

beforeEach(async () => {
  sink.mails.length = 0
  sink.refuse(0)
  await db.outboxMessage.deleteMany()
})
afterAll(() => sink.close())

describe('the outbox', () => {
  it('a mail leaves after its transaction, and its body is forgotten', async () => {
    await queue()
    await sendOutbox()

    expect(sink.mails).toHaveLength(1)
    expect(sink.mails[0]).toContain('To: zhang@enterprise.test')
    const row = await onlyRow()
    expect(row).toMatchObject({ state: 'SENT', body: '', attempts: 1 })
    expect(sink.mails[0]).toContain(`Message-ID: <${row.id}@alliance.test>`)
  })

  it('a mail of a transaction that rolled back never leaves', async () => {
    await expect(
      db.$transaction(async (tx) => {
        await queueMail(tx, mail)
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
    await sendOutbox()
    expect(sink.mails).toEqual([])
  })

  it('queueing wakes the worker with a job of the same transaction', async () => {
    await queue()
    const { id } = await onlyRow()
    expect(await db.$queryRaw`SELECT name, data FROM pgboss.job WHERE data->>'id' = ${id}`).toEqual([
      { name: 'outbox.send', data: { id } },
    ])
  })

  it('a mail that was refused waits, each time twice as long, and keeps the code but no address', async () => {
    await queue()
    sink.refuse(1)
    await sendOutbox()

    const row = await onlyRow()
    expect(row).toMatchObject({ state: 'WAITING', attempts: 1, problem: 'EMESSAGE 451' })
    expect(Math.round((row.nextAt.getTime() - Date.now()) / 60_000)).toBe(1)

    await sendOutbox()
    expect(sink.mails).toEqual([])

    await db.$executeRaw`UPDATE outbox_messages SET next_at = now()`
    await sendOutbox()
    expect(sink.mails).toHaveLength(1)
    expect(await onlyRow()).toMatchObject({ state: 'SENT', attempts: 2, problem: null })
  })

  it('the tenth failure gives up and keeps the text for a week, so that it can be sent again', async () => {
    await queue()
    await db.$executeRaw`UPDATE outbox_messages SET attempts = 9`
    sink.refuse(1)
    await sendOutbox()
    expect(await onlyRow()).toMatchObject({ state: 'FAILED', body: mail.text, attempts: 10 })
  })

  it('leaves under the name and with the prefix that the administrator set', async () => {
    const admin = await db.user.create({ data: { name: '管理员', email: 'admin@world.test' } })
    const value = { senderName: '安全联盟', subjectPrefix: '[SA]' }
    await db.settingValue.create({
      data: { key: 'mail', version: 1, value, effectiveFrom: toDate('2026-11-24'), setById: admin.id },
    })
    await queue({ subject: 'Hello' })
    await sendOutbox()
    expect(sink.mails[0]).toContain('Subject: [SA] Hello')
    expect(sink.mails[0]).toMatch(/^From: =\?UTF-8\?.*<portal@alliance\.test>/m)
    await db.settingValue.deleteMany()
  })

  it('what waited three days without being tried is no news: given up, and sent when somebody says so', async () => {
    await queue({ to: 'late@enterprise.test' })
    await db.outboxMessage.updateMany({ data: { nextAt: new Date(now().getTime() - 73 * 3_600_000) } })
    await queue({ to: 'fresh@enterprise.test' })
    await sendOutbox()
    expect(sink.mails.map((text) => /^To: (.*)$/m.exec(text)?.[1]?.trim())).toEqual(['fresh@enterprise.test'])
    const late = await db.outboxMessage.findFirstOrThrow({ where: { to: 'late@enterprise.test' } })
    expect(late).toMatchObject({ state: 'FAILED', problem: 'OUTDATED', body: mail.text })
  })

  it('a mail that is refused does not hold up the next', async () => {
    await queue({ to: 'first@enterprise.test' })
    await queue({ to: 'second@enterprise.test' })
    sink.refuse(1)
    await sendOutbox()
    // Which of the two is refused is the sink's affair: both are under way at once.
    const rows = await db.outboxMessage.findMany({ orderBy: { state: 'asc' } })
    expect(rows).toMatchObject([{ state: 'WAITING', attempts: 1 }, { state: 'SENT' }])
    expect(sink.mails).toHaveLength(1)
    expect(sink.mails[0]).toContain(rows[1]?.to)
  })

  it('four workers at once send each mail once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => queue({ to: `person${index}@enterprise.test` })))
    await Promise.all([sendOutbox(), sendOutbox(), sendOutbox(), sendOutbox()])

    const receivers = sink.mails.map((text) => /^To: (.*)$/m.exec(text)?.[1]?.trim())
    expect(receivers).toHaveLength(20)
    expect(new Set(receivers).size).toBe(20)
  })

  it('what was sent long ago is forgotten, what waits is not', async () => {
    await queue()
    await sendOutbox()
    await queue()
    await db.$executeRaw`UPDATE outbox_messages SET created_at = now() - interval '100 days'`
    await sweepOutbox(defaultSettings.retention, new Date())
    expect(await onlyRow()).toMatchObject({ state: 'WAITING' })
  })
})
