'use client'

import { useTranslations } from 'next-intl'
import { useFailureWords } from '@/components/form/failure'
import { Banner } from '@/components/layout/banner'
import { Button } from '@/components/ui/button'
import { formatTime } from '@/lib/text/format'
import type { Unresolved } from './desk-store'
import type { DeskQueue } from './use-desk-queue'
import type { DoorList } from './use-door-list'

/** What the portal has not heard of yet, and what it answered otherwise than the desk meant. */
export function DeskStatus({ queue, path, door }: { queue: DeskQueue; path: string; door: DoorList }) {
  const t = useTranslations('attendance.desk')
  const { queued, unresolved, isOffline } = queue
  const count = queued.length
  return (
    <div role="status" className="flex flex-col gap-3 empty:hidden">
      {isOffline && (
        <Banner tone="warning">
          <p className="font-bold">{t('offline', { count })}</p>
          <p>{t(door.list.length > 0 ? 'offlineText' : 'offlineWithoutList')}</p>
          {door.takenAt && <p>{t('listOf', { time: formatTime(door.takenAt) })}</p>}
        </Banner>
      )}
      {!isOffline && count > 0 && <Banner>{t('sending', { count })}</Banner>}
      {unresolved.length > 0 && (
        <section className="rounded-md border border-warning bg-surface text-sm">
          <h2 className="border-b px-4 py-2 text-base">{t('unresolved', { count: unresolved.length })}</h2>
          <ul className="divide-y">
            {unresolved.map((one) => (
              <UnresolvedLine key={one.key} one={one} path={path} dismiss={() => queue.dismiss(one.key)} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function UnresolvedLine({ one, path, dismiss }: { one: Unresolved; path: string; dismiss: () => void }) {
  const t = useTranslations('attendance')
  const words = useFailureWords()
  const { came, failure } = one
  const by = came && (came.by ?? t(`method.${came.method}`))
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <p className="min-w-0 flex-1 basis-64">
        <span className="font-bold">{one.name}</span> <span className="text-muted">{one.enterprises}</span>
        <br />
        {t(`desk.pressed.${one.act}`, { time: formatTime(one.pressedAt) })}
        {came && t('desk.came', { time: formatTime(came.at), by: by ?? '' })}
        {failure && words.ofRefusal(failure)}
      </p>
      <span className="flex gap-2">
        {failure && one.act === 'CHECK_IN' && (
          <a href={`${path}/check-in/add?person=${one.userId}`} className="link inline-flex min-h-7 items-center">
            {t('desk.add')}
          </a>
        )}
        <Button size="small" onClick={dismiss} aria-label={`${t('desk.dismiss')} ${one.name}`}>
          {t('desk.dismiss')}
        </Button>
      </span>
    </li>
  )
}
