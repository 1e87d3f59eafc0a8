import { z } from 'zod'
import { remarkLengthMax } from './rules'

export const confirmServiceInput = z.strictObject({
  activityId: z.uuid(),
  remark: z.string().trim().max(remarkLengthMax, 'TOO_LONG'),
})
