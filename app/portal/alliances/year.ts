import { cache } from 'react'
import type { Query } from '@/components/list/href'
import { queryValue } from '@/components/list/href'
import type { Actor } from '@/lib/access/actor'
import { allianceYearRange } from '@/lib/alliances/schema'
import { getAlliance } from '@/lib/alliances/year-queries'

/** `?year=`, or the present year where it says nothing that can be meant. */
export const yearOfQuery = (query: Query, actor: Actor): number =>
  yearAt(query, 'year') ?? Number(actor.today.slice(0, 4))

function yearAt(query: Query, name: string): number | null {
  const year = Number(queryValue(query, name))
  return Number.isInteger(year) && year >= allianceYearRange.from && year <= allianceYearRange.to ? year : null
}

/** Where an appointment leads back to: `?desk=2027` is the desk of that year, which it was opened from. */
export function backFrom(query: Query, otherwise: string): string {
  const year = yearAt(query, 'desk')
  return year === null ? otherwise : `/portal/alliances/years/${year}`
}

/** Once per request, for the layout and the page below it. */
export const loadAlliance = cache(getAlliance)
