import { z } from 'zod'
import { isDay } from '@/lib/core/clock'
import { TopicState } from '@/lib/core/prisma/enums'
import { progressNoteLengthMax, titleLengthMax } from './rules'

const day = z.string().refine(isDay, 'NOT_A_DAY')
const title = z.string().trim().min(1).max(titleLengthMax)
const ownerId = z.uuid().nullable()

export const planTopicInput = z.strictObject({ allianceYearId: z.uuid(), title, ownerId })

/** `version` is the one that the form was filled from. */
export const reviseTopicInput = z.strictObject({ topicId: z.uuid(), version: z.int().positive(), title, ownerId })

export const reportTopicProgressInput = z.strictObject({
  topicId: z.uuid(),
  version: z.int().positive(),
  state: z.enum(TopicState),
  progressNote: z.string().trim().min(1).max(progressNoteLengthMax),
})

export const copyTopicsInput = z.strictObject({ allianceYearId: z.uuid() })

export const discussionInput = z.strictObject({ topicId: z.uuid(), activityId: z.uuid() })

export const planMilestoneInput = z.strictObject({ topicId: z.uuid(), title, dueOn: day })

/** `was` is what the form was filled from: a step has no version of its own. */
export const reviseMilestoneInput = z.strictObject({
  milestoneId: z.uuid(),
  was: z.strictObject({ title: z.string(), dueOn: day }),
  title,
  dueOn: day,
})

export const finishMilestoneInput = z.strictObject({ milestoneId: z.uuid(), doneOn: day })

export const moveMilestoneInput = z.strictObject({ milestoneId: z.uuid() })

export type ReviseTopicInput = z.output<typeof reviseTopicInput>
export type ReviseMilestoneInput = z.output<typeof reviseMilestoneInput>
export type ReportTopicProgressInput = z.output<typeof reportTopicProgressInput>
