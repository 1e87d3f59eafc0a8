import { z } from 'zod'
import { leaveReasonLengthMax, peopleMax } from './rules'

const reason = z.string().trim().min(1, 'REQUIRED').min(2, 'TOO_SHORT').max(leaveReasonLengthMax, 'TOO_LONG')

const id = z.uuid()

/** Activity and enterprise name the row of standing; which of them the actor sees is the subject's business. */
const standing = { activityId: id, enterpriseId: id }

export const registerPeopleInput = z.strictObject({
  ...standing,
  userIds: z.array(id).max(peopleMax, 'TOO_LONG'),
  /** Places without a name yet that the enterprise wants in all, so that pressing twice takes none twice. */
  unnamedPlaces: z.int('NOT_AN_INTEGER').min(0, 'TOO_SMALL').max(peopleMax, 'TOO_BIG'),
})

export const namePlaceInput = z.strictObject({ id, userId: z.uuid('REQUIRED') })
export const swapPersonInput = z.strictObject({ id, userId: z.uuid('REQUIRED') })
export const acceptOfferInput = z.strictObject({ id })
export const withdrawInput = z.strictObject({ id })
export const askLeaveInput = z.strictObject({ id, reason })
export const askEnterpriseLeaveInput = z.strictObject({ ...standing, reason })

export type RegisterPeopleInput = z.output<typeof registerPeopleInput>
