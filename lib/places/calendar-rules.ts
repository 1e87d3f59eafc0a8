import type { CalendarMethod, NotificationKind } from '@/lib/notifications/rules'

const methods: Partial<Record<NotificationKind, CalendarMethod>> = {
  ACTIVITY_INVITED: 'REQUEST',
  ANSWER_DUE: 'REQUEST',
  ANSWER_URGED: 'REQUEST',
  PLACE_GIVEN: 'REQUEST',
  ACTIVITY_IN_A_WEEK: 'REQUEST',
  ACTIVITY_IN_A_DAY: 'REQUEST',
  ACTIVITY_BEGINS: 'REQUEST',
  ACTIVITY_CHANGED: 'REQUEST',
  ACTIVITY_CANCELLED: 'CANCEL',
  INVITATION_ENDED: 'CANCEL',
}

/** What the calendar of whoever is told this is to do; null: the mail has no calendar file. */
export const calendarMethodOf = (kind: NotificationKind): CalendarMethod | null => methods[kind] ?? null
