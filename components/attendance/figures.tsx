import { getTranslations } from 'next-intl/server'
import { StatTile } from '@/components/list/stat-tile'
import type { AttendanceTally } from '@/lib/attendance/list-rules'
import { formatNumber } from '@/lib/text/format'

/** What each figure's list is narrowed to. */
const queries: Record<keyof AttendanceTally, string> = {
  placed: 'placed=yes',
  present: 'state=PRESENT',
  walkIns: 'state=PRESENT&placed=no',
  counting: 'state=PRESENT&counts=yes',
  principals: 'state=PRESENT&principal=yes',
  absent: 'state=ABSENT',
  onLeave: 'state=ON_LEAVE',
}

const shown = {
  door: ['present', 'placed', 'absent', 'walkIns'],
  list: ['placed', 'present', 'counting', 'principals', 'absent', 'onLeave'],
} as const satisfies Record<string, (keyof AttendanceTally)[]>

const grids = { door: 'sm:grid-cols-4', list: 'sm:grid-cols-3 xl:grid-cols-6' }

/** How the hall fills; each figure opens the list behind it. */
export async function AttendanceFigures({
  tally,
  listPath,
  at,
}: {
  tally: AttendanceTally
  listPath: string
  at: keyof typeof shown
}) {
  const t = await getTranslations('attendance.tally')
  return (
    <div className={`grid grid-cols-2 gap-3 ${grids[at]}`}>
      {shown[at].map((key) => (
        <StatTile key={key} label={t(key)} value={formatNumber(tally[key])} href={`${listPath}?${queries[key]}`} />
      ))}
    </div>
  )
}
