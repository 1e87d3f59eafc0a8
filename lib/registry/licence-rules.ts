import { plusDays, type Day } from '@/lib/core/clock'
import type { LicenceRung } from './rules'

/** So many days before a licence ends, its enterprise and its jurisdiction are told. */
export const reminderSteps = [90, 30, 7] as const

export type ReminderStep = (typeof reminderSteps)[number]

/** First and last day on which the licences of a rung end; null: without bound. */
export function rungDays(rung: LicenceRung, today: Day): { from: Day | null; to: Day } {
  switch (rung) {
    case 'EXPIRED':
      return { from: null, to: plusDays(today, -1) }
    case 'D7':
      return { from: today, to: plusDays(today, 7) }
    case 'D30':
      return { from: plusDays(today, 8), to: plusDays(today, 30) }
    case 'D90':
      return { from: plusDays(today, 31), to: plusDays(today, 90) }
  }
}

/** The step of the ladder that so many days before the end are told under; null: too early, or over. */
export function stepOf(daysLeft: number): ReminderStep | null {
  if (daysLeft < 0) return null
  return reminderSteps.findLast((step) => daysLeft <= step) ?? null
}
