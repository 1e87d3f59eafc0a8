import { type ReactNode } from 'react'

/** A form that can be folded away; open at once where it is what the reader came for. */
export const Fold = ({ summary, isOpen, children }: { summary: string; isOpen?: boolean; children: ReactNode }) => (
  <details className="no-print" open={isOpen}>
    <summary className="link inline-flex min-h-7 items-center pointer-coarse:min-h-(--target)">{summary} ▾</summary>
    <div className="py-2">{children}</div>
  </details>
)
