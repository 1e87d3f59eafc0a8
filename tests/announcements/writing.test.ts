import { beforeEach, describe, expect, it } from 'vitest'
import * as actions from '@/lib/announcements/actions'
import { tellAnnouncements } from '@/lib/announcements/jobs'
import { getAnnouncement } from '@/lib/announcements/queries'
import { db } from '@/lib/core/db'
import { listNotifications } from '@/lib/notifications/queries'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { emptyDatabase } from '../support/empty'
import { buildWorld, type World } from '../support/world'
import { hoursFromNow, makeAnnouncement } from './announce'

let world: World
beforeEach(async () => {
  setClock('2026-11-24T02:00:00Z')
  await emptyDatabase()
  world = await buildWorld()
})

describe('writing', () => {
  const text = (over = {}) => ({
    title: '冬季用电安全',
    body: '一段',
    audience: 'ALLIANCES' as const,
    jurisdictionIds: [] as string[],
    allianceIds: [world.alliances.coatings],
    pinnedUntil: null,
    ...over,
  })

  it('is refused to others by the audience, never by who asks it to be', async () => {
    for (const [name, over] of [
      ['coordinator', { allianceIds: [world.alliances.coatings, world.alliances.stations] }],
      ['coordinator', { audience: 'PUBLIC' }],
      ['jinshan', { audience: 'JURISDICTIONS', jurisdictionIds: [world.jurisdictions.fengxian] }],
      ['lead', { audience: 'EVERYONE' }],
      ['lead', { allianceIds: [world.alliances.stations] }],
    ] as const)
      expect(await act(world, name, actions.draftAnnouncement, text(over) as never)).toMatchObject({
        code: 'FORBIDDEN',
      })
    const absent = { allianceIds: ['00000000-0000-7000-8000-000000000000'] }
    expect(await act(world, 'officer', actions.draftAnnouncement, text(absent))).toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each([
    ['a title of 100,000 characters', { title: '标'.repeat(100_000) }, { title: 'TOO_LONG' }],
    ['a title of signs that show nothing', { title: '\u202e \u0000' }, { title: 'REQUIRED' }],
    ['no text', { body: '' }, { body: 'REQUIRED' }],
    ['too long a text', { body: '文'.repeat(20_001) }, { body: 'TOO_LONG' }],
    ['no alliance', { allianceIds: [] }, { allianceIds: 'CHOOSE_ONE' }],
    ['no jurisdiction', { audience: 'JURISDICTIONS', allianceIds: [] }, { jurisdictionIds: 'CHOOSE_ONE' }],
    ['a day that does not exist', { pinnedUntil: '2026-02-30' }, { pinnedUntil: 'NOT_A_DAY' }],
    ['an id that is none', { allianceIds: ["' OR 1=1"] }, {}],
  ])('refuses %s', async (_, over, fields) => {
    const result = await act(world, 'officer', actions.draftAnnouncement, text(over) as never)
    expect(result).toMatchObject({ ok: false, code: 'INVALID', fields })
  })

  it('keeps markup and signs as text, without what turns a line around', async () => {
    const body = '<script>alert(1)</script>\r\n🎆 \u202e第二段\u0000'
    const result = await act(world, 'officer', actions.draftAnnouncement, text({ title: '<b>通知\u202e</b>', body }))
    expect(result.ok).toBe(true)
    expect(await db.announcement.findFirstOrThrow()).toMatchObject({
      title: '<b>通知</b>',
      body: '<script>alert(1)</script>\n🎆 第二段',
    })
  })

  it('takes other words after publication, another audience no more', async () => {
    const id = await makeAnnouncement(world)
    const input = { id, version: 1, ...text({ title: '新的标题' }) }
    expect(await act(world, 'officer', actions.reviseAnnouncement, input)).toMatchObject({ data: { version: 2 } })
    const elsewhere = { ...input, version: 2, allianceIds: [world.alliances.stations] }
    expect(await act(world, 'officer', actions.reviseAnnouncement, elsewhere)).toMatchObject({
      code: 'ANNOUNCEMENT_AUDIENCE_FIXED',
    })
    expect(await act(world, 'administrator', actions.reviseAnnouncement, input)).toMatchObject({
      code: 'ANNOUNCEMENT_CHANGED',
      params: { title: '新的标题', version: 2, changedBy: 'officer' },
    })
    await db.announcement.update({ where: { id }, data: { publishAt: hoursFromNow(2) } })
    expect(await act(world, 'officer', actions.reviseAnnouncement, elsewhere)).toMatchObject({ ok: true })
    expect(await db.announcementAddressee.findMany({ select: { allianceId: true } })).toEqual([
      { allianceId: world.alliances.stations },
    ])
  })

  it('schedules for a time to come, within a year', async () => {
    const id = await makeAnnouncement(world, { publishAt: null })
    const at = (publishAt: string) => act(world, 'officer', actions.scheduleAnnouncement, { id, publishAt })
    expect(await at('2026-11-24T09:59')).toMatchObject({ fields: { publishAt: 'IN_THE_PAST' } })
    expect(await at('2028-01-01T00:00')).toMatchObject({ fields: { publishAt: 'TOO_FAR' } })
    expect(await at('2026-12-01T08:30')).toMatchObject({ ok: true })
    expect(await act(world, 'officer', actions.unscheduleAnnouncement, { id })).toMatchObject({ ok: true })
    expect(await act(world, 'officer', actions.unscheduleAnnouncement, { id })).toMatchObject({
      code: 'ANNOUNCEMENT_NOT_SCHEDULED',
    })
    expect(await act(world, 'officer', actions.publishAnnouncement, { id })).toMatchObject({ ok: true })
    expect(await act(world, 'officer', actions.publishAnnouncement, { id })).toMatchObject({
      code: 'ANNOUNCEMENT_PUBLISHED',
    })
  })

  it('withdraws with a reason, and what people were told of it goes too', async () => {
    const id = await makeAnnouncement(world)
    await tellAnnouncements()
    const principal = await world.actor('principal')
    expect((await listNotifications(principal, {})).rows).toHaveLength(1)
    const withdraw = () => act(world, 'officer', actions.withdrawAnnouncement, { id, reason: '内容有误' })
    const results = await Promise.all([withdraw(), withdraw()])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await listNotifications(principal, {})).rows).toEqual([])
    expect(await act(world, 'principal', actions.noteAnnouncement, { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await getAnnouncement(await world.actor('officer'), id)).toMatchObject({
      state: 'WITHDRAWN',
      withdrawReason: '内容有误',
    })
  })

  it('does not tell what is withdrawn before it was told', async () => {
    const id = await makeAnnouncement(world)
    await Promise.all([
      act(world, 'officer', actions.withdrawAnnouncement, { id, reason: '内容有误' }),
      tellAnnouncements(),
    ])
    expect(await db.notification.count()).toBe(0)
  })
})
