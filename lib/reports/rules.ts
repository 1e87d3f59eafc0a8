import { quarterPeriod, yearPeriod } from '@/lib/core/clock'
import type { ReportFilter, View } from './schema'
import type { ReportScope } from './policy'

/** Figures of one line. `trained` counts enterprises that attended a training by mandate. */
export type Tally = {
  enterprises: number
  offered: number
  registered: number
  onLeave: number
  present: number
  byMandate: number
  principal: number
  trained: number
}

/** A median is shown from this many members on: among fewer, it would tell what a single firm did. */
export const medianMembersMin = 5

/** Half-open period of a filter; an activity belongs to it by its start in Beijing. */
export const periodOf = ({ year, quarter }: Pick<ReportFilter, 'year' | 'quarter'>): { from: Date; to: Date } =>
  quarter ? quarterPeriod(year, quarter) : yearPeriod(year)

/** n/N as a share between 0 and 1; null where nothing was offered: that is no bad mark. */
export const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

/** The views that make sense for a scope; the first is shown when the address names none. */
export function viewsOf(scope: ReportScope): View[] {
  if (scope.kind === 'CITY') return ['matrix', 'jurisdiction', 'alliance', 'enterprise']
  if (scope.kind === 'JURISDICTION') return ['enterprise', 'alliance']
  return scope.kind === 'ALLIANCES' ? ['enterprise', 'alliance', 'jurisdiction'] : []
}
