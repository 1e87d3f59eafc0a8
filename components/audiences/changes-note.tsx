import { getLocale, getTranslations } from 'next-intl/server'
import type { AudienceChange } from '@/lib/audiences/queries'
import { formatInstant } from '@/lib/text/format'

type Props = { joined: AudienceChange; left: AudienceChange; evaluatedAt: Date | null }

/** What the rounds changed since the activity was published, by name. */
export async function ChangesNote({ joined, left, evaluatedAt }: Props) {
  const [t, locale] = await Promise.all([getTranslations('audiences.changes'), getLocale()])
  const isChanged = joined.count + left.count > 0
  const names = ({ names: some, count }: AudienceChange) =>
    [some.join(locale === 'zh-CN' ? '、' : ', '), count > some.length && t('more', { count })].filter(Boolean).join(' ')
  return (
    <div className="flex flex-col gap-1 rounded-md border bg-surface px-4 py-3 text-sm">
      <p className="flex flex-wrap justify-between gap-x-6">
        <span className="font-bold">
          {isChanged ? t('line', { joined: joined.count, left: left.count }) : t('none')}
        </span>
        {evaluatedAt && (
          <span className="text-muted">{t('evaluated', { at: formatInstant(locale, evaluatedAt) })}</span>
        )}
      </p>
      {joined.names.length > 0 && <Line label={t('joined')} text={names(joined)} />}
      {left.names.length > 0 && <Line label={t('left')} text={names(left)} />}
      {left.count > 0 && <p className="text-muted">{t('leftNote')}</p>}
    </div>
  )
}

function Line({ label, text }: { label: string; text: string }) {
  return (
    <p>
      <span className="text-muted">{label} </span>
      {text}
    </p>
  )
}
