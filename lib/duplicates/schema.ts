import { z } from 'zod'
import { mergeFieldNames, reasonLengthMax, type MergeField } from './rules'

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

const side = z.enum(['KEPT', 'GONE'])

/** Field by field, whose value the entry that stays has from now on; what is not named stays as it is. */
const choices = z.strictObject(
  Object.fromEntries(mergeFieldNames.map((field) => [field, side.optional()])) as Record<
    MergeField,
    z.ZodOptional<typeof side>
  >,
)

export const mergeEnterprisesInput = z.strictObject({
  keptId: z.uuid(),
  goneId: z.uuid(),
  keptVersion: z.int().positive(),
  goneVersion: z.int().positive(),
  choices,
  reason: z.string().trim().min(1).max(reasonLengthMax),
  isSure: z.boolean().refine((value) => value, 'NOT_CONFIRMED'),
})

export type MergeChoices = z.output<typeof choices>

export const undoMergeInput = z.strictObject({ mergeId: z.uuid() })

/** Which of two entries stays, as the address of the preview names it. */
export const mergeQuery = z.object({ keep: z.uuid().optional().catch(undefined) })
