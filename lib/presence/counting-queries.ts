import { Prisma } from '@/lib/core/prisma/client'

/** `servedPresence` and `countingPresence` of the policy for statements in which the attendance is called `t`. */
export const isServed = Prisma.sql`(t.undone_at IS NULL AND NOT t.is_excluded)`
export const isCounting = Prisma.sql`(t.undone_at IS NULL AND NOT t.is_excluded AND t.mandate_kind IS NOT NULL)`
