import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { minutesPaper } from '@/lib/papers/minutes-documents'
import { noticePaper } from '@/lib/papers/notice-documents'
import { getNoticeActivity, takeMinutes, takeSignInSheet } from '@/lib/papers/queries'
import { numeral, writtenDay } from '@/lib/papers/rules'
import { signInPaper } from '@/lib/papers/sign-in-documents'
import { inDays, makeActivity, makePlace } from '../support/stage'
import { buildWorld, worldNow, type World } from '../support/world'
import { textOfWord } from './word-text'

/** Whatever people type: markup, a control sign, a sign beyond the basic plane. */
const hostile = '“<b>储罐</b>” & 消防\u0001𠮷'
const cleaned = '“<b>储罐</b>” & 消防𠮷'

let world: World
let held: string
beforeAll(async () => {
  world = await buildWorld()
  held = await makeActivity(world, { state: 'HELD', startsAt: inDays(-7), title: '静电防护交流会' })
  await db.agendaItem.createMany({
    data: [
      { activityId: held, position: 0, startsAt: inDays(-7), title: hostile, speaker: '市局' },
      { activityId: held, position: 1, title: '自由讨论' },
    ],
  })
  const { principal, designated, coordinator } = world.people
  await db.attendance.createMany({
    data: [principal, designated].map(({ userId }) => ({
      userId,
      activityId: held,
      enterpriseId: world.enterprises.member,
      mandateKind: 'PRINCIPAL' as const,
      method: 'DOOR_DESK' as const,
      checkedInAt: inDays(-7),
    })),
  })
  const by = { activityId: held, recordedById: coordinator.userId, recordedAt: worldNow }
  await db.activityDecision.create({ data: { ...by, position: 1, text: '年内完成检测' } })
})

describe('papers', () => {
  it('number headings and write days as GB/T 9704 asks', () => {
    expect([0, 8, 9, 10, 18, 19, 20, 98, 99].map(numeral)).toEqual([
      '一',
      '九',
      '十',
      '十一',
      '十九',
      '二十',
      '二十一',
      '九十九',
      '100',
    ])
    expect(writtenDay('2026-01-05')).toBe('2026年1月5日')
  })

  it('of a notice say when, where, who and how to register, in the order of their numbers', async () => {
    const actor = await world.actor('principal')
    const id = await makeActivity(world, { title: hostile, capacity: 60, registrationClosesAt: inDays(6) })
    const activity = await getNoticeActivity(actor, id)
    if (!activity) throw new Error('not seen')
    const text = await textOfWord(await noticePaper(activity, worldNow))
    expect(text).toContain(`关于召开“${cleaned}”的通知`)
    const heads = ['一、时间', '二、地点和方式', '三、参加范围', '四、报名方式']
    expect(heads.map((head) => text.indexOf(head)).every((at, index, all) => at > (all[index - 1] ?? 0))).toBe(true)
    expect(text).toContain('2026年12月1日')
    expect(text).toContain(`/portal/activities/${id}`)
    expect(text).toContain('名额 60 人')
  })

  it('of minutes hold agenda, decisions and those present, and the log says who took them', async () => {
    const minutes = await takeMinutes(await world.actor('coordinator'), held)
    if (!minutes) throw new Error('not seen')
    const text = await textOfWord(await minutesPaper(minutes, worldNow))
    for (const part of ['静电防护交流会纪要', '1 家企业 2 人', `10:00　${cleaned}（市局）`, '（一）年内完成检测'])
      expect(text).toContain(part)
    const taken = await db.accessEvent.findFirstOrThrow({ where: { kind: 'EXPORT', subjectId: held } })
    expect(taken).toMatchObject({ actorId: world.people.coordinator.userId, detail: { paper: 'minutes', rows: 2 } })
    expect(await takeMinutes(await world.actor('principal'), held)).toBeNull()
    expect(await takeMinutes(await world.actor('coordinator'), await makeActivity(world))).toBeNull()
  })

  it('of the door hold whoever has a place, and room for others', async () => {
    const id = await makeActivity(world)
    await makePlace(world, id, { enterpriseId: world.enterprises.member, userId: world.people.principal.userId })
    const sheet = await takeSignInSheet(await world.actor('coordinator'), id)
    if (!sheet) throw new Error('not seen')
    const text = await textOfWord(await signInPaper(sheet.activity, sheet.lines))
    const { name } = await db.user.findUniqueOrThrow({ where: { id: world.people.principal.userId } })
    expect(text).toContain(name)
    expect(text.split('\n')).toContain('11')
    expect(await takeSignInSheet(await world.actor('principal'), id)).toBeNull()
  })

  it('of what was called off is no notice', async () => {
    const id = await makeActivity(world, { state: 'CANCELLED' })
    expect(await getNoticeActivity(await world.actor('coordinator'), id)).toBeNull()
  })
})
