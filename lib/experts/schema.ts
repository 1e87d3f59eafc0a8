import { z } from 'zod'
import { ExpertField } from '@/lib/core/prisma/enums'
import {
  expertStates,
  nameLengthMax,
  organizationLengthMax,
  otherFieldsLengthMax,
  phoneLengthMax,
  titleLengthMax,
} from './rules'

const words = (lengthMax: number) => z.string().trim().min(1, 'REQUIRED').max(lengthMax, 'TOO_LONG')
const maybe = (lengthMax: number) => z.string().trim().max(lengthMax, 'TOO_LONG')
const version = z.int().positive()

const expert = {
  name: words(nameLengthMax),
  organization: words(organizationLengthMax),
  title: maybe(titleLengthMax),
  fields: z.array(z.enum(ExpertField)).min(1, 'CHOOSE_ONE').max(Object.keys(ExpertField).length),
  otherFields: maybe(otherFieldsLengthMax),
}

export const registerExpertInput = z.strictObject({ ...expert, phone: maybe(phoneLengthMax) })

/** `phone` is null where the number stays as it is: the form does not know it. */
export const reviseExpertInput = z.strictObject({
  expertId: z.uuid(),
  version,
  ...expert,
  phone: maybe(phoneLengthMax).nullable(),
})

export const expertInput = z.strictObject({ expertId: z.uuid() })

/** The query of the list: what makes no sense is left out. */
export const expertFilter = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  field: z.enum(ExpertField).optional().catch(undefined),
  state: z.enum(expertStates).optional().catch(undefined),
  cursor: z.string().max(1_000).optional().catch(undefined),
})

export type ExpertFields = Omit<z.output<typeof registerExpertInput>, 'phone'>
export type ExpertFilter = z.output<typeof expertFilter>
