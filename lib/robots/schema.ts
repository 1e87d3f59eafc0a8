import { z } from 'zod'
import { keyOfAddress, robotAddressLengthMax } from './rules'

const alliance = { allianceId: z.uuid() }

/** The address as WeCom shows it; what is kept of it is the key. */
const address = z
  .string()
  .trim()
  .min(1, 'REQUIRED')
  .max(robotAddressLengthMax, 'TOO_LONG')
  .transform((text, context) => {
    const key = keyOfAddress(text)
    if (key) return key
    context.addIssue({ code: 'custom', message: 'NO_ROBOT_ADDRESS' })
    return z.NEVER
  })

export const setRobotInput = z.strictObject({ ...alliance, address })
export const removeRobotInput = z.strictObject(alliance)
export const testRobotInput = z.strictObject(alliance)
export const sendRobotMessageAgainInput = z.strictObject({ id: z.uuid() })
