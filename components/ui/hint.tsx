import { CircleHelp } from 'lucide-react'
import { type ReactNode } from 'react'
import { Disclosure } from './disclosure'

/** A short explanation behind a question mark: opened by press, so that a phone and a keyboard reach it too. */
export function Hint({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Disclosure
      label={label}
      className="no-print relative inline-block align-middle"
      summaryClass="flex size-6 items-center justify-center rounded-full text-muted hover:text-primary"
      summary={<CircleHelp aria-hidden className="size-4" />}
    >
      <div className="absolute left-0 z-20 mt-1 w-64 rounded-md border border-input bg-surface p-3 text-left text-sm font-normal text-ink sm:w-80">
        {children}
      </div>
    </Disclosure>
  )
}
