import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openMailSink } from '../support/mail-sink'

const sink = await openMailSink()
process.env['SMTP_URL'] = sink.url
process.env['MAIL_FROM'] = '安全联盟 <portal@alliance.test>'

const { perform } = await import('@/lib/access/perform')
const { cancelActivity, postponeActivity, publishActivity } = await import('@/lib/activities/actions')
const { getCalendarActivity } = await import('@/lib/activities/queries')
const { toLocal } = await import('@/lib/core/clock')
const { db } = await import('@/lib/core/db')
const { sendOutbox } = await import('@/lib/notifications/jobs')
const { listFailedMails } = await import('@/lib/notifications/outbox-queries')
const { activityCalendar, calendarUid } = await import('@/lib/places/calendar-documents')
const { tellLeft } = await import('@/lib/places/mutations')
const { inDays, makeActivity } = await import('../support/stage')
const { buildWorld } = await import('../support/world')

let world: Awaited<ReturnType<typeof buildWorld>>
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(async () => {
  sink.mails.length = 0
  sink.refuse(0)
  await db.outboxMessage.deleteMany()
})
afterAll(() => sink.close())

function decoded(content: string, encoding = '7bit'): string {
  if (encoding === 'base64') return Buffer.from(content, 'base64').toString()
  if (encoding === '7bit') return content
  const bytes = content.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => `%${hex}`)
  return decodeURIComponent(bytes.replaceAll(/%(?![0-9A-F]{2})/g, '%25'))
}

/** The calendar part of a mail as it came over the wire, as a calendar reads it. */
function read(mail: string) {
  const part = /^Content-Type: text\/calendar;([^]*?)\r\n\r\n([^]*?)\r\n--/m.exec(mail)
  if (!part) throw new Error('no calendar part')
  const [, head = '', content = ''] = part
  const method = /method=(\w+)/.exec(head)?.[1]
  const text = decoded(content, /^Content-Transfer-Encoding: (\S+)/m.exec(head)?.[1])
  const calendar = new ICAL.Component(ICAL.parse(text))
  const component = calendar.getFirstSubcomponent('vevent')
  if (!component) throw new Error('no event')
  expect(calendar.getFirstPropertyValue('method')).toBe(method)
  return {
    method,
    text,
    component,
    event: new ICAL.Event(component),
    attendees: component.getAllProperties('attendee').map((one) => one.getFirstValue()),
  }
}

/** The text of a mail, as its reader sees it. */
function textOf(mail: string): string {
  const [, head = '', content = ''] = /^(Content-Type: text\/plain;[^]*?)\r\n\r\n([^]*?)\r\n--/m.exec(mail) ?? []
  return decoded(content, /^Content-Transfer-Encoding: (\S+)/m.exec(head)?.[1])
}

const toOf = (mail: string) => /^To: (.*)$/m.exec(mail)?.[1]?.trim()
const leave = async () => {
  await db.$executeRaw`UPDATE outbox_messages SET can_wait = false, next_at = now()`
  await sendOutbox()
  return sink.mails.splice(0)
}

async function publish(): Promise<string> {
  const id = await makeActivity(world, { state: 'DRAFT' })
  await perform(publishActivity.definition, await world.actor('coordinator'), { id })
  return id
}

async function postpone(id: string) {
  const { version } = await db.activity.findUniqueOrThrow({ where: { id } })
  const { result } = await perform(postponeActivity.definition, await world.actor('coordinator'), {
    id,
    version,
    startsAt: toLocal(inDays(9)),
    endsAt: toLocal(inDays(9.1)),
    registrationClosesAt: null,
    mode: 'ON_SITE',
    place: '奉贤会议中心',
    onlineUrl: '',
  })
  expect(result).toMatchObject({ ok: true })
}

describe('the calendar file of a mail', () => {
  it('asks its reader alone, by the same UID as the download, moves with each change, and is taken back', async () => {
    const id = await publish()
    const invitations = await leave()
    expect(invitations.length).toBeGreaterThan(3)
    for (const mail of invitations) {
      const { method, event, attendees, component } = read(mail)
      expect([method, event.uid, event.sequence]).toEqual(['REQUEST', calendarUid(id), 0])
      expect(attendees).toEqual([`mailto:${toOf(mail)}`])
      expect(textOf(mail)).toContain('打开即可将活动加入日历')
      expect(component.getFirstPropertyValue('organizer')).toBe('mailto:portal@alliance.test')
    }

    await postpone(id)
    const [moved] = (await leave()).map(read)
    expect([moved?.method, moved?.event.uid, moved?.event.sequence]).toEqual(['REQUEST', calendarUid(id), 1])
    expect(toLocal(moved?.event.startDate.toJSDate() ?? inDays(0))).toBe(toLocal(inDays(9)))
    expect(moved?.event.location).toBe('奉贤会议中心')

    await perform(cancelActivity.definition, await world.actor('coordinator'), { id, reason: '台风预警' })
    const farewells = await leave()
    expect(textOf(farewells[0] ?? '')).toContain('打开即可将活动从日历中移除')
    const gone = farewells.map(read)
    expect(gone.length).toBe(invitations.length)
    expect([gone[0]?.method, gone[0]?.event.uid, gone[0]?.event.sequence]).toEqual(['CANCEL', calendarUid(id), 2])
    expect(gone[0]?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    const activity = await getCalendarActivity(await world.actor('coordinator'), id)
    expect(activity && activityCalendar(activity)).toContain('SEQUENCE:2')
  })

  it('tells whoever is not invited any more to take it out, and no more than that', async () => {
    const id = await publish()
    await db.activity.update({
      where: { id },
      data: { description: '只对受邀者', onlineUrl: 'https://meet.test/secret' },
    })
    await leave()
    const { userId } = world.people.neighbour
    await db.$transaction((tx) => tellLeft(tx, { activityId: id, userIds: [userId], at: inDays(0) }))
    const [mail, ...more] = await leave()
    expect(more).toEqual([])
    const { method, text, event } = read(mail ?? '')
    expect([method, event.uid, event.description, event.location]).toEqual(['CANCEL', calendarUid(id), null, null])
    expect(text).not.toMatch(/meet\.test|portal\/activities/)
  })

  it('is tried again under the same Message-ID, with the same bytes, and forgotten once it is sent', async () => {
    const id = await publish()
    await db.outboxMessage.deleteMany({ where: { to: { not: 'neighbour@world.test' } } })
    const [row] = await db.outboxMessage.findMany()
    expect(row?.calendar).toContain(calendarUid(id))
    sink.refuse(1)
    expect(await leave()).toEqual([])
    const failed = await listFailedMails(await world.actor('administrator'))
    expect(failed).toMatchObject([{ id: row?.id, hasCalendar: true }])
    // What is changed meanwhile is told by a mail of its own: this one says what it said.
    await db.activity.update({ where: { id }, data: { sequence: { increment: 1 } } })
    const [again] = await leave()
    expect(again).toContain(`Message-ID: <${row?.id}@alliance.test>`)
    expect(read(again ?? '').event.sequence).toBe(0)
    expect(await db.outboxMessage.findFirstOrThrow()).toMatchObject({ state: 'SENT', body: '', calendar: '' })
    expect(await leave()).toEqual([])
  })
})
