import type { Prisma } from '@/lib/core/prisma/client'

/** Who was there as the rule asks, with a mandate or without: what an insurer served. */
export const servedPresence = { undoneAt: null, isExcluded: false } satisfies Prisma.AttendanceWhereInput

/** What counts as participation: the rule `counts` as a condition. */
export const countingPresence = {
  ...servedPresence,
  mandateKind: { not: null },
} satisfies Prisma.AttendanceWhereInput
