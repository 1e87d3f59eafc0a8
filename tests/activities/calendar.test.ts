import ICAL from 'ical.js'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/access/perform'
import { cancelActivity, postponeActivity } from '@/lib/activities/actions'
import { getCalendarActivity } from '@/lib/activities/queries'
import { activityCalendar } from '@/lib/places/calendar-documents'
import { makeActivity } from '../support/stage'
import { buildWorld, type World } from '../support/world'

let world: World
let coordinator: Actor
beforeAll(async () => {
  world = await buildWorld()
  coordinator = await world.actor('coordinator')
})

/** The file as a real calendar reads it. */
async function read(id: string) {
  const activity = await getCalendarActivity(coordinator, id)
  if (!activity) throw new Error('not visible')
  const text = activityCalendar(activity)
  const calendar = new ICAL.Component(ICAL.parse(text))
  const component = calendar.getFirstSubcomponent('vevent')
  if (!component) throw new Error('no event')
  return { text, calendar, component, event: new ICAL.Event(component) }
}

describe('the calendar file of an activity', () => {
  it('says the same instant that the page says, in UTC, with an address and a stamp', async () => {
    const id = await makeActivity(world, { startsAt: new Date('2026-12-08T01:00:00Z') })
    const { text, calendar, component, event } = await read(id)
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-12-08T01:00:00.000Z')
    expect(event.endDate.toJSDate().toISOString()).toBe('2026-12-08T03:00:00.000Z')
    expect(text).toContain('DTSTART:20261208T010000Z')
    expect(text).not.toContain('VTIMEZONE')
    expect(event.location).toBe('漕泾镇会议中心')
    expect(String(component.getFirstPropertyValue('url'))).toBe(`http://127.0.0.1:3000/portal/activities/${id}`)
    expect(component.getFirstPropertyValue('dtstamp')).toBeTruthy()
    expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED')
  })

  it('keeps every line within 75 octets, Chinese too, and ends each with CRLF', async () => {
    const { text } = await read(await makeActivity(world, { title: '静电安全风险研究及防控'.repeat(6) }))
    const lines = text.split('\r\n')
    expect(lines.at(-1)).toBe('')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('keeps what a title or place writes out of the other properties', async () => {
    const { event, component } = await read(
      await makeActivity(world, { title: '一；二,三\nATTENDEE:mailto:x@y.test', place: '甲楼;乙厅\\丙' }),
    )
    expect(event.summary).toBe('一；二,三\nATTENDEE:mailto:x@y.test')
    expect(event.location).toBe('甲楼;乙厅\\丙')
    expect(component.getAllProperties('attendee')).toEqual([])
  })

  it('moves the same entry when the activity is postponed, and takes it back when it is cancelled', async () => {
    const id = await makeActivity(world)
    const before = await read(id)
    await perform(postponeActivity.definition, coordinator, {
      id,
      version: 1,
      startsAt: '2026-12-20T14:00',
      endsAt: '2026-12-20T16:00',
      registrationClosesAt: null,
      mode: 'ON_SITE',
      place: '奉贤会议中心',
      onlineUrl: '',
    })
    const moved = await read(id)
    expect(moved.event.uid).toBe(before.event.uid)
    expect([before.event.sequence, moved.event.sequence]).toEqual([0, 1])
    expect(moved.event.startDate.toJSDate().toISOString()).toBe('2026-12-20T06:00:00.000Z')
    await perform(cancelActivity.definition, coordinator, { id, reason: '台风预警' })
    const gone = await read(id)
    expect(gone.calendar.getFirstPropertyValue('method')).toBe('CANCEL')
    expect(gone.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect([gone.event.uid, gone.event.sequence]).toEqual([before.event.uid, 2])
  })
})
