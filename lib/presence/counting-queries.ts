import { Prisma } from '@/lib/core/prisma/client'

/** `servedPresence` and `countingPresence` of the policy for statements in which the attendance is called `t`. */
export const isServed = Prisma.sql`(t.undone_at IS NULL AND NOT t.is_excluded)`
export const isCounting = Prisma.sql`(t.undone_at IS NULL AND NOT t.is_excluded AND t.mandate_kind IS NOT NULL)`

/** Milliseconds between two instants. */
const between = (from: Prisma.Sql, to: Prisma.Sql) => Prisma.sql`(extract(epoch FROM ${to} - ${from}) * 1000)`

const planned = between(Prisma.sql`a.starts_at`, Prisma.sql`a.ends_at`)

/** `presenceOf` of the rules: how much of the planned time somebody was there. */
const there = Prisma.sql`CASE
  WHEN t.online_minutes IS NOT NULL THEN least(t.online_minutes * 60000, ${planned})
  WHEN a.checks_out AND t.checked_out_at IS NULL THEN 0
  ELSE greatest(0, ${between(
    Prisma.sql`greatest(t.checked_in_at, a.starts_at)`,
    Prisma.sql`least(CASE WHEN a.checks_out THEN t.checked_out_at ELSE a.ends_at END, a.ends_at)`,
  )}) END`

/**
 * `isCounting`, and before the close what the close would write if it came at that instant, for statements in which the
 * activity is called `a`: a figure does not move because somebody closes (ADR 059). What nobody can know yet counts.
 */
export const isCountingAt = (at: Date): Prisma.Sql => Prisma.sql`
  (t.undone_at IS NULL AND t.mandate_kind IS NOT NULL AND CASE
    WHEN a.state = 'CLOSED' THEN NOT t.is_excluded
    WHEN t.verdict IS NOT NULL THEN t.verdict = 'COUNTS'
    WHEN a.ends_at > ${at} AND NOT (a.checks_out AND t.checked_out_at IS NOT NULL) THEN true
    ELSE floor(${there} * 100 / nullif(${planned}, 0)) >= a.presence_share_min END)`
