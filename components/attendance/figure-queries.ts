import type { AttendanceTally } from '@/lib/attendance/list-rules'

/** What each figure's list is narrowed to. */
export const figureQueries: Record<keyof AttendanceTally, string> = {
  placed: 'placed=yes',
  present: 'state=PRESENT',
  walkIns: 'state=PRESENT&placed=no',
  counting: 'state=PRESENT&counts=yes',
  principals: 'state=PRESENT&principal=yes',
  absent: 'state=ABSENT',
  onLeave: 'state=ON_LEAVE',
}
