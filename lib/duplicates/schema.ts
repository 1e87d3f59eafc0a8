import { z } from 'zod'
import { reasonLengthMax } from './rules'

export const declareDistinctInput = z.strictObject({
  firstId: z.uuid(),
  secondId: z.uuid(),
  reason: z.string().trim().min(1).max(reasonLengthMax),
})

export const withdrawDistinctInput = z.strictObject({ pairId: z.uuid() })

/** How the address of the list names its part of it. */
export const duplicateQuery = z.object({
  view: z.enum(['open', 'distinct']).catch('open'),
  cursor: z.string().max(1_000).optional().catch(undefined),
})

export type DuplicateView = z.output<typeof duplicateQuery>['view']
