import { getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import type { NotificationRow } from '@/lib/notifications/queries'
import { isNotificationKind, toldParams, wordsOf } from '@/lib/notifications/rules'
import { formatInstant } from '@/lib/text/format'
import type { Locale } from '@/lib/text/locale'
import { MarkReadButton } from './mark-read-button'

type Props = {
  row: NotificationRow
  locale: Locale
  /** Whether its subject can be opened by the reader. */
  isOpen: boolean
}

/** One thing that was told. Its heading is a button: opening it says that it was read. */
export async function NotificationItem({ row, locale, isOpen }: Props) {
  const t = await getTranslations('notifications')
  if (!isNotificationKind(row.kind)) return null
  const { title, text } = wordsOf(locale, row.kind, toldParams(row.params))
  const weight = row.readAt ? '' : 'font-bold'
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 border-t px-4 py-3 first:border-t-0 sm:flex-nowrap">
      <div className="flex min-w-0 flex-1 flex-col items-start gap-0.5">
        <div className="flex flex-wrap items-center gap-x-2">
          {!row.readAt && <Badge tone="primary">{t('unread')}</Badge>}
          {isOpen ? (
            <button
              name="id"
              value={row.id}
              className={`link min-h-7 text-left pointer-coarse:min-h-(--target) ${weight}`}
            >
              {title}
            </button>
          ) : (
            <span className={`min-h-7 leading-7 ${weight}`}>{title}</span>
          )}
        </div>
        <p className="max-w-3xl text-muted">{text}</p>
        {!isOpen && <p className="text-muted">{t('gone')}</p>}
      </div>
      <div className="flex w-full shrink-0 items-center justify-between gap-3 sm:w-auto sm:flex-col sm:items-end sm:gap-0.5">
        <time dateTime={row.createdAt.toISOString()} className="text-muted sm:leading-7">
          {formatInstant(locale, row.createdAt)}
        </time>
        {!row.readAt && (
          <div className="-mr-2">
            <MarkReadButton id={row.id} />
          </div>
        )}
      </div>
    </li>
  )
}
