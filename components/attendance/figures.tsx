import { getTranslations } from 'next-intl/server'
import { StatTile } from '@/components/list/stat-tile'
import type { AttendanceTally } from '@/lib/attendance/list-rules'
import { formatNumber } from '@/lib/text/format'
import { figureQueries } from './figure-queries'

type Props = { tally: AttendanceTally; listPath: string }

const ofList = ['placed', 'present', 'counting', 'principals', 'absent', 'onLeave'] as const

/** Who came and who did not; each figure opens the list behind it. */
export async function AttendanceFigures({ tally, listPath }: Props) {
  const t = await getTranslations('attendance.tally')
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
      {ofList.map((key) => (
        <StatTile
          key={key}
          label={t(key)}
          value={formatNumber(tally[key])}
          href={`${listPath}?${figureQueries[key]}`}
        />
      ))}
    </div>
  )
}
