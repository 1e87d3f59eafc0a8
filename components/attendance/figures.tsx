import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
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

type Props = { tally: AttendanceTally; listPath: string }

const ofList = ['placed', 'present', 'counting', 'principals', 'absent', 'onLeave'] as const

/** Who came and who did not; each figure opens the list behind it. */
export async function AttendanceFigures({ tally, listPath }: Props) {
  const t = await getTranslations('attendance.tally')
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
      {ofList.map((key) => (
        <StatTile key={key} label={t(key)} value={formatNumber(tally[key])} href={`${listPath}?${queries[key]}`} />
      ))}
    </div>
  )
}

const ofDoor = ['present', 'placed', 'absent', 'walkIns'] as const

/** The same in one line: at the door the list below is what is looked at. */
export async function DoorFigures({ tally, listPath }: Props) {
  const t = await getTranslations('attendance.tally')
  return (
    <ul className="grid grid-cols-2 rounded-md border bg-surface sm:flex">
      {ofDoor.map((key) => (
        <li key={key} className="sm:not-first:border-l">
          <Link
            href={`${listPath}?${queries[key]}`}
            prefetch={false}
            className="group flex min-h-11 items-baseline gap-2 px-4 py-1.5"
          >
            <span className="text-muted">{t(key)}</span>
            <span className="text-xl font-bold group-hover:text-primary">{formatNumber(tally[key])}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
