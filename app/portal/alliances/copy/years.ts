import { getTranslations } from 'next-intl/server'
import type { FilterField } from '@/components/list/filter-bar'
import { queryValue, type Query } from '@/components/list/href'
import type { Actor } from '@/lib/access/actor'
import { allianceYearRange } from '@/lib/alliances/schema'

/** The two years that an address asks for; from this one into the next where it says nothing that can be meant. */
export function yearsToCopy(query: Query, actor: Actor): { from: number; to: number; latest: number } {
  const present = Number(actor.today.slice(0, 4))
  const yearAt = (name: string, otherwise: number) => {
    const year = Number(queryValue(query, name))
    const isKnown = Number.isInteger(year) && year >= allianceYearRange.from && year <= allianceYearRange.to
    return isKnown ? year : otherwise
  }
  return { from: yearAt('from', present), to: yearAt('to', present + 1), latest: present + 1 }
}

/** From which year, into which. */
export async function yearFields(years: number[], latest: number): Promise<FilterField[]> {
  const t = await getTranslations('years.copy')
  const options = [...new Set([latest, ...years])]
    .toSorted((a, b) => b - a)
    .map((year) => ({ value: String(year), label: String(year) }))
  return [
    { name: 'from', type: 'select', label: t('from'), options },
    { name: 'to', type: 'select', label: t('to'), options },
  ]
}
