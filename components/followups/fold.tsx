import { type ReactNode } from 'react'

/** A form that stays folded until it is wanted. */
export const Fold = ({ summary, children }: { summary: string; children: ReactNode }) => (
  <details className="no-print text-sm open:basis-full">
    <summary className="link inline-flex min-h-7 items-center pointer-coarse:min-h-(--target)">{summary} ▾</summary>
    <div className="py-2">{children}</div>
  </details>
)
