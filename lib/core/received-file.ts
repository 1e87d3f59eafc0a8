import { z } from 'zod'

/**
 * A file that the storage has taken in, as an upload handler passes it on to the action that names it: key and sum of its
 * bytes, its cleaned name, and what its bytes were judged to be. Browsers never send this.
 */
export const receivedFile = z.strictObject({
  key: z.string(),
  fileName: z.string().min(1),
  mediaType: z.string(),
  sizeBytes: z.int().positive(),
  sha256: z.string(),
})
