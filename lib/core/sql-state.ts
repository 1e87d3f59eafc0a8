import { z } from 'zod'
import { Prisma } from './prisma/client'

const driverError = z.object({
  driverAdapterError: z.object({ cause: z.object({ originalCode: z.string(), originalMessage: z.string() }) }),
})

/**
 * PostgreSQL's own code of an error, which Prisma names only for some kinds (unique violations have P2002; exclusion
 * constraints come as P2039, or as P2010 from raw SQL, with the code inside), and the constraint that was violated.
 */
export function sqlStateOf(error: unknown): { state: string; constraint: string | null } | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null
  const { data } = driverError.safeParse(error.meta)
  if (!data) return null
  const { originalCode, originalMessage } = data.driverAdapterError.cause
  return { state: originalCode, constraint: /constraint "([a-z_]+)"/.exec(originalMessage)?.[1] ?? null }
}
