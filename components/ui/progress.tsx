import { Check, Circle, LoaderCircle, X } from 'lucide-react'

/** A bar with its figure in words beside it; the width comes from the element, not from a style. */
export function Progress({ value, max, label }: { value: number; max: number; label: string }) {
  return <progress className="bar w-full" value={value} max={Math.max(max, 1)} aria-label={label} />
}

export type Step = { label: string; state: 'done' | 'current' | 'waiting' | 'failed'; note?: string }

const icons = { done: Check, current: LoaderCircle, waiting: Circle, failed: X }
const tones = { done: 'text-success', current: 'text-primary', waiting: 'text-muted', failed: 'text-danger' }

/** The named steps of long work. */
export function Steps({ steps, label }: { steps: Step[]; label: string }) {
  return (
    <ol aria-label={label} className="flex flex-col gap-2 sm:flex-row sm:gap-6">
      {steps.map((step) => {
        const Icon = icons[step.state]
        return (
          <li
            key={step.label}
            aria-current={step.state === 'current' ? 'step' : undefined}
            className="flex items-center gap-2"
          >
            <Icon aria-hidden className={`size-4 shrink-0 ${tones[step.state]}`} />
            <span className={step.state === 'waiting' ? 'text-muted' : 'font-bold'}>{step.label}</span>
            {step.note && <span className="text-muted">{step.note}</span>}
          </li>
        )
      })}
    </ol>
  )
}
