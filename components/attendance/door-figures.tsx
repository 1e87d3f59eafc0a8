'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { tallyWithQueued } from '@/lib/attendance/desk-rules'
import type { AttendanceTally } from '@/lib/attendance/list-rules'
import { formatNumber } from '@/lib/text/format'
import { useDesk } from './desk-store'
import { figureQueries } from './figure-queries'

const ofDoor = ['present', 'placed', 'absent', 'walkIns'] as const

type Props = { activityId: string; deskOf: string; tally: AttendanceTally; listPath: string }

/**
 * Who came, in one line: at the door the list below is what is looked at. What the desk has yet to send is counted, and
 * said, because the list behind a figure does not have it.
 */
export function DoorFigures({ activityId, deskOf, tally, listPath }: Props) {
  const t = useTranslations('attendance')
  const { queued } = useDesk(activityId, deskOf)
  const shown = tallyWithQueued(tally, queued)
  const count = queued.length
  return (
    <ul className="grid grid-cols-2 rounded-md border bg-surface sm:flex">
      {ofDoor.map((key) => (
        <li key={key} className="sm:not-first:border-l">
          <Link
            href={`${listPath}?${figureQueries[key]}`}
            prefetch={false}
            className="group flex min-h-11 flex-wrap items-baseline gap-x-2 px-4 py-1.5"
          >
            <span className="text-muted">{t(`tally.${key}`)}</span>
            <span className="text-xl font-bold group-hover:text-primary">{formatNumber(shown[key])}</span>
            {key === 'present' && count > 0 && <span className="text-warning">{t('desk.included', { count })}</span>}
          </Link>
        </li>
      ))}
    </ul>
  )
}
