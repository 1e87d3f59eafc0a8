import { z } from 'zod'
import { isDay } from '@/lib/core/clock'

/** Filters of the audit trail and the access log; an address that makes no sense narrows nothing. */
const text = (lengthMax: number) => z.string().trim().min(1).max(lengthMax).optional().catch(undefined)

const word = (shape: RegExp) => z.string().regex(shape).optional().catch(undefined)

const day = z.string().refine(isDay).optional().catch(undefined)

const shared = {
  /** Part of the name of whoever did it. */
  person: text(60),
  /** Whoever did it, by id. */
  actor: z.uuid().optional().catch(undefined),
  /** Part of the hat it was done under: an office. */
  office: text(60),
  /** Kind and id of what it was done on. */
  subject: word(/^[A-Za-z]{1,40}$/),
  id: word(/^[0-9A-Za-z-]{1,60}$/),
  /** Beijing days, both inclusive. */
  from: day,
  to: day,
  cursor: text(1_000),
}

export const auditFilter = z.object({
  ...shared,
  /** `noun` or `noun.verb`. */
  verb: word(/^[a-z-]{1,30}(\.[a-z-]{1,60})?$/),
  /** Part of the name of what it was done on, as of then. */
  about: text(100),
})

export type AuditFilter = z.output<typeof auditFilter>

export const accessFilter = z.object({ ...shared, kind: word(/^[A-Z_]{1,40}$/) })

export type AccessFilter = z.output<typeof accessFilter>

/** Whether anything is narrowed at all; the place in the list is no filter. */
export const isNarrowed = ({ cursor: _, ...filter }: AuditFilter | AccessFilter): boolean =>
  Object.values(filter).some((value) => value !== undefined)
