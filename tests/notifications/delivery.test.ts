import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openMailSink } from '../support/mail-sink'

const sink = await openMailSink()
process.env['SMTP_URL'] = sink.url

const { perform } = await import('@/lib/access/perform')
const { cancelActivity } = await import('@/lib/activities/actions')
const { fromLocal, toLocal } = await import('@/lib/core/clock')
const { db } = await import('@/lib/core/db')
const { Prisma } = await import('@/lib/core/prisma/client')
const { chooseOwnNotices } = await import('@/lib/notifications/actions')
const { getNoticeChoices } = await import('@/lib/notifications/choice-queries')
const { afterNight, chosenGroupOf, digestAfter, isNight, timingOf } = await import('@/lib/notifications/delivery-rules')
const { writeDigests } = await import('@/lib/notifications/digest-mutations')
const { sendDigests, sendOutbox } = await import('@/lib/notifications/jobs')
const { notify } = await import('@/lib/notifications/mutations')
const { notificationKinds } = await import('@/lib/notifications/rules')
const { setClock } = await import('../support/clock')
const { makeActivity, makePlace } = await import('../support/stage')
const { buildWorld } = await import('../support/world')

type Kind = (typeof notificationKinds)[number]
type Way = 'MAIL' | 'DIGEST' | 'PORTAL'

let world: Awaited<ReturnType<typeof buildWorld>>
let userId: string
let address: string
beforeAll(async () => {
  world = await buildWorld()
  userId = world.people.principal.userId
  address = (await db.user.findUniqueOrThrow({ where: { id: userId } })).email ?? ''
})
beforeEach(async () => {
  sink.mails.length = 0
  sink.refuse(0)
  setClock(day)
  await db.outboxMessage.deleteMany()
  await db.notification.deleteMany()
  await db.notificationChoice.deleteMany()
  await db.notificationDigest.deleteMany()
})
afterAll(() => sink.close())

const day = fromLocal('2026-11-24T10:00')
const evening = fromLocal('2026-11-24T21:00')
const morning = fromLocal('2026-11-25T08:00')

const tell = (kind: Kind, at = day, title = '交流会') =>
  db.$transaction((tx) =>
    notify(tx, {
      kind,
      params: { title, changedAt: at.toISOString() },
      href: '/portal/activities',
      at,
      to: Prisma.sql`SELECT ${userId}::uuid`,
    }),
  )

const choose = async (ways: Partial<Record<string, Way>>) => {
  const input = { INVITATIONS: 'MAIL', REMINDERS: 'MAIL', RESULTS: 'MAIL', ANNOUNCEMENTS: 'MAIL', ...ways }
  const { result } = await perform(chooseOwnNotices.definition, await world.actor('principal'), input)
  expect(result.ok).toBe(true)
}

const waiting = async () =>
  (await db.outboxMessage.findMany({ orderBy: { nextAt: 'asc' } })).map(({ nextAt, canWait }) => [
    toLocal(nextAt),
    canWait,
  ])

const decoded = () =>
  sink.mails.map((mail) => {
    const [head = '', ...body] = mail.split('\r\n\r\n')
    const isBase64 = /base64/i.test(head.replace(/^Subject:.*$/gim, ''))
    return isBase64 ? Buffer.from(body.join(''), 'base64').toString() : body.join('\n')
  })

describe('when a mail leaves', () => {
  const instants = fc.integer({ min: 0, max: 3 * 24 * 60 }).map((minutes) => new Date(day.getTime() + minutes * 60_000))

  it('never at night if it can wait, never before it was told, and no later than half past seven', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const then = afterNight(at)
        expect(isNight(then)).toBe(false)
        expect(then.getTime() - at.getTime()).toBeGreaterThanOrEqual(0)
        expect(then.getTime() - at.getTime()).toBeLessThanOrEqual(10.5 * 60 * 60_000)
        const digest = digestAfter(at)
        expect(toLocal(digest)).toMatch(/T08:00$/)
        expect(digest.getTime() - at.getTime()).toBeGreaterThan(0)
        expect(digest.getTime() - at.getTime()).toBeLessThanOrEqual(24 * 60 * 60_000)
      }),
    )
  })

  it.each([
    ['2026-11-24T20:59', '2026-11-24T20:59'],
    ['2026-11-24T21:00', '2026-11-25T07:30'],
    ['2026-11-25T00:00', '2026-11-25T07:30'],
    ['2026-11-25T07:29', '2026-11-25T07:30'],
    ['2026-11-25T07:30', '2026-11-25T07:30'],
  ])('told at %s: %s', (at, then) => expect(toLocal(afterNight(fromLocal(at)))).toBe(then))

  it('at once where the morning or the digest would be too late, and always what is urgent', () => {
    const early = fromLocal('2026-11-25T07:00')
    expect(timingOf('ANSWER_URGED', evening, early)).toEqual({ leavesAt: evening, canWait: false, digestAt: null })
    expect(timingOf('ACTIVITY_IN_A_DAY', day, fromLocal('2026-11-25T08:00')).digestAt).toBeNull()
    expect(timingOf('ACTIVITY_IN_A_DAY', day, fromLocal('2026-11-25T09:00')).digestAt).toEqual(morning)
    for (const kind of ['ACTIVITY_BEGINS', 'ACTIVITY_CANCELLED', 'PASSWORD_CHANGED'] as const)
      expect(timingOf(kind, evening, null)).toEqual({ leavesAt: evening, canWait: false, digestAt: null })
    // What was held is told of with its past start: nothing is too late for that.
    expect(timingOf('ACTIVITY_REVIEWED', day, fromLocal('2026-11-20T09:00')).digestAt).toEqual(morning)
  })
})

describe('at night', () => {
  it('the outbox holds what can wait, also what is tried again, and lets a cancellation through', async () => {
    await tell('ANNOUNCEMENT_PUBLISHED', evening)
    await tell('ACTIVITY_CANCELLED', evening)
    expect(await waiting()).toEqual([
      ['2026-11-24T21:00', false],
      ['2026-11-25T07:30', true],
    ])
    await db.$executeRaw`UPDATE outbox_messages SET next_at = now()`
    setClock(evening)
    await sendOutbox()
    expect(decoded()).toEqual([expect.stringContaining('已取消')])
    setClock(fromLocal('2026-11-25T07:30'))
    await sendOutbox()
    expect(decoded()).toHaveLength(2)
  })

  it('a cancellation takes back what has not left yet, in the outbox and for the digest', async () => {
    const id = await makeActivity(world, { startsAt: fromLocal('2026-12-01T09:00') })
    await makePlace(world, id, { enterpriseId: world.enterprises.member, userId })
    const href = `/portal/activities/${id}`
    const about = { params: {}, href, at: evening, to: Prisma.sql`SELECT ${userId}::uuid` }
    await db.$transaction((tx) => notify(tx, { ...about, kind: 'ACTIVITY_IN_A_WEEK' }))
    await choose({ REMINDERS: 'DIGEST' })
    await db.$transaction((tx) => notify(tx, { ...about, kind: 'ACTIVITY_IN_A_DAY' }))
    expect(await db.notification.count({ where: { digestAt: { not: null } } })).toBe(1)
    setClock(evening)
    await perform(cancelActivity.definition, await world.actor('coordinator'), { id, reason: '场地检修，另行通知' })
    expect(await db.notification.count({ where: { digestAt: { not: null } } })).toBe(0)
    const left = await db.outboxMessage.findMany({ where: { to: address } })
    expect(left.map(({ subject, canWait }) => [subject.startsWith('活动已取消'), canWait])).toEqual([[true, false]])
  })
})

describe('what somebody chose', () => {
  it('holds for the groups that leave a choice, and for no duty and no warning', async () => {
    await choose({ INVITATIONS: 'PORTAL', REMINDERS: 'PORTAL', RESULTS: 'PORTAL', ANNOUNCEMENTS: 'PORTAL' })
    for (const kind of notificationKinds) await tell(kind)
    expect(await db.notification.count({ where: { userId } })).toBe(notificationKinds.length)
    const mailed = await db.outboxMessage.findMany({ select: { notification: { select: { kind: true } } } })
    expect(mailed.map(({ notification }) => notification?.kind).toSorted()).toEqual(
      notificationKinds.filter((kind) => chosenGroupOf(kind) === null).toSorted(),
    )
  })

  it('is kept, changed and shown; nobody else’s moves', async () => {
    await choose({ REMINDERS: 'DIGEST' })
    await choose({ REMINDERS: 'PORTAL' })
    const shown = await getNoticeChoices(await world.actor('principal'))
    expect(shown).toMatchObject({ withoutMail: null })
    expect(shown?.choices.find(({ group }) => group === 'REMINDERS')).toEqual({ group: 'REMINDERS', way: 'PORTAL' })
    expect((await getNoticeChoices(await world.actor('designated')))?.choices.map(({ way }) => way)).toEqual(
      Array.from({ length: 4 }, () => 'MAIL'),
    )
    const wrong = { INVITATIONS: 'SMS', REMINDERS: 'MAIL', RESULTS: 'MAIL' }
    const { result } = await perform(chooseOwnNotices.definition, await world.actor('principal'), wrong)
    expect(result).toMatchObject({ code: 'INVALID', fields: { INVITATIONS: 'REQUIRED', ANNOUNCEMENTS: 'REQUIRED' } })
  })
})

describe('the digest', () => {
  const prepare = async () => {
    await choose({ ANNOUNCEMENTS: 'DIGEST', RESULTS: 'DIGEST' })
    await tell('ANNOUNCEMENT_PUBLISHED', day, '第一件')
    await tell('ACTIVITY_REVIEWED', new Date(day.getTime() + 60_000), '第二件')
    await tell('ANNOUNCEMENT_PUBLISHED', day, '读过的')
    await db.notification.updateMany({
      where: { params: { path: ['title'], equals: '读过的' } },
      data: { readAt: day },
    })
    await tell('ACTIVITY_CHANGED', day, '不等汇总')
  }
  const digests = () => db.outboxMessage.findMany({ where: { subject: { startsWith: '消息汇总' } } })

  it('is one mail at eight with all that was not read, however many workers write it, and once a day', async () => {
    await prepare()
    setClock(new Date(morning.getTime() - 60_000))
    await sendDigests()
    expect(await digests()).toEqual([])
    setClock(morning)
    await Promise.all([sendDigests(), sendDigests(), sendDigests()])
    await sendDigests()
    const [mail, ...more] = await digests()
    expect(more).toEqual([])
    expect(mail).toMatchObject({ to: address, subject: '消息汇总（2 条）' })
    expect(mail?.body).toMatch(/1\. .*第一件[^]*2\. .*第二件[^]*\/portal\/account\/notices/)
    expect(mail?.body).not.toMatch(/读过的|不等汇总/)
    await tell('ANNOUNCEMENT_PUBLISHED', morning, '第三件')
    setClock(new Date(morning.getTime() + 60 * 60_000))
    await sendDigests()
    expect(await digests()).toHaveLength(1)
    setClock(new Date(morning.getTime() + 24 * 60 * 60_000))
    await sendDigests()
    expect((await digests()).map(({ subject }) => subject)).toContain('消息汇总（1 条）')
  })

  it('of a worker that dies in the middle is written by the next, and a mail that was refused arrives once', async () => {
    await prepare()
    setClock(morning)
    const killed = db.$transaction(async (tx) => {
      expect(await writeDigests(tx, morning)).toBe(1)
      throw new Error('killed')
    })
    await expect(killed).rejects.toThrow('killed')
    await sendDigests()
    await db.outboxMessage.deleteMany({ where: { subject: { not: { startsWith: '消息汇总' } } } })
    sink.refuse(1)
    await sendOutbox()
    await db.$executeRaw`UPDATE outbox_messages SET next_at = now()`
    await Promise.all([sendOutbox(), sendOutbox()])
    await sendDigests()
    expect(decoded()).toEqual([expect.stringMatching(/第一件[^]*第二件/)])
  })
})
