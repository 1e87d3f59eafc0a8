import { getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'

/** What stands over a printed page only: what it is, what it was filtered by, and as of when. */
export async function PrintFrame({
  title,
  note,
  at,
  children,
}: {
  title: string
  note?: ReactNode
  at: string
  children: ReactNode
}) {
  const [t, shell] = await Promise.all([getTranslations('common'), getTranslations('shell')])
  return (
    <>
      <div className="mb-4 hidden border-b pb-2 print:block">
        <p>{shell('name')}</p>
        <p className="text-xl font-bold">{title}</p>
        {note && <p>{note}</p>}
        <p className="text-muted">{t('printed', { at })}</p>
      </div>
      {children}
    </>
  )
}
