import { z } from 'zod'

const names = {
  /** As registered, branch included: 浦泰财产保险股份有限公司上海分公司. */
  name: z.string().trim().min(4).max(100),
  /** As lists and badges show it: 浦泰财险. */
  shortName: z.string().trim().min(2).max(20),
}

export const addInsurerInput = z.strictObject(names)

/** For what is done to an insurer as a whole. */
export const insurerInput = z.strictObject({ insurerId: z.uuid() })

export const renameInsurerInput = z.strictObject({ insurerId: z.uuid(), ...names })
