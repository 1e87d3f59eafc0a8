import { type ReactNode } from 'react'

export type Tone = 'neutral' | 'primary' | 'success' | 'warning' | 'danger'

export const toneClass: Record<Tone, string> = {
  neutral: 'bg-sunken text-muted',
  primary: 'bg-primary-soft text-primary',
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
}

export const badgeClass = (tone: Tone = 'neutral'): string =>
  `inline-flex items-center gap-1 rounded px-1.5 text-xs/5 whitespace-nowrap ${toneClass[tone]}`

/** A state in one or two words. The colour only repeats what the words say. */
export function Badge({ tone, children }: { tone?: Tone; children: ReactNode }) {
  return <span className={badgeClass(tone)}>{children}</span>
}
