import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/access/session'
import { allianceYearRange } from '@/lib/alliances/schema'
import { canConfigureAllYears } from '@/lib/years/policy'

export type DeskParams = Promise<{ year: string }>

/** The gate of the desk: the municipal bureau's, in a year that alliances can have. */
export async function openDesk(params: DeskParams, part = '') {
  const { year: asked } = await params
  const path = `/portal/alliances/years/${asked}`
  const actor = await requireActor(`${path}${part}`)
  const year = Number(asked)
  const isYear = /^\d{4}$/.test(asked) && year >= allianceYearRange.from && year <= allianceYearRange.to
  if (!isYear || !canConfigureAllYears(actor)) notFound()
  return { actor, year, path }
}
