import { afterAll, beforeAll, expect, it } from 'vitest'
import { openMailSink } from '../support/mail-sink'

const sink = await openMailSink()
process.env['SMTP_URL'] = sink.url

const { db } = await import('@/lib/core/db')
const { sendMailAgain, sendTestMessage } = await import('@/lib/notifications/outbox-actions')
const { sendOutbox } = await import('@/lib/notifications/jobs')
const { listFailedMails } = await import('@/lib/notifications/outbox-queries')
const { act } = await import('../support/act')
const { describePermissions, verdicts } = await import('../support/permissions')
const { actorNames, buildWorld } = await import('../support/world')

let world: Awaited<ReturnType<typeof buildWorld>>
beforeAll(async () => {
  world = await buildWorld()
})
afterAll(() => sink.close())

const administratorOnly = verdicts('NOT_FOUND', { administrator: 'ok' })

const failed = (body = '正文') =>
  db.outboxMessage.create({
    data: { to: 'zhang@enterprise.test', subject: '邀请', body, state: 'FAILED', attempts: 10, problem: 'EAUTH 535' },
    select: { id: true },
  })

describePermissions('settings-mail', () => world, [
  { action: sendTestMessage, input: () => ({}), expected: administratorOnly },
  { action: sendMailAgain, input: () => failed(), expected: administratorOnly },
])

it('a mail that was given up is listed without its text, sent again, and then is no longer listed', async () => {
  await db.outboxMessage.deleteMany()
  const { id } = await failed()
  const administrator = await world.actor('administrator')
  const [listed] = await listFailedMails(administrator)
  expect(listed).toMatchObject({ id, problem: 'EAUTH 535', canBeSent: true })
  expect(JSON.stringify(listed)).not.toContain('正文')

  expect(await act(world, 'administrator', sendMailAgain, { id })).toMatchObject({ ok: true })
  expect(await act(world, 'administrator', sendMailAgain, { id })).toMatchObject({ ok: false, code: 'MAIL_NOT_FAILED' })
  sink.mails.length = 0
  await sendOutbox()
  expect(sink.mails).toHaveLength(1)
  expect(await listFailedMails(administrator)).toEqual([])
})

it('a mail whose text is gone cannot be sent again', async () => {
  const { id } = await failed('')
  expect(await act(world, 'administrator', sendMailAgain, { id })).toMatchObject({ ok: false, code: 'MAIL_NOT_FAILED' })
})

it('what failed is listed for the administrator alone', async () => {
  for (const name of actorNames.filter((one) => one !== 'administrator'))
    expect(await listFailedMails(await world.actor(name)), name).toEqual([])
})
