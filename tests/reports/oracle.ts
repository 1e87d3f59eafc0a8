import type { Measure } from '@/lib/reports/schema'
import type { City } from './random-city'

export type OracleFact = {
  enterpriseId: string
  activityId: string
  allianceIds: string[]
  kind: string
  registered: boolean
  onLeave: boolean
  present: boolean
  byMandate: boolean
  principal: boolean
}

const beijing = (instant: Date) => new Date(instant.getTime() + 8 * 3_600_000).toISOString()

/** The definitions of the issue, written a second time as loops over plain data, for a year or quarter of Beijing. */
export function factsOfCity(city: City, year: number, quarter: number | null): OracleFact[] {
  const isInPeriod = (instant: Date) => {
    const text = beijing(instant)
    const ofQuarter = Math.ceil(Number(text.slice(5, 7)) / 3)
    return Number(text.slice(0, 4)) === year && (quarter === null || quarter === ofQuarter)
  }
  const facts: OracleFact[] = []
  for (const activity of city.activities) {
    if (!['HELD', 'CLOSED'].includes(activity.state) || !isInPeriod(activity.startsAt)) continue
    const day = beijing(activity.startsAt).slice(0, 10)
    for (const firm of city.firms) {
      const allianceIds = city.memberships
        .filter(
          (one) => one.enterpriseId === firm.id && one.joinedOn <= day && (one.leftOn === null || day < one.leftOn),
        )
        .map((one) => one.allianceId)
        .filter((id) => activity.audience.includes(id))
      if (allianceIds.length === 0) continue
      const of = <T extends { activityId: string; enterpriseId: string }>(rows: T[]) =>
        rows.filter((row) => row.activityId === activity.id && row.enterpriseId === firm.id)
      const came = of(city.attendances).filter((row) => !row.isUndone)
      const asked = of(city.registrations)
      const narrow = city.narrow.find(({ activityId }) => activityId === activity.id)
      if (narrow && !narrow.invited.includes(firm.id) && came.length + asked.length === 0) continue
      facts.push({
        enterpriseId: firm.id,
        activityId: activity.id,
        allianceIds,
        kind: activity.kind,
        registered: asked.some((row) => row.state === 'PLACED'),
        onLeave: came.length === 0 && asked.some((row) => row.state === 'ON_LEAVE'),
        present: came.length > 0,
        byMandate: came.some((row) => row.mandateKind !== null),
        principal: came.some((row) => row.mandateKind === 'PRINCIPAL'),
      })
    }
  }
  return facts
}

export const countOf = (facts: OracleFact[], measure: Measure): number =>
  measure === 'offered' ? facts.length : facts.filter((fact) => fact[measure]).length
