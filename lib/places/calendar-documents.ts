import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { publicUrl } from '@/lib/core/env'
import type { CalendarActivity } from './queries'

/** What calendars know an activity by, for ever: it must not move with the address of the portal. */
export const calendarUid = (activityId: string): string => `${activityId}@safety-alliance-portal`

function statusOf(state: CalendarActivity['state']): ICalEventStatus {
  if (state === 'CANCELLED') return ICalEventStatus.CANCELLED
  return state === 'DRAFT' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED
}

/**
 * The calendar file of an activity. Always in UTC, which every calendar turns into its owner's zone; SEQUENCE moves with
 * each change, and a cancelled one says so, so that opening the file again updates or removes the entry.
 */
export function activityCalendar(activity: CalendarActivity): string {
  const isCancelled = activity.state === 'CANCELLED'
  const url = `${publicUrl}/portal/activities/${activity.id}`
  const calendar = ical({
    prodId: '//Shanghai Safety Alliances//Portal//ZH',
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: calendarUid(activity.id),
    sequence: activity.sequence,
    stamp: activity.updatedAt,
    start: activity.startsAt,
    end: activity.endsAt,
    summary: activity.title,
    location: activity.place || activity.onlineUrl || null,
    description: descriptionOf(activity, url),
    status: statusOf(activity.state),
    url,
    created: activity.createdAt,
    lastModified: activity.updatedAt,
  })
  return `${calendar.toString()}\r\n`
}

const descriptionOf = ({ description, onlineUrl, hostAlliance }: CalendarActivity, url: string): string =>
  [hostAlliance.name, description, onlineUrl, url].filter(Boolean).join('\n\n')
