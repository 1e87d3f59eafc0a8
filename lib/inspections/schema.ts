import { z } from 'zod'
import { isDay } from '@/lib/core/clock'
import { FindingSeverity } from '@/lib/core/prisma/enums'
import { receivedFile } from '@/lib/core/received-file'
import * as rules from './rules'

const words = (lengthMax: number) => z.string().trim().min(1, 'REQUIRED').min(2, 'TOO_SHORT').max(lengthMax, 'TOO_LONG')
const version = z.int().positive()
const day = z.string().refine(isDay, 'NOT_A_DAY')

/** Who inspects whom: two different members. */
export const pairMembersInput = z
  .strictObject({
    activityId: z.uuid(),
    inspectorId: z.uuid('NOT_A_CHOICE'),
    inspectedId: z.uuid('NOT_A_CHOICE'),
    scope: words(rules.scopeLengthMax),
  })
  .refine((input) => input.inspectorId !== input.inspectedId, { path: ['inspectedId'], message: 'SAME_ENTERPRISE' })

export const unpairMembersInput = z.strictObject({ id: z.uuid() })

/** One point. */
export const recordFindingInput = z.strictObject({
  pairId: z.uuid(),
  location: z.string().trim().max(rules.locationLengthMax, 'TOO_LONG'),
  text: words(rules.findingLengthMax),
  severity: z.enum(FindingSeverity, 'CHOOSE_ONE'),
})

/** `version` is that of the finding as it was read. */
export const withdrawFindingInput = z.strictObject({
  findingId: z.uuid(),
  version,
  reason: words(rules.reasonLengthMax),
})

/** What is being mended is promised for a day; what is mended needs none. */
export const answerFindingInput = z
  .strictObject({
    findingId: z.uuid(),
    version,
    state: z.enum(rules.answerStates, 'CHOOSE_ONE'),
    measure: words(rules.measureLengthMax),
    dueOn: day.nullable(),
  })
  .refine(({ state, dueOn }) => state !== 'FIXING' || dueOn !== null, { path: ['dueOn'], message: 'REQUIRED' })

export const closeFindingInput = z.strictObject({ findingId: z.uuid(), version })
export const returnFindingInput = z.strictObject({ findingId: z.uuid(), version, reason: words(rules.reasonLengthMax) })

export const findingFileInput = z.strictObject({ id: z.uuid() })

/** What the upload handler made of the bytes; browsers never send this (see upload-actions). */
export const addFindingFileInput = z.strictObject({
  findingId: z.uuid(),
  file: receivedFile,
})

export type PairMembersInput = z.output<typeof pairMembersInput>
export type RecordFindingInput = z.output<typeof recordFindingInput>
export type AnswerFindingInput = z.output<typeof answerFindingInput>
