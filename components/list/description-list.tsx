import { getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'

export type Entry = { label: string; value: ReactNode; isWide?: boolean }

/** 描述列表: what is known about one thing. Empty values say that they are empty. */
export async function DescriptionList({ entries, columns = 2 }: { entries: Entry[]; columns?: 1 | 2 | 3 }) {
  const t = await getTranslations('common')
  const grid = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-2 lg:grid-cols-3' }[columns]
  return (
    <dl className={`grid gap-x-8 text-sm ${grid}`}>
      {entries.map(({ label, value, isWide }) => (
        <div key={label} className={`flex gap-3 border-b py-2 ${isWide ? 'col-span-full' : ''}`}>
          <dt className="w-28 shrink-0 text-muted">{label}</dt>
          <dd className="min-w-0 flex-1">
            {value === null || value === undefined || value === '' ? (
              <span className="text-muted">{t('unknown')}</span>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
