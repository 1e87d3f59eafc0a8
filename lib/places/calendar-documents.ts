import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { publicUrl } from '@/lib/core/env'
import { senderAddress } from '@/lib/core/mail'
import type { Prisma } from '@/lib/core/prisma/client'
import type { CalendarMethod } from '@/lib/notifications/rules'

/** What a calendar says of an activity. */
export const calendarSelect = {
  id: true,
  state: true,
  title: true,
  description: true,
  startsAt: true,
  endsAt: true,
  place: true,
  onlineUrl: true,
  sequence: true,
  createdAt: true,
  updatedAt: true,
  hostAlliance: { select: { name: true } },
} satisfies Prisma.ActivitySelect

export type CalendarActivity = Prisma.ActivityGetPayload<{ select: typeof calendarSelect }>

/** What calendars know an activity by, for ever: it must not move with the address of the portal. */
export const calendarUid = (activityId: string): string => `${activityId}@safety-alliance-portal`

function statusOf(state: CalendarActivity['state']): ICalEventStatus {
  if (state === 'CANCELLED') return ICalEventStatus.CANCELLED
  return state === 'DRAFT' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED
}

/** What a file says in whichever way it arrives: with the same UID and SEQUENCE all of them are one entry. */
const entryOf = (activity: CalendarActivity) => ({
  id: calendarUid(activity.id),
  sequence: activity.sequence,
  stamp: activity.updatedAt,
  start: activity.startsAt,
  end: activity.endsAt,
  summary: activity.title,
  created: activity.createdAt,
  lastModified: activity.updatedAt,
})

const detailsOf = (activity: CalendarActivity) => {
  const url = `${publicUrl}/portal/activities/${activity.id}`
  return {
    location: activity.place || activity.onlineUrl || null,
    description: descriptionOf(activity, url),
    url,
  }
}

const prodId = '//Shanghai Safety Alliances//Portal//ZH'

const written = (calendar: { toString: () => string }): string => `${calendar.toString()}\r\n`

/**
 * The calendar file of an activity. Always in UTC, which every calendar turns into its owner's zone; SEQUENCE moves with
 * each change, and a cancelled one says so, so that opening the file again updates or removes the entry.
 */
export function activityCalendar(activity: CalendarActivity): string {
  const isCancelled = activity.state === 'CANCELLED'
  const calendar = ical({ prodId, method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH })
  calendar.createEvent({ ...entryOf(activity), ...detailsOf(activity), status: statusOf(activity.state) })
  return written(calendar)
}

/**
 * The same as a mail carries it, without the one whom it asks: they are named when the mail leaves. Where the entry is
 * taken out it says no more than which one: its reader may no longer see the rest.
 */
export function mailedCalendar(activity: CalendarActivity, method: CalendarMethod): string {
  const organizer = { name: activity.hostAlliance.name, email: senderAddress }
  const calendar = ical({ prodId, method: ICalCalendarMethod[method] })
  if (method === 'CANCEL') {
    calendar.createEvent({ ...entryOf(activity), organizer, status: ICalEventStatus.CANCELLED })
  } else {
    calendar.createEvent({ ...entryOf(activity), ...detailsOf(activity), organizer, status: statusOf(activity.state) })
  }
  return written(calendar)
}

const descriptionOf = ({ description, onlineUrl, hostAlliance }: CalendarActivity, url: string): string =>
  [hostAlliance.name, description, onlineUrl, url].filter(Boolean).join('\n\n')
