import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import type { Actor } from './actor'

/** Field → what it was and what it is. Days and instants as ISO text. */
export type Changes = Record<string, [before: unknown, after: unknown]>

/** What an action did, for the trail. `null` from an action means: nothing changed (a repeated press). */
export type AuditFacts = {
  subjectType: string
  subjectId: string | null
  subjectLabel: string
  changes: Changes
  /** Whom the trail names where nobody had signed in yet when the action began (signing in, accepting an invitation). */
  by?: { id: string; name: string }
}

const secretField = /password|token|secret|hash/i

/** As plain JSON, without whatever is called a secret, at any depth. */
const withoutSecrets = (value: object): unknown =>
  JSON.parse(JSON.stringify(value, (field, part: unknown) => (secretField.test(field) ? undefined : part)))

/** Writes the record into the caller's transaction: a change without its record cannot be committed. */
export async function record(tx: Tx, actor: Actor, verb: string, facts: AuditFacts): Promise<void> {
  await tx.auditEvent.create({
    data: {
      actorId: actor.userId ?? facts.by?.id ?? null,
      actorName: actor.userId ? actor.name : (facts.by?.name ?? ''),
      actorHat: actor.hatLabel,
      verb,
      subjectType: facts.subjectType,
      subjectId: facts.subjectId,
      subjectLabel: facts.subjectLabel,
      changes: withoutSecrets(facts.changes) as Prisma.InputJsonObject,
    },
  })
}

/** The fields of `after` that differ from `before`, as [before, after]. Dates are compared by value. */
export function changesBetween<T extends Record<string, unknown>>(before: Partial<T>, after: T): Changes {
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(plain(before[field])) !== JSON.stringify(plain(value)),
  )
  return Object.fromEntries(changed.map(([field, value]) => [field, [plain(before[field]), plain(value)]]))
}

export const accessKinds = ['UNMASK_PHONE', 'EXPORT', 'READ_PRACTICE', 'TAKE_PRACTICE_FILE', 'REFUSED'] as const

export type AccessKind = (typeof accessKinds)[number]

/** The access log: who looked at something guarded, took an export, or was refused. */
export async function recordAccess(
  client: Pick<Tx, 'accessEvent'>,
  actor: Actor,
  event: {
    kind: AccessKind
    subjectType: string
    subjectId: string | null
    detail?: Prisma.InputJsonObject
  },
): Promise<void> {
  await client.accessEvent.create({
    data: {
      actorId: actor.userId,
      actorName: actor.name,
      actorHat: actor.hatLabel,
      kind: event.kind,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      detail: event.detail ?? {},
    },
  })
}
