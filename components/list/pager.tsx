import { ChevronLeft, ChevronRight } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { formatNumber } from '@/lib/text/format'
import { hrefWith, type Query } from './href'

type Props = {
  path: string
  query: Query
  total: number
  /** Cursors of the neighbours, as `core/paging` gives them. */
  previous: string | null
  next: string | null
}

/** 共 1,284 条, and the neighbours. Keyset paging has no page numbers: it never skips or repeats a row. */
export async function Pager({ path, query, total, previous, next }: Props) {
  const t = await getTranslations('common.pager')
  const step = (cursor: string | null) => (cursor ? hrefWith(path, query, { cursor }) : null)

  return (
    <nav aria-label={t('label')} className="no-print flex flex-wrap items-center justify-between gap-3 text-sm">
      <p className="text-muted">{t('total', { total: formatNumber(total) })}</p>
      {(previous ?? next) && (
        <div className="flex gap-2">
          <StepLink href={step(previous)} label={t('previous')} direction="previous" />
          <StepLink href={step(next)} label={t('next')} direction="next" />
        </div>
      )}
    </nav>
  )
}

type StepProps = { href: string | null; label: string; direction: 'previous' | 'next' }

function StepLink({ href, label, direction }: StepProps) {
  const content = (
    <>
      {direction === 'previous' && <ChevronLeft aria-hidden className="size-4" />}
      {label}
      {direction === 'next' && <ChevronRight aria-hidden className="size-4" />}
    </>
  )
  // The first and the last page keep the place of the missing step: a link that leads nowhere, and says so. Muted, not
  // faded: it must still be readable.
  if (!href)
    return (
      <span
        role="link"
        aria-disabled
        className={`${buttonClass('secondary')} pointer-events-none border-line! text-muted!`}
      >
        {content}
      </span>
    )
  return (
    <Link
      href={href}
      prefetch={false}
      rel={direction === 'next' ? 'next' : 'prev'}
      className={buttonClass('secondary')}
    >
      {content}
    </Link>
  )
}
