import { randomUUID } from 'node:crypto'
import type { Asked } from '@/components/bulk/bulk-page'
import { queryValue, type Query } from '@/components/list/href'
import type { Actor } from '@/lib/access/actor'
import { forecastChange, getSelection } from '@/lib/bulk/queries'
import { acts } from '@/lib/bulk/rules'
import { changeShape, selectionOf, writtenChange, type Act, type Selection } from '@/lib/bulk/schema'
import { fieldCodes } from '@/lib/core/issues'
import type { RegistryPlaces } from '@/lib/enterprises/place-queries'

/** How the form calls what the change calls otherwise. */
const namesOfFields: Record<string, string> = {
  allianceId: 'to',
  sizeClass: 'newSize',
  level: 'newLevel',
  validTo: 'until',
}

const actOf = (query: Query): Act => acts.find((one) => one === queryValue(query, 'act')) ?? 'admit'

/** What the address asks for: whom, what, and whether it can be checked yet. */
export async function askedOf(actor: Actor, query: Query, places: RegistryPlaces): Promise<Asked> {
  const selection = selectionOf(query)
  const act = actOf(query)
  const nothing = { selection, act, chosen: { count: 0, first: [] }, checked: null, errors: {} }
  if (selection === null) return nothing
  const chosen = await getSelection(actor, selection)
  const isChecking = act === 'export' || queryValue(query, 'check') !== undefined
  if (!isChecking || chosen.count === 0) return { ...nothing, chosen }
  return { ...nothing, chosen, ...(await checkedOf(actor, { selection, act, query, places })) }
}

type Check = { selection: Selection; act: Act; query: Query; places: RegistryPlaces }

async function checkedOf(actor: Actor, { selection, act, query, places }: Check): Promise<Partial<Asked>> {
  const written = writtenChange(act, query)
  const read = changeShape.safeParse(written)
  if (!read.success) {
    const codes = Object.entries(fieldCodes(read.error, written))
    return { errors: Object.fromEntries(codes.map(([field, code]) => [namesOfFields[field] ?? field, code])) }
  }
  const change = read.data
  if ('allianceId' in change && !places.alliances.some(({ id }) => id === change.allianceId))
    return { errors: { to: 'NOT_A_CHOICE' } }
  return { checked: { change, forecast: await forecastChange(actor, selection, change), taskKey: randomUUID() } }
}
