import { cache } from 'react'
import type { Query } from '@/components/list/href'
import { queryValue } from '@/components/list/href'
import type { Actor } from '@/lib/access/actor'
import { allianceYearRange } from '@/lib/alliances/schema'
import { getAlliance } from '@/lib/alliances/year-queries'

/** `?year=`, or the present year where it says nothing that can be meant. */
export function yearOfQuery(query: Query, actor: Actor): number {
  const year = Number(queryValue(query, 'year'))
  const isKnown = Number.isInteger(year) && year >= allianceYearRange.from && year <= allianceYearRange.to
  return isKnown ? year : Number(actor.today.slice(0, 4))
}

/** Once per request, for the layout and the page below it. */
export const loadAlliance = cache(getAlliance)
