import { z } from 'zod'
import { isDay } from '@/lib/core/clock'
import { SelfCheckAnswerKind } from '@/lib/core/prisma/enums'
import {
  noteLengthMax,
  placeLengthMax,
  questionLengthMax,
  questionsMax,
  questionsMin,
  sourceLengthMax,
  textLengthMax,
  titleLengthMax,
} from './rules'

const words = (lengthMax: number) => z.string().trim().min(1, 'REQUIRED').max(lengthMax, 'TOO_LONG')
const day = z.string().refine(isDay, 'NOT_A_DAY')

/** Lines without words are no questions. */
const questions = z
  .array(z.strictObject({ text: z.string().trim().max(questionLengthMax, 'TOO_LONG') }))
  .max(questionsMax, 'TOO_LONG')
  .transform((lines) => lines.map(({ text }) => text).filter((text) => text !== ''))
  .refine((texts) => texts.length >= questionsMin, { message: 'THREE_QUESTIONS', path: [0, 'text'] })

const accident = {
  title: words(titleLengthMax),
  happenedOn: day,
  place: words(placeLengthMax),
  happened: words(textLengthMax),
  causes: words(textLengthMax),
  lessons: words(textLengthMax),
  source: z.string().trim().max(sourceLengthMax, 'TOO_LONG'),
  questions,
}

export const addCaseInput = z.strictObject(accident)
export const reviseCaseInput = z.strictObject({ caseId: z.uuid(), version: z.int().positive(), ...accident })

export const explainCaseInput = z.strictObject({ activityId: z.uuid(), caseId: z.uuid() })

export const sendCaseInput = z.strictObject({ caseId: z.uuid(), allianceId: z.uuid(), dueOn: day })

export const answerSelfCheckInput = z.strictObject({
  replyId: z.uuid(),
  version: z.int().positive(),
  answers: z
    .array(
      z.strictObject({
        questionId: z.uuid(),
        answer: z.enum(SelfCheckAnswerKind, 'ANSWER_THIS'),
        note: z.string().trim().max(noteLengthMax, 'TOO_LONG'),
      }),
    )
    .max(questionsMax),
})

export const urgeSelfCheckInput = z.strictObject({ selfCheckId: z.uuid() })

/** The query of the library and of a self-check's members: what makes no sense is left out. */
export const caseFilter = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  cursor: z.string().max(1_000).optional().catch(undefined),
})

export const replyFilter = z.object({
  state: z.enum(['WAITING', 'ANSWERED']).catch('WAITING'),
  cursor: z.string().max(1_000).optional().catch(undefined),
})

export type CaseFields = z.output<typeof addCaseInput>
export type SelfCheckAnswers = z.output<typeof answerSelfCheckInput>['answers']
export type CaseFilter = z.output<typeof caseFilter>
export type ReplyFilter = z.output<typeof replyFilter>
