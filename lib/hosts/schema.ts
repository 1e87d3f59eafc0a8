import { z } from 'zod'
import { GateDocument } from '@/lib/core/prisma/enums'
import * as rules from './rules'

const text = (most: number) => z.string().trim().max(most, 'TOO_LONG')

const reason = z.string().trim().min(1, 'REQUIRED').min(2, 'TOO_SHORT').max(rules.reasonLengthMax, 'TOO_LONG')

export const askHostInput = z.strictObject({
  activityId: z.uuid(),
  enterpriseId: z.uuid('NOT_A_CHOICE'),
  message: text(rules.messageLengthMax),
})

/** The host agrees with a limit and the rules of its gate; as long as the visit has not begun it may write them anew. */
export const agreeToHostInput = z.strictObject({
  id: z.uuid(),
  visitorsMax: z.int('NOT_AN_INTEGER').min(1, 'TOO_SMALL').max(rules.visitorsMaxMax, 'TOO_BIG'),
  meetingPoint: z.string().trim().min(1, 'REQUIRED').min(2, 'TOO_SHORT').max(rules.meetingPointLengthMax, 'TOO_LONG'),
  meetsMinutes: z.int('NOT_AN_INTEGER').min(0, 'TOO_SMALL').max(rules.meetsMinutesMax, 'TOO_BIG'),
  protection: text(rules.rulesLengthMax),
  forbidden: text(rules.rulesLengthMax),
  remarks: text(rules.rulesLengthMax),
  asksDocument: z.boolean(),
  asksNumberPlate: z.boolean(),
})

/** Declining, taking an agreement back, and no longer asking: each with the reason that the other side is told. */
export const endHostInput = z.strictObject({ id: z.uuid(), reason })

const plate = z
  .string()
  .transform(rules.plainPlate)
  .refine((written) => written === '' || rules.isNumberPlate(written), 'NOT_A_NUMBER_PLATE')

/** Never the number of a document: the gate compares what it is shown with a name. */
export const giveGateDetailInput = z.strictObject({
  registrationId: z.uuid(),
  document: z.enum(GateDocument).nullable(),
  numberPlate: plate,
})

export type AskHostInput = z.output<typeof askHostInput>
export type AgreeToHostInput = z.output<typeof agreeToHostInput>
export type GiveGateDetailInput = z.output<typeof giveGateDetailInput>
