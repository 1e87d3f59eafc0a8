import { z } from 'zod'
import { certificateRungs, hoursMax, monthsMax, reasonLengthMax } from './rules'

export const issueCertificatesInput = z.strictObject({
  id: z.uuid(),
  hours: z.number('REQUIRED').min(0.5, 'TOO_SMALL').max(hoursMax, 'TOO_BIG').multipleOf(0.5, 'NOT_HALF_HOURS'),
  months: z.int('NOT_AN_INTEGER').min(1, 'TOO_SMALL').max(monthsMax, 'TOO_BIG').nullable(),
})

export const revokeCertificateInput = z.strictObject({
  id: z.uuid(),
  reason: z.string().trim().min(4, 'TOO_SHORT').max(reasonLengthMax, 'TOO_LONG'),
})

/** How the address of the list of ending certificates names its rung. */
export const endingQuery = z.object({
  within: z.enum(certificateRungs).catch('D30'),
  cursor: z.string().max(1_000).optional().catch(undefined),
})
