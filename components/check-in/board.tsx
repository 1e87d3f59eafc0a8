'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'next-intl'
import type { Board as BoardFacts } from '@/lib/attendance/board-rules'
import { formatTime } from '@/lib/text/format'

type Props = { activityId: string; board: BoardFacts }

const pauseMilliseconds = 5_000

/** Who is here, enterprise by enterprise, as the hall reads it; asks for the figures alone, every five seconds. */
export function Board({ activityId, board: shown }: Props) {
  const t = useTranslations('checkIn.projector')
  const board = useFresh(activityId, shown)
  return (
    <section aria-label={t('board')} className="flex min-h-0 min-w-0 flex-1 flex-col gap-4">
      <dl className="flex flex-wrap gap-x-10 gap-y-2" aria-live="polite">
        <Figure label={t('people')} here={board.here} expected={board.expected} />
        <Figure label={t('firms')} here={board.firmsHere} expected={board.firmsExpected} />
      </dl>
      {board.latest.length > 0 && <Latest latest={board.latest} />}
      {board.firms.length > 0 && (
        <ul
          tabIndex={0}
          aria-label={t('byFirm')}
          className="grid max-h-[22rem] grid-cols-1 content-start gap-x-6 overflow-y-auto border-t pt-3 sm:grid-cols-2 [:fullscreen_&]:max-h-[60dvh] [:fullscreen_&]:text-lg"
        >
          {board.firms.map((firm) => (
            <Firm key={firm.id} firm={firm} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** The later of what the page brought and what was asked since; a hall without network keeps the last figures. */
function useFresh(activityId: string, shown: BoardFacts): BoardFacts {
  const [asked, setAsked] = useState<BoardFacts | null>(null)
  useEffect(() => {
    const ask = async () => {
      const answer = await fetch(`/api/activities/${activityId}/board`).catch(() => null)
      if (answer?.ok) setAsked((await answer.json()) as BoardFacts)
    }
    const timer = setInterval(() => void ask(), pauseMilliseconds)
    return () => clearInterval(timer)
  }, [activityId])
  return asked && asked.at > shown.at ? asked : shown
}

function Figure({ label, here, expected }: { label: string; here: number; expected: number }) {
  return (
    <div className="flex flex-col">
      <dt className="text-lg text-muted">{label}</dt>
      <dd className="text-5xl font-bold xl:text-6xl">
        {here}
        <span className="text-3xl text-muted"> / {expected}</span>
      </dd>
    </div>
  )
}

function Latest({ latest }: { latest: BoardFacts['latest'] }) {
  const t = useTranslations('checkIn.projector')
  return (
    <div>
      <p className="text-muted">{t('latest')}</p>
      <ol className="text-lg">
        {latest.map(({ id, name, at }) => (
          <li key={id} className="flex gap-3">
            <span className="text-muted">{formatTime(at)}</span>
            <span className="min-w-0 truncate font-bold">{name ?? t('noFirm')}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function Firm({ firm: { name, here, expected } }: { firm: BoardFacts['firms'][number] }) {
  const t = useTranslations('checkIn.projector')
  const isWhole = here > 0 && here >= expected
  return (
    <li className="flex min-w-0 items-baseline justify-between gap-3 border-b py-1.5">
      <span className="min-w-0 truncate">{name ?? t('noFirm')}</span>
      <span className={`shrink-0 font-bold ${isWhole ? 'text-success' : ''} ${here === 0 ? 'text-muted' : ''}`}>
        {expected > 0 ? `${here}/${expected}` : here}
      </span>
    </li>
  )
}
