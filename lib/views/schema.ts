import { z } from 'zod'
import { listKeys, nameLengthMax } from './rules'

const noun = z.enum(listKeys)
const viewId = z.uuid()

/** One line that people read: no control characters, no marks that turn the direction of what follows. */
const name = z
  .string()
  .transform((text) => text.replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ').trim())
  .pipe(z.string().min(1).max(nameLengthMax))

/** `query` is the text of an address; only what the list knows is kept of it. */
export const saveViewInput = z.strictObject({ noun, name, query: z.string().max(8_000), isShared: z.boolean() })
export const renameViewInput = z.strictObject({ id: viewId, name })
export const shareViewInput = z.strictObject({ id: viewId, isShared: z.boolean() })
export const removeViewInput = z.strictObject({ id: viewId })
export const restoreViewInput = z.strictObject({ id: viewId })
export const chooseDefaultInput = z.strictObject({ noun, viewId: viewId.nullable() })

export type SaveViewInput = z.output<typeof saveViewInput>
export type ChooseDefaultInput = z.output<typeof chooseDefaultInput>
