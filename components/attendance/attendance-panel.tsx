import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import type { AttendanceTally } from '@/lib/attendance/list-rules'
import { AttendanceFigures } from './figures'

/** How many came to an activity, on its own page. */
export async function AttendancePanel({ activityId, tally }: { activityId: string; tally: AttendanceTally }) {
  const t = await getTranslations('attendance.list')
  return (
    <Section title={t('panel')}>
      <AttendanceFigures tally={tally} listPath={`/portal/activities/${activityId}/check-in`} />
    </Section>
  )
}
