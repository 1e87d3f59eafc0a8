import { useTranslations } from 'next-intl'
import Link from 'next/link'

type Props = {
  path: string
  years: number[]
  current: number
  /** The year is a part of the path, not of the query. */
  isPath?: boolean
}

/** The year that a page speaks of: an address, like a tab. */
export function YearSwitch({ path, years, current, isPath }: Props) {
  const t = useTranslations('alliances.years')
  return (
    <nav aria-label={t('label')} className="no-print">
      <ul className="flex overflow-hidden rounded-md border border-input text-sm">
        {years.toReversed().map((year) => (
          <li key={year} className="border-l border-input first:border-l-0">
            <Link
              href={isPath ? `${path}/${year}` : `${path}?year=${year}`}
              prefetch={false}
              aria-current={year === current ? 'page' : undefined}
              className="flex min-h-8 items-center px-3 hover:bg-sunken focus-visible:-outline-offset-3 aria-[current=page]:bg-primary aria-[current=page]:font-bold aria-[current=page]:text-primary-ink pointer-coarse:min-h-(--target)"
            >
              {year}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
