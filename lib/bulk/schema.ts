import { z } from 'zod'
import { isDay } from '@/lib/core/clock'
import { SizeClass, StandardizationLevel } from '@/lib/core/prisma/enums'
import { registryQuery } from '@/lib/enterprises/schema'
import { taskKey } from '@/lib/tasks/schema'

/** More than a page of the list holds. */
const chosenMax = 100

/** Either the rows that were ticked, or whatever the list's own filter matches when the work is done. */
export const selectionShape = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('rows'), ids: z.array(z.uuid()).min(1).max(chosenMax) }),
  z.strictObject({ scope: z.literal('filter'), filter: registryQuery.omit({ sort: true, cursor: true }) }),
])

export type Selection = z.output<typeof selectionShape>

const day = z.string().refine(isDay, 'NOT_A_DAY')
const reason = z.string().trim().min(1).max(500)

const onDay = { allianceId: z.uuid(), on: day, reason }

/**
 * What may honestly be done to many at once: what one list, one announcement or one decision says of all of them. What is
 * found out firm by firm (kind of business, hazard level, people, address) is corrected firm by firm.
 */
export const changeShape = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('admit'), ...onDay }),
  z.strictObject({ act: z.literal('release'), ...onDay }),
  z.strictObject({ act: z.literal('size'), sizeClass: z.enum(SizeClass), reason }),
  z.strictObject({
    act: z.literal('standardize'),
    level: z.enum(StandardizationLevel),
    validTo: day.nullable(),
    reason,
  }),
  z.strictObject({ act: z.literal('export') }),
])

export type Change = z.output<typeof changeShape>

export type Act = Change['act']

/** `confirmed` is how many the officer was told before it began. */
export const startBulkInput = z.strictObject({
  selection: selectionShape,
  change: changeShape,
  confirmed: z.int().min(1),
  key: taskKey,
})

export type BulkParams = Omit<z.output<typeof startBulkInput>, 'key'>

export const bulkParams = startBulkInput.omit({ key: true })

type Texts = Record<string, string | string[] | undefined>

const one = (texts: Texts, name: string): string => {
  const value = texts[name]
  return (Array.isArray(value) ? value[0] : value)?.trim() ?? ''
}

/** The selection that an address of the list stands for; null where nothing was ticked. */
export function selectionOf(texts: Texts): Selection | null {
  if (one(texts, 'scope') === 'filter')
    return { scope: 'filter', filter: registryQuery.omit({ sort: true, cursor: true }).parse(texts) }
  const ids = [texts['id'] ?? []].flat()
  const found = selectionShape.safeParse({ scope: 'rows', ids: [...new Set(ids)] })
  return found.success ? found.data : null
}

/** What the fields of the form hold, under the names of the change. Theirs do not meet those of the list's filter. */
export function writtenChange(act: Act, texts: Texts): Record<string, string | null> {
  const reason = one(texts, 'reason')
  const onDay = { act, allianceId: one(texts, 'to'), on: one(texts, 'on'), reason }
  return {
    admit: onDay,
    release: onDay,
    size: { act, sizeClass: one(texts, 'newSize'), reason },
    standardize: { act, level: one(texts, 'newLevel'), validTo: one(texts, 'until') || null, reason },
    export: { act },
  }[act]
}
