import { plusDays, startOfDay, type Day } from '@/lib/core/clock'
import type { Cursor } from '@/lib/core/paging'

/** What the audit trail and the access log narrow alike: both are read backwards in time. */

type Moment = { at?: Date | { gte?: Date; lt?: Date; gt?: Date }; id?: string | { lt?: string; gt?: string } }

/** What was typed as it was typed: to ILIKE `%`, `_` and `\\` would mean something. */
const literally = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)

export const containing = (text: string) => ({ contains: literally(text), mode: 'insensitive' as const })

type Shared = {
  person?: string | undefined
  actor?: string | undefined
  office?: string | undefined
  subject?: string | undefined
  id?: string | undefined
  from?: Day | undefined
  to?: Day | undefined
}

export const sharedWhere = ({ person, actor, office, subject, id, from, to }: Shared) => [
  person ? { actorName: containing(person) } : {},
  actor ? { actorId: actor } : {},
  office ? { actorHat: containing(office) } : {},
  subject ? { subjectType: subject } : {},
  subject && id ? { subjectId: id } : {},
  from ? { at: { gte: startOfDay(from) } } : {},
  to ? { at: { lt: startOfDay(plusDays(to, 1)) } } : {},
]

export const isBackwards = (cursor: Cursor | null): boolean => cursor?.direction === 'before'

/** Rows beyond the cursor, in reading direction. */
export function beyond(cursor: Cursor | null): { OR?: Moment[] } {
  if (!cursor || typeof cursor.value !== 'string' || Number.isNaN(Date.parse(cursor.value))) return {}
  const at = new Date(cursor.value)
  return isBackwards(cursor)
    ? { OR: [{ at: { gt: at } }, { at, id: { gt: cursor.id } }] }
    : { OR: [{ at: { lt: at } }, { at, id: { lt: cursor.id } }] }
}
