import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import type { OwnAttendance as Row } from '@/lib/attendance/correction-queries'
import type { AttendanceTally } from '@/lib/attendance/list-rules'
import { formatStamp, formatTime } from '@/lib/text/format'
import { AttendanceFigures } from './figures'

type PanelProps = { activityId: string; tally: AttendanceTally; disputes: number }

/** How many came to an activity, on its own page. */
export async function AttendancePanel({ activityId, tally, disputes }: PanelProps) {
  const [t, disputed] = await Promise.all([getTranslations('attendance.list'), getTranslations('disputes')])
  const path = `/portal/activities/${activityId}`
  return (
    <Section
      title={t('panel')}
      actions={
        disputes > 0 && (
          <ButtonLink href={`${path}/disputes`} size="small">
            {disputed('link', { count: disputes })}
          </ButtonLink>
        )
      }
    >
      <AttendanceFigures tally={tally} listPath={`${path}/check-in`} />
    </Section>
  )
}

/** Who of an enterprise came, and whether it counts: its own record and nobody else's. */
export async function OwnAttendance({ attendances }: { attendances: Row[] }) {
  const t = await getTranslations('attendance')
  return (
    <Section title={t('own.title')}>
      {attendances.length === 0 ? (
        <p className="text-sm text-muted">{t('own.none')}</p>
      ) : (
        <ul className="divide-y rounded-md border bg-surface text-sm">
          {attendances.map((row) => (
            <li key={row.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
              <span className="font-bold">{row.user.name}</span>
              <span>{formatStamp(row.checkedInAt)}</span>
              {row.checkedOutAt && <span>{t('list.leftAt', { time: formatTime(row.checkedOutAt) })}</span>}
              {row.percent !== null && <span>{t('list.stayed', { percent: row.percent })}</span>}
              <span className="text-muted">{t(`method.${row.method}`)}</span>
              <span className="text-muted">{row.enterprise?.name ?? t('list.noEnterprise')}</span>
              <Badge tone={row.counts ? 'success' : 'warning'}>{t(row.counts ? 'own.counts' : 'own.recorded')}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
