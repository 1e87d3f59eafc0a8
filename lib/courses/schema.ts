import { z } from 'zod'
import { instant } from '@/lib/activities/schema'
import { isDay } from '@/lib/core/clock'
import {
  hoursMax,
  lecturerLengthMax,
  numberLengthMax,
  pointsLengthMax,
  regulationTitleLengthMax,
  titleLengthMax,
} from './rules'

const words = (lengthMax: number) => z.string().trim().min(1, 'REQUIRED').max(lengthMax, 'TOO_LONG')
const maybe = (lengthMax: number) => z.string().trim().max(lengthMax, 'TOO_LONG')

const course = {
  title: words(titleLengthMax),
  hours: z.number('REQUIRED').min(0.5, 'TOO_SMALL').max(hoursMax, 'TOO_BIG').multipleOf(0.5, 'NOT_HALF_HOURS'),
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  expertId: z.uuid().nullable(),
  lecturer: maybe(lecturerLengthMax),
}

type Times = { startsAt: Date | null; endsAt: Date | null }
const hasBothTimes = ({ startsAt, endsAt }: Times) => (startsAt === null) === (endsAt === null)
const endsLater = ({ startsAt, endsAt }: Times) => !startsAt || !endsAt || startsAt < endsAt
const bothTimes = { path: ['endsAt'], message: 'BOTH_TIMES' }
const later = { path: ['endsAt'], message: 'NOT_AFTER_START' }

export const planCourseInput = z
  .strictObject({ activityId: z.uuid(), ...course })
  .refine(hasBothTimes, bothTimes)
  .refine(endsLater, later)

export const reviseCourseInput = z
  .strictObject({ courseId: z.uuid(), version: z.int().positive(), ...course })
  .refine(hasBothTimes, bothTimes)
  .refine(endsLater, later)

export const removeCourseInput = z.strictObject({ courseId: z.uuid() })

export const explainRegulationInput = z.strictObject({
  activityId: z.uuid(),
  title: words(regulationTitleLengthMax),
  number: maybe(numberLengthMax),
  effectiveOn: z.string().refine(isDay, 'NOT_A_DAY').nullable(),
  points: maybe(pointsLengthMax),
})

export const dropRegulationInput = z.strictObject({ regulationId: z.uuid() })

export type CourseFields = Omit<z.output<typeof planCourseInput>, 'activityId'>
export type RegulationFields = Omit<z.output<typeof explainRegulationInput>, 'activityId'>
