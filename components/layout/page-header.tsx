import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { type ReactNode } from 'react'

export type Crumb = { href: string; label: string }

type Props = {
  title: ReactNode
  /** From the top down, without the page itself. */
  crumbs?: Crumb[]
  /** One line under the title: state, dates, alliance. */
  note?: ReactNode
  /** On the right: the primary button and what stands beside it. */
  actions?: ReactNode
}

/** Where one is, what this is, and the one thing to do here. */
export async function PageHeader({ title, crumbs = [], note, actions }: Props) {
  const t = await getTranslations('shell')
  return (
    <header className="flex flex-col gap-1">
      {crumbs.length > 0 && (
        <nav aria-label={t('breadcrumbs')} className="no-print text-sm text-muted">
          <ol className="flex flex-wrap items-center">
            {crumbs.map((crumb) => (
              <li key={crumb.href} className="not-last:after:px-2 not-last:after:content-['/']">
                <Link href={crumb.href} prefetch={false} className="link inline-flex min-h-6 items-center">
                  {crumb.label}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="flex min-w-0 flex-col gap-1">
          <h1 className="text-xl sm:text-2xl">{title}</h1>
          {note && <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">{note}</div>}
        </div>
        {actions && <div className="no-print flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  )
}

/** A part of a page under its own heading. */
export function Section({ title, actions, children }: { title: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-base">{title}</h2>
        {actions && <div className="no-print flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  )
}
