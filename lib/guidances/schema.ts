import { z } from 'zod'
import { isDay } from '@/lib/core/clock'
import { ExpertField, GuidanceState } from '@/lib/core/prisma/enums'
import { receivedFile } from '@/lib/core/received-file'
import { answerLengthMax, answerStates } from '@/lib/problems/rules'
import * as rules from './rules'

const words = (lengthMax: number) => z.string().trim().min(1, 'REQUIRED').min(2, 'TOO_SHORT').max(lengthMax, 'TOO_LONG')
const version = z.int().positive()
const day = z.string('REQUIRED').refine(isDay, 'NOT_A_DAY')

/** The enterprise is that of the hat. */
export const requestGuidanceInput = z
  .strictObject({
    field: z.enum(ExpertField, 'CHOOSE_ONE'),
    title: words(rules.titleLengthMax),
    description: words(rules.descriptionLengthMax),
    wishedFrom: day,
    wishedTo: day,
    /** The form's own name for the press. */
    key: z.uuid(),
  })
  .refine(({ wishedFrom, wishedTo }) => wishedTo >= wishedFrom, { path: ['wishedTo'], message: 'ENDS_BEFORE_START' })

const expertIds = z.array(z.uuid()).min(1, 'CHOOSE_ONE').max(rules.expertsMax, 'TOO_BIG')

/** `organiserAllianceId` names the alliance whose coordinator arranges the visit; null: the bureau itself. */
export const approveGuidanceInput = z.strictObject({
  id: z.uuid(),
  version,
  expertIds,
  organiserAllianceId: z.uuid().nullable(),
  visitOn: day.nullable(),
})

export const arrangeGuidanceInput = z.strictObject({ id: z.uuid(), version, expertIds, visitOn: day })

export const endGuidanceInput = z.strictObject({ id: z.uuid(), version, reason: words(rules.reasonLengthMax) })

/** One day for all points; the enterprise says for each when it means to be done. */
export const adviseInput = z.strictObject({
  id: z.uuid(),
  version,
  summary: words(rules.summaryLengthMax),
  points: z
    .array(z.string().trim().min(2, 'TOO_SHORT').max(rules.pointLengthMax, 'TOO_LONG'))
    .min(1, 'REQUIRED')
    .max(rules.pointsMax, 'TOO_BIG'),
  dueOn: day,
})

export const answerAdviceInput = z.strictObject({
  adviceId: z.uuid(),
  version,
  state: z.enum(answerStates, 'CHOOSE_ONE'),
  answer: words(answerLengthMax),
})

/** `version` names the answer that was read. */
export const verifyAdviceInput = z.strictObject({ adviceId: z.uuid(), version })
export const returnAdviceInput = z.strictObject({ adviceId: z.uuid(), version, reason: words(rules.reasonLengthMax) })

/** Urges about what is overdue of it. */
export const urgeGuidanceInput = z.strictObject({ id: z.uuid() })

export const adviceFileInput = z.strictObject({ id: z.uuid() })

/** What the upload handler made of the bytes; browsers never send this (see upload-actions). */
export const addAdviceFileInput = z.strictObject({
  adviceId: z.uuid(),
  file: receivedFile,
})

/** The query of the queue: what makes no sense is left out. */
export const guidanceFilter = z.object({
  state: z.enum(GuidanceState).optional().catch(undefined),
  cursor: z.string().max(1_000).optional().catch(undefined),
})

export type RequestGuidanceInput = z.output<typeof requestGuidanceInput>
export type ApproveGuidanceInput = z.output<typeof approveGuidanceInput>
export type ArrangeGuidanceInput = z.output<typeof arrangeGuidanceInput>
export type AdviseInput = z.output<typeof adviseInput>
export type AnswerAdviceInput = z.output<typeof answerAdviceInput>
export type GuidanceFilter = z.output<typeof guidanceFilter>
