import { Prisma } from '@/lib/core/prisma/client'

/** Who was there as the rule asks, with a mandate or without: what an insurer served. */
export const servedPresence = { undoneAt: null, isExcluded: false } satisfies Prisma.AttendanceWhereInput

/** What counts as participation: the rule `counts` as a condition. */
export const countingPresence = {
  ...servedPresence,
  mandateKind: { not: null },
} satisfies Prisma.AttendanceWhereInput

/** Both once more for statements in which the attendance is called `t`. */
export const isServed = Prisma.sql`(t.undone_at IS NULL AND NOT t.is_excluded)`
export const isCounting = Prisma.sql`(t.undone_at IS NULL AND NOT t.is_excluded AND t.mandate_kind IS NOT NULL)`
