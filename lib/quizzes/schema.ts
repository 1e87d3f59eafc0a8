import { z } from 'zod'
import { QuizQuestionKind } from '@/lib/core/prisma/enums'
import { attemptsMostMax, optionLengthMax, optionsMax, questionLengthMax, questionsMax } from './rules'

const words = (lengthMax: number) => z.string().trim().min(1, 'REQUIRED').max(lengthMax, 'TOO_LONG')

const option = z.strictObject({ text: z.string().trim().max(optionLengthMax, 'TOO_LONG'), isRight: z.boolean() })

/** A question as its form holds it: lines without words are no options; of true or false only `isTrue` counts. */
const question = z
  .strictObject({
    kind: z.enum(QuizQuestionKind),
    text: words(questionLengthMax),
    options: z.array(option).max(optionsMax),
    isTrue: z.enum(['TRUE', 'FALSE']).nullable(),
  })
  .transform(({ kind, text, options, isTrue }) => {
    if (kind === 'TRUE_FALSE') return { kind, text, options: [], right: isTrue ? [isTrue === 'TRUE' ? 0 : 1] : [] }
    const written = options.filter((one) => one.text !== '')
    const right = written.flatMap(({ isRight }, place) => (isRight ? [place] : []))
    return { kind, text, options: written.map((one) => one.text), right }
  })
  .superRefine(({ kind, options, right }, context) => {
    const say = (message: string) => context.addIssue({ code: 'custom', path: ['kind'], message })
    if (kind !== 'TRUE_FALSE' && options.length < 2) return say('TWO_OPTIONS')
    if (new Set(options).size < options.length) return say('OPTIONS_DIFFER')
    if (right.length === 0) return say('NO_RIGHT_OPTION')
    if (kind === 'SINGLE' && right.length > 1) return say('ONE_RIGHT_OPTION')
  })

/** `version` 0: there was no quiz when the form was drawn. */
export const writeQuizInput = z.strictObject({
  activityId: z.uuid(),
  version: z.int().min(0),
  passMark: z.int('NOT_AN_INTEGER').min(1, 'TOO_SMALL').max(100, 'TOO_BIG'),
  attemptsMax: z.int('NOT_AN_INTEGER').min(1, 'TOO_SMALL').max(attemptsMostMax, 'TOO_BIG'),
  isRequired: z.boolean(),
  questions: z.array(question).min(1, 'REQUIRED').max(questionsMax, 'TOO_LONG'),
})

export const quizInput = z.strictObject({ quizId: z.uuid() })

/** By the order of the attempt: the places that were chosen at each question. */
export const submitAttemptInput = z.strictObject({
  attemptId: z.uuid(),
  chosen: z.array(z.array(z.int().min(0).max(optionsMax)).max(optionsMax)).max(questionsMax),
})

export type QuizFields = Omit<z.output<typeof writeQuizInput>, 'activityId'>
