import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { leadsTo, visibleLeads } from '@/app/portal/notifications/leads'
import { cancelActivity, closeActivity, postponeActivity } from '@/lib/activities/actions'
import { correctAttendance, strikeAttendance } from '@/lib/attendance/actions'
import { toLocal } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { markNotificationsRead, openNotification } from '@/lib/notifications/actions'
import { countNotifications, countUnread, listNotifications } from '@/lib/notifications/queries'
import { notificationKinds, toldParams, wordsOf } from '@/lib/notifications/rules'
import { notificationFilter } from '@/lib/notifications/schema'
import { withdraw } from '@/lib/registrations/actions'
import { act } from '../support/act'
import { sources } from '../support/architecture'
import { inDays, makeActivity, makePlace } from '../support/stage'
import { buildWorld, worldNow, type ActorName, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(async () => {
  await db.notification.deleteMany()
})

const minutes = (count: number) => new Date(worldNow.getTime() + count * 60_000)

const tell = (name: Exclude<ActorName, 'anonymous'>, href: string, at = worldNow, readAt: Date | null = null) =>
  db.notification.create({
    data: { userId: world.people[name].userId, kind: 'PLACE_GIVEN', params: {}, href, createdAt: at, readAt },
    select: { id: true },
  })

const kindsToldTo = async (name: ActorName) =>
  (await listNotifications(await world.actor(name), {})).rows.map(({ kind }) => kind)

describe('the bell', () => {
  it('counts what the person has not read, under whichever hat, and nobody else’s', async () => {
    await tell('principal', '/portal')
    await tell('principal', '/portal', worldNow, worldNow)
    await tell('designated', '/portal')
    expect(await countUnread(await world.actor('principal'))).toBe(1)
    expect(await countUnread(await world.actor('administrator'))).toBe(0)
    expect(await countUnread(await world.actor('anonymous'))).toBe(0)
  })

  it('counts no further than it can show', async () => {
    await db.notification.createMany({
      data: Array.from({ length: 130 }, () => ({
        userId: world.people.principal.userId,
        kind: 'PLACE_GIVEN',
        href: '/portal',
      })),
    })
    expect(await countUnread(await world.actor('principal'))).toBe(100)
    expect(await countNotifications(await world.actor('principal'), { show: 'unread' })).toBe(130)
  })

  it('looks into an index of what is unread', async () => {
    const plan = await db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`
      return tx.$queryRaw<Record<string, string>[]>`
        EXPLAIN SELECT count(*) FROM notifications WHERE user_id = ${world.people.principal.userId}::uuid AND read_at IS NULL`
    })
    expect(JSON.stringify(plan)).toContain('notifications_unread')
  })

  it('falls by one when a notification is opened, which leads where it says', async () => {
    const { id } = await tell('principal', '/portal/activities')
    await tell('principal', '/portal/activities')
    const answer = await act(world, 'principal', openNotification, { id })
    expect(answer).toEqual({ ok: true, data: { href: '/portal/activities' } })
    expect(await countUnread(await world.actor('principal'))).toBe(1)
  })

  it('leads nowhere outside the portal', async () => {
    const { id } = await tell('principal', 'https://elsewhere.test/portal')
    expect(await act(world, 'principal', openNotification, { id })).toMatchObject({
      data: { href: '/portal/notifications' },
    })
  })

  it('is emptied at once, and what was read keeps the time of its first reading', async () => {
    const { id } = await tell('principal', '/portal', worldNow, minutes(-60))
    await tell('principal', '/portal')
    expect(await act(world, 'principal', markNotificationsRead, { ids: null })).toMatchObject({ data: { count: 1 } })
    expect(await act(world, 'principal', markNotificationsRead, { ids: [id] })).toMatchObject({ data: { count: 0 } })
    expect((await db.notification.findUniqueOrThrow({ where: { id } })).readAt).toEqual(minutes(-60))
  })

  it('marks nothing of others', async () => {
    const { id } = await tell('designated', '/portal')
    await act(world, 'principal', markNotificationsRead, { ids: [id] })
    expect(await countUnread(await world.actor('designated'))).toBe(1)
  })
})

describe('the list', () => {
  it('is read newest first, forwards and back, each row once', async () => {
    await db.notification.createMany({
      data: Array.from({ length: 120 }, (_, index) => ({
        userId: world.people.principal.userId,
        kind: 'PLACE_GIVEN',
        href: `/portal/${index}`,
        // Many at one instant: a postponed activity tells everybody at once.
        createdAt: minutes(Math.floor(index / 30)),
      })),
    })
    const actor = await world.actor('principal')
    const first = await listNotifications(actor, {})
    const second = await listNotifications(actor, { cursor: first.next ?? '' })
    const third = await listNotifications(actor, { cursor: second.next ?? '' })
    const hrefs = [first, second, third].flatMap(({ rows }) => rows.map(({ href }) => href))
    expect(new Set(hrefs).size).toBe(120)
    expect(third.next).toBeNull()
    const back = await listNotifications(actor, { cursor: third.previous ?? '' })
    expect(back.rows).toEqual(second.rows)
    const times = [first, second, third].flatMap(({ rows }) => rows.map(({ createdAt }) => createdAt.getTime()))
    expect(times).toEqual(times.toSorted((a, b) => b - a))
  })

  it('shows what is unread alone, and takes an address that makes no sense for none', async () => {
    await tell('principal', '/portal/1', worldNow, worldNow)
    await tell('principal', '/portal/2')
    const { rows } = await listNotifications(await world.actor('principal'), { show: 'unread' })
    expect(rows.map(({ href }) => href)).toEqual(['/portal/2'])
    expect(notificationFilter.parse({ show: 'everything', cursor: ['a', 'b'] })).toEqual({})
  })

  it('leads to a subject only as long as the reader sees it', async () => {
    const [published, draft] = [await makeActivity(world), await makeActivity(world, { state: 'DRAFT' })]
    const hrefs = [
      `/portal/activities/${published}`,
      `/portal/activities/${draft}`,
      '/portal/activities/x',
      '/elsewhere',
    ]
    const open = async (name: ActorName) => [...(await visibleLeads(await world.actor(name), hrefs))]
    expect(await open('principal')).toEqual([hrefs[0]])
    expect(await open('coordinator')).toEqual([hrefs[0], hrefs[1]])
    expect(await open('stranger')).toEqual([])
  })

  it('knows the subjects of everything that is told', () => {
    const told = sources().filter(({ file, text }) => file.startsWith('lib/') && /\bnotify\(tx/.test(text))
    const hrefs = told.flatMap(({ text }) => [...text.matchAll(/href: `([^`$]*)\$\{/g)].map(([, place]) => place))
    expect(hrefs.length).toBeGreaterThanOrEqual(2)
    expect(hrefs.filter((href) => !leadsTo.includes(href ?? ''))).toEqual([])
  })
})

describe('people are told', () => {
  it('of a place from the waiting list', async () => {
    const activityId = await makeActivity(world, { capacity: 1 })
    const held = await makePlace(world, activityId, { enterpriseId: world.enterprises.member })
    await makePlace(world, activityId, {
      enterpriseId: world.enterprises.neighbour,
      userId: world.people.neighbour.userId,
      state: 'WAITING',
    })
    expect(await act(world, 'principal', withdraw, { id: held })).toMatchObject({ ok: true })
    expect(await kindsToldTo('neighbour')).toEqual(['PLACE_GIVEN'])
    expect(await kindsToldTo('principal')).toEqual([])
  })

  it('of a change, a cancellation and a review', async () => {
    const person = { enterpriseId: world.enterprises.member, userId: world.people.designated.userId }
    const [moved, cancelled, held] = [
      await makeActivity(world),
      await makeActivity(world),
      await makeActivity(world, { state: 'HELD', startsAt: inDays(-1) }),
    ]
    for (const id of [moved, cancelled, held]) await makePlace(world, id, person)

    const { startsAt, endsAt, version } = await db.activity.findUniqueOrThrow({ where: { id: moved } })
    const later = (at: Date) => toLocal(new Date(at.getTime() + 3_600_000))
    const place = { registrationClosesAt: null, mode: 'ON_SITE', place: '另一处', onlineUrl: '' } as const
    const move = { id: moved, version, startsAt: later(startsAt), endsAt: later(endsAt), ...place }
    expect(await act(world, 'coordinator', postponeActivity, move)).toMatchObject({ ok: true })
    await act(world, 'coordinator', cancelActivity, { id: cancelled, reason: '场地检修' })
    await act(world, 'coordinator', closeActivity, { id: held })
    expect((await kindsToldTo('designated')).toSorted()).toEqual([
      'ACTIVITY_CANCELLED',
      'ACTIVITY_CHANGED',
      'ACTIVITY_REVIEWED',
    ])
    const told = await db.notification.findFirstOrThrow({
      where: { kind: 'ACTIVITY_CANCELLED', userId: person.userId },
    })
    expect(wordsOf('zh-CN', 'ACTIVITY_CANCELLED', toldParams(told.params)).text).toContain('场地检修')
  })

  it('when the record of their coming was corrected or struck, and why', async () => {
    const activityId = await makeActivity(world, { state: 'HELD', startsAt: inDays(-1) })
    const { userId } = world.people.designated
    const { id } = await db.attendance.create({
      data: {
        activityId,
        userId,
        enterpriseId: world.enterprises.member,
        mandateKind: 'DESIGNATED',
        checkedInAt: inDays(-1),
        method: 'DOOR_DESK',
      },
    })
    const corrected = {
      id,
      version: 1,
      enterpriseId: world.enterprises.member,
      checkedInAt: toLocal(new Date(inDays(-1).getTime() + 600_000)),
      reason: '时间录错',
    }
    expect(await act(world, 'coordinator', correctAttendance, corrected)).toMatchObject({ ok: true })
    expect(await act(world, 'coordinator', strikeAttendance, { id, version: 2, reason: '本人未到场' })).toMatchObject({
      ok: true,
    })
    expect(await kindsToldTo('designated')).toEqual(['ATTENDANCE_REVIEWED', 'ATTENDANCE_REVIEWED'])
    const told = await db.notification.findMany({ where: { userId }, orderBy: { id: 'asc' } })
    expect(told.map(({ params }) => wordsOf('zh-CN', 'ATTENDANCE_REVIEWED', toldParams(params)).text)).toEqual(
      expect.arrayContaining([expect.stringContaining('时间录错'), expect.stringContaining('本人未到场')]),
    )
  })

  it('with days as the reader writes them, and what only stands under the same name as it is', () => {
    const text = (locale: 'zh-CN' | 'en', kind: 'CERTIFICATE_ENDS' | 'ADVICE_OVERDUE' | 'INSPECTION_UNPAIRED') =>
      wordsOf(locale, kind, { day: kind === 'ADVICE_OVERDUE' ? '7' : '2027-01-12', from: '甲公司', count: '2' }).text
    expect(text('zh-CN', 'CERTIFICATE_ENDS')).toContain('有效期至2027年1月12日（周二）。')
    expect(text('en', 'CERTIFICATE_ENDS')).toContain('until Tue 12 Jan 2027.')
    expect(text('zh-CN', 'ADVICE_OVERDUE')).toContain('逾期超过 7 天')
    expect(text('zh-CN', 'INSPECTION_UNPAIRED')).toContain('甲公司检查')
  })

  it('in both languages, of every kind', () => {
    for (const kind of notificationKinds)
      for (const locale of ['zh-CN', 'en'] as const) {
        // Whatever it is about: an activity, an enterprise, a number of licences; of one's own account it names the instant.
        const about = {
          title: '交流会',
          from: '1',
          enterprise: '交流会',
          count: '交流会',
          changedAt: worldNow.toISOString(),
        }
        const { title, text } = wordsOf(locale, kind, about)
        expect(title).not.toContain('kind.')
        expect(text, kind).toContain(/^(PASSWORD|CONTACT|CODES)_/.test(kind) ? '2026' : '交流会')
      }
  })
})
