import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { type ReactNode } from 'react'
import { ClauseChip } from '@/components/layout/clause-chip'
import type { RuleLine } from '@/lib/plans/rules'
import { formatDayOfYear } from '@/lib/text/format'
import { dayOf } from '@/lib/core/clock'

type Rule = {
  label: string
  /** What is due or aimed at, in words and as a number (0: nothing is). */
  aim: string
  wanted: number
  clause: '3-2' | '3-3'
  line: RuleLine
  /** Whether it is met, with the days that are left. */
  mark: ReactNode
  href: string
}

/** A target or a duty of the year against what was held and what is planned, each as a row of small boxes. */
export function PlanRule({ label, aim, wanted, clause, line, mark, href }: Rule) {
  const [t, locale] = [useTranslations('plans.rule'), useLocale()]
  const { held, published, draft, next } = line
  const missing = Math.max(wanted - held - published - draft, 0)
  return (
    <div className="flex flex-col gap-2 rounded-md border bg-surface p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link href={href} prefetch={false} className="link font-bold">
          {label}
        </Link>
        <span className="text-sm text-muted">{aim}</span>
        <ClauseChip clause={clause} />
        <span className="text-sm sm:ml-auto">{mark}</span>
      </div>
      <Boxes counts={{ held, published, draft, missing }} />
      <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm text-muted">
        <span className="font-bold text-ink">{t('held', { count: held })}</span>
        <span>{t('published', { count: published })}</span>
        <span>{t('draft', { count: draft })}</span>
        {missing > 0 && <span className="text-warning">{t('missing', { count: missing })}</span>}
        <span className="sm:ml-auto">
          {next ? t('next', { day: formatDayOfYear(locale, dayOf(next)) }) : t('noNext')}
        </span>
      </p>
    </div>
  )
}

const boxes = {
  held: 'bg-primary border-primary',
  published: 'bg-primary-soft border-primary',
  draft: 'border-dashed border-primary',
  missing: 'bg-sunken border-sunken',
}

/** The same numbers that stand below in words. */
function Boxes({ counts }: { counts: Record<keyof typeof boxes, number> }) {
  const row = (Object.keys(boxes) as (keyof typeof boxes)[]).flatMap((kind) =>
    Array.from({ length: counts[kind] }, (_, index) => ({ kind, key: `${kind}${index}` })),
  )
  return (
    <div aria-hidden className="flex h-2.5 gap-1">
      {row.map(({ kind, key }) => (
        <span key={key} className={`h-full flex-1 rounded-xs border ${boxes[kind]}`} />
      ))}
      {row.length === 0 && <span className="h-full flex-1 rounded-xs bg-sunken" />}
    </div>
  )
}
