import { z } from 'zod'

/** `ids` null: everything there is to read. */
export const markReadInput = z.strictObject({ ids: z.array(z.uuid()).max(100).nullable() })

export type MarkReadInput = z.input<typeof markReadInput>
