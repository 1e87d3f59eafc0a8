import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { clauseHeading, type ClauseId } from '@/lib/text/notice-clauses'

/** Which clause of the notice a rule comes from; opens it. */
export function ClauseChip({ clause }: { clause: ClauseId }) {
  const t = useTranslations('common')
  const locale = useLocale()
  const { number, title } = clauseHeading(clause, locale)
  return (
    <Link
      href={`/notice#${clause}`}
      prefetch={false}
      title={title}
      className="inline-flex min-h-6 self-center items-center rounded border border-primary px-1.5 text-xs whitespace-nowrap text-primary hover:bg-primary-soft"
    >
      {t('clause', { clause: number })}
    </Link>
  )
}
