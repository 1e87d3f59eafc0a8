import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

process.env['SMTP_URL'] = 'smtp://127.0.0.1:1'

const { invitationOf } = await import('@/lib/access/answer-link')
const { perform } = await import('@/lib/access/perform')
const { cancelActivity, postponeActivity } = await import('@/lib/activities/actions')
const { toLocal } = await import('@/lib/core/clock')
const { db } = await import('@/lib/core/db')
const { remindOfActivities } = await import('@/lib/reminders/jobs')
const { dueReminder, reminderSteps } = await import('@/lib/reminders/rules')
const { invite } = await import('../invitations/invited')
const { setClock } = await import('../support/clock')
const { inDays, makeActivity, makePeople, makePlace } = await import('../support/stage')
const { buildWorld, worldNow } = await import('../support/world')

let world: Awaited<ReturnType<typeof buildWorld>>
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(async () => {
  setClock(worldNow)
  await db.notification.deleteMany()
  await db.outboxMessage.deleteMany()
  await db.activityReminder.deleteMany()
  await db.activity.updateMany({ data: { state: 'CANCELLED' } })
})

const hours = (count: number) => inDays(count / 24)
const minute = 1 / (24 * 60)

/** A meeting in ten days, published long ago, with a place that was taken three weeks before it. */
async function meeting(wish: Parameters<typeof makeActivity>[1] = {}): Promise<string> {
  const id = await makeActivity(world, { startsAt: inDays(10), ...wish })
  await db.activity.update({ where: { id }, data: { publishedAt: inDays(-20) } })
  return id
}

async function place(activityId: string, userId: string | null, since = inDays(-11), enterpriseId?: string) {
  const id = await makePlace(world, activityId, { enterpriseId: enterpriseId ?? world.enterprises.member, userId })
  await db.registration.update({ where: { id }, data: { updatedAt: since } })
  return id
}

async function roundAt(at: Date): Promise<void> {
  setClock(at)
  await remindOfActivities()
}

const told = async (activityId: string) =>
  (
    await db.notification.findMany({
      where: { href: `/portal/activities/${activityId}`, kind: { notIn: ['ACTIVITY_CHANGED', 'ACTIVITY_CANCELLED'] } },
      select: { kind: true, userId: true },
      orderBy: { createdAt: 'asc' },
    })
  ).map(({ kind, userId }) => [kind, userId])

describe('which step is due', () => {
  const start = inDays(10)
  const activity = { state: 'PUBLISHED' as const, startsAt: start, publishedAt: inDays(-20), movedAt: null }
  const step = (at: Date, more: object = {}) => dueReminder({ ...activity, ...more }, at)?.step ?? null

  it.each([
    [inDays(3 - minute), null],
    [inDays(3), 'DAYS_7'],
    [inDays(9 - minute), 'DAYS_7'],
    [inDays(9), 'DAY_1'],
    [hours(238), 'HOURS_2'],
    [inDays(10 - minute), 'HOURS_2'],
    [inDays(10), null],
  ])('at %s: %s', (at, expected) => expect(step(at)).toBe(expected))

  it('none of what is not published, and none that had passed when it was published or moved', () => {
    for (const state of ['DRAFT', 'CANCELLED', 'HELD', 'CLOSED'] as const) expect(step(inDays(9), { state })).toBeNull()
    expect(step(inDays(5), { publishedAt: inDays(4) })).toBeNull()
    expect(step(inDays(5), { movedAt: inDays(4) })).toBeNull()
    expect(step(inDays(9), { movedAt: inDays(4) })).toBe('DAY_1')
  })

  it('however often a worker looks, each step comes at most once and in order, within its own stretch', () => {
    const looks = fc.array(fc.integer({ min: 0, max: 12 * 24 * 60 }), { maxLength: 60 })
    fc.assert(
      fc.property(looks, fc.integer({ min: -5, max: 10 }), (minutes, published) => {
        const publishedAt = inDays(published)
        const seen = minutes
          .toSorted((a, b) => a - b)
          .flatMap((at) => dueReminder({ ...activity, publishedAt }, inDays(at * minute)) ?? [])
        const order = seen.map((due) => reminderSteps.findIndex((one) => one.step === due.step))
        expect(order).toEqual(order.toSorted((a, b) => a - b))
        for (const { dueAt } of seen) expect(publishedAt <= dueAt).toBe(true)
      }),
    )
  })
})

describe('a reminder', () => {
  it('comes a week, a day and two hours before to whoever has a place, with time and place, once each', async () => {
    const id = await meeting()
    const { principal } = world.people
    await place(id, principal.userId)
    for (const at of [inDays(2), inDays(3), inDays(4), inDays(9), inDays(9.5), hours(238), hours(239), inDays(10)])
      await roundAt(at)
    const kinds = ['ACTIVITY_IN_A_WEEK', 'ACTIVITY_IN_A_DAY', 'ACTIVITY_BEGINS']
    expect(await told(id)).toEqual(kinds.map((kind) => [kind, principal.userId]))
    const mails = await db.outboxMessage.findMany({ select: { body: true } })
    expect(mails).toHaveLength(3)
    for (const { body } of mails) expect(body).toMatch(/12月4日.*漕泾镇会议中心[^]*\/portal\/activities\//)
  })

  it('comes to those who represent the enterprise while nobody is named, not to who waits, left or came later', async () => {
    const id = await meeting()
    await place(id, null)
    const [waits = '', away = '', late = ''] = await makePeople(world.enterprises.lead, 3)
    const { lead } = world.enterprises
    await db.registration.updateMany({
      where: { id: await place(id, waits, inDays(-11), lead) },
      data: { state: 'WAITING', updatedAt: inDays(-11) },
    })
    await db.registration.updateMany({
      where: { id: await place(id, away, inDays(-11), lead) },
      data: { state: 'ON_LEAVE', updatedAt: inDays(-11) },
    })
    await place(id, late, inDays(3.5), lead)
    await roundAt(inDays(4))
    const people = (await told(id)).map(([, userId]) => userId)
    expect(people).toContain(world.people.principal.userId)
    for (const nobody of [waits, away, late]) expect(people).not.toContain(nobody)
    await roundAt(inDays(9))
    expect(await told(id)).toContainEqual(['ACTIVITY_IN_A_DAY', late])
  })

  it('asks the invited who have not answered a week before, by their own link, and never again', async () => {
    const id = await meeting()
    const { principal, neighbour } = world.people
    await place(id, principal.userId)
    const invitationId = await invite(id, neighbour.userId)
    await invite(id, principal.userId)
    await db.invitation.updateMany({ where: { activityId: id }, data: { createdAt: inDays(-20) } })
    for (const at of [inDays(3), inDays(9), hours(239)]) await roundAt(at)
    const asked = (await told(id)).filter(([kind]) => kind === 'ANSWER_DUE')
    expect(asked).toEqual([['ANSWER_DUE', neighbour.userId]])
    const { email } = await db.user.findUniqueOrThrow({ where: { id: neighbour.userId } })
    const [mail] = await db.outboxMessage.findMany({ where: { to: email ?? '' } })
    const [, token = ''] = /\/a\/(\S+)/.exec(mail?.body ?? '') ?? []
    expect(invitationOf(token)).toBe(invitationId)
  })

  it('is not sent of what was cancelled, and of a moved activity at its new time', async () => {
    const id = await meeting()
    await place(id, world.people.principal.userId)
    await roundAt(inDays(3))
    const { version } = await db.activity.findUniqueOrThrow({ where: { id } })
    const coordinator = await world.actor('coordinator')
    const moved = await perform(postponeActivity.definition, coordinator, {
      id,
      version,
      startsAt: toLocal(inDays(20)),
      endsAt: toLocal(inDays(20.1)),
      registrationClosesAt: null,
      mode: 'ON_SITE',
      place: '漕泾镇会议中心',
      onlineUrl: '',
    })
    expect(moved.result).toMatchObject({ ok: true })
    for (const at of [inDays(9), inDays(13)]) await roundAt(at)
    expect((await told(id)).map(([kind]) => kind)).toEqual(['ACTIVITY_IN_A_WEEK', 'ACTIVITY_IN_A_WEEK'])
    await perform(cancelActivity.definition, coordinator, { id, reason: '场地检修，另行通知' })
    for (const at of [inDays(19), inDays(19.95)]) await roundAt(at)
    expect(await told(id)).toHaveLength(2)
  })
})

describe('two workers at once', () => {
  const doubled = async (id: string) => {
    const people = (await told(id)).map(([, userId]) => userId)
    return people.length - new Set(people).size
  }

  it('tell everybody once, and one that dies in the middle leaves all of it to the next', async () => {
    const id = await meeting()
    const people = await makePeople(world.enterprises.member, 60)
    for (const userId of people) await place(id, userId)
    setClock(inDays(4))
    const { remindActivity } = await import('@/lib/reminders/mutations')
    const killed = db.$transaction(async (tx) => {
      await remindActivity(tx, id, inDays(4))
      throw new Error('killed')
    })
    await expect(killed).rejects.toThrow('killed')
    expect([await told(id), await db.outboxMessage.count()]).toEqual([[], 0])
    await Promise.all([remindOfActivities(), remindOfActivities(), remindOfActivities()])
    expect(await told(id)).toHaveLength(60)
    expect(await doubled(id)).toBe(0)
    expect(await db.outboxMessage.count()).toBe(60)
  })

  it('would tell twice without lock and constraint: a twin that looks, then tells', async () => {
    const id = await meeting()
    await place(id, world.people.principal.userId)
    const twin = () =>
      db.$transaction(async (tx) => {
        const row = { activityId: id, userId: world.people.principal.userId, step: 'DAYS_7' as const }
        if ((await tx.activityReminder.count({ where: row })) > 0) return
        await tx.$executeRaw`SELECT pg_sleep(0.05)`
        await tx.activityReminder.create({ data: { ...row, startsAt: inDays(10), createdAt: inDays(4) } })
        await tx.notification.create({
          data: { userId: row.userId, kind: 'ACTIVITY_IN_A_WEEK', href: `/portal/activities/${id}` },
        })
      })
    await db.$executeRaw`DROP INDEX activity_reminders_activity_id_user_id_step_starts_at_key`
    await Promise.all([twin(), twin()])
    expect(await doubled(id)).toBe(1)
    await db.activityReminder.deleteMany()
    await db.notification.deleteMany()
    await db.$executeRaw`CREATE UNIQUE INDEX activity_reminders_activity_id_user_id_step_starts_at_key
      ON activity_reminders (activity_id, user_id, step, starts_at)`
    await Promise.allSettled([twin(), twin()])
    expect(await doubled(id)).toBe(0)
  })
})
