import { z } from 'zod'
import { isDay } from '@/lib/core/clock'
import { evidenceLengthMax, ownerPersonLengthMax, textLengthMax } from './rules'

const text = z.string().trim().min(1, 'REQUIRED').max(textLengthMax, 'TOO_LONG')
const version = z.int().positive()

const item = {
  text,
  decisionId: z.uuid().nullable(),
  /** null: whoever runs the activity does it. */
  ownerEnterpriseId: z.uuid().nullable(),
  ownerPerson: z.string().trim().max(ownerPersonLengthMax, 'TOO_LONG'),
  dueOn: z.string().refine(isDay, 'NOT_A_DAY'),
}

export const recordDecisionInput = z.strictObject({ activityId: z.uuid(), text })
export const reviseDecisionInput = z.strictObject({ decisionId: z.uuid(), version, text })
export const decisionInput = z.strictObject({ decisionId: z.uuid() })

export const giveItemInput = z.strictObject({ activityId: z.uuid(), ...item })
export const reviseItemInput = z.strictObject({ itemId: z.uuid(), version, ...item })
export const itemInput = z.strictObject({ itemId: z.uuid() })
export const finishItemInput = z.strictObject({
  itemId: z.uuid(),
  evidence: z.string().trim().min(1, 'REQUIRED').max(evidenceLengthMax, 'TOO_LONG'),
})
/** `version` names the report that was read. */
export const judgeItemInput = z.strictObject({ itemId: z.uuid(), version })

export type ItemFields = Omit<z.output<typeof giveItemInput>, 'activityId'>
