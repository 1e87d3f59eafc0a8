import { type z } from 'zod'
import { db, type Tx } from '@/lib/core/db'
import { fieldCodes } from '@/lib/core/issues'
import { log } from '@/lib/core/log'
import { Prisma } from '@/lib/core/prisma/client'
import { failure, Refusal, success, type Failure, type Result } from '@/lib/core/result'
import { sqlStateOf } from '@/lib/core/sql-state'
import { isSignedIn, type Actor } from './actor'
import { record, recordAccess, type AuditFacts } from './audit'
import { unknownCaller, type Caller } from './caller'

/** What `run` gives back: the answer for the browser, and what to write into the trail (null: nothing changed). */
export type Outcome<Data> = { data: Data; record: AuditFacts | null }

/**
 * One thing that people do. `subject` loads what the input names, already narrowed to what the actor sees; `allow` is a
 * predicate over it; `run` writes. See docs/adr for the order of the steps.
 */
export type Definition<Schema extends z.ZodType, Subject, Data, Prepared = unknown> = {
  /** `noun.verb`: also the audit verb. */
  name: string
  /** A strict object: unknown fields are refused. */
  input: Schema
  /** Open to people who have not signed in (sign-in, activation). */
  isOpen?: boolean
  /**
   * Work that must not hold a transaction (hashing a password) or that a refusal must not undo (counting guesses). It may
   * refuse; what it finds out reaches the others through `subject`. It decides nothing that `allow` should.
   */
  prepare?: (context: { actor: Actor; input: z.output<Schema>; caller: Caller }) => Promise<Prepared>
  subject: (tx: Tx, actor: Actor, input: z.output<Schema>, prepared: Prepared | undefined) => Promise<Subject | null>
  allow: (actor: Actor, subject: Subject, input: z.output<Schema>) => boolean
  run: (
    tx: Tx,
    context: { actor: Actor; input: z.output<Schema>; subject: Subject; caller: Caller },
  ) => Promise<Outcome<Data>>
  /** Paths whose pages show something else now. */
  refresh?: (context: { input: z.output<Schema>; subject: Subject; data: Data }) => string[]
}

export type Performed<Data> = { result: Result<Data>; refresh: string[] }

/** For actions about nothing in particular yet (creating): the subject is the actor's standing itself. */
export const noSubject = async (): Promise<Record<string, never>> => ({})

/**
 * Runs one action for one actor: parse → prepare → transaction { load → allow → run → record } → commit. The only way into a
 * mutation, from server actions, route handlers and jobs alike. Refusals come back as a Failure; other errors are thrown.
 */
export async function perform<Schema extends z.ZodType, Subject, Data, Prepared>(
  definition: Definition<Schema, Subject, Data, Prepared>,
  actor: Actor,
  raw: unknown,
  caller: Caller = unknownCaller,
): Promise<Performed<Data>> {
  if (!definition.isOpen && !isSignedIn(actor)) return refused(definition.name, actor, failure('SIGNED_OUT'))
  const parsed = definition.input.safeParse(raw)
  if (!parsed.success) return refused(definition.name, actor, failure('INVALID', fieldCodes(parsed.error, raw)))
  const input = parsed.data

  try {
    const prepared = await definition.prepare?.({ actor, input, caller })
    return await db.$transaction(async (tx) => {
      const subject = await definition.subject(tx, actor, input, prepared)
      if (subject === null) throw new Refusal('NOT_FOUND')
      if (!definition.allow(actor, subject, input)) throw new Refusal('FORBIDDEN')
      const outcome = await definition.run(tx, { actor, input, subject, caller })
      if (outcome.record) await record(tx, actor, definition.name, outcome.record)
      return {
        result: success(outcome.data),
        refresh: definition.refresh?.({ input, subject, data: outcome.data }) ?? [],
      }
    })
  } catch (error) {
    const answer = asFailure(error)
    if (!answer) throw error
    return refused(definition.name, actor, answer)
  }
}

const exclusionViolation = '23P01'
const deadlockDetected = '40P01'
const serializationFailure = '40001'

function asFailure(error: unknown): Failure | null {
  if (error instanceof Refusal) return failure(error.code, error.fields, error.params)
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null
  if (error.code === 'P2002') return failure('ALREADY_EXISTS')
  // A deadlock or a lost race between transactions: nothing was written, a second press may succeed.
  // Likewise when there was no connection to be had in time (P2028).
  if (error.code === 'P2034' || error.code === 'P2028') return failure('BUSY')
  const sql = sqlStateOf(error)
  if (sql?.state === deadlockDetected || sql?.state === serializationFailure) return failure('BUSY')
  // Periods that must not overlap: the constraint's name states the rule, so it is the code.
  if (sql?.state === exclusionViolation) return failure((sql.constraint ?? 'ALREADY_EXISTS').toUpperCase())
  return null
}

async function refused(name: string, actor: Actor, answer: Failure): Promise<{ result: Failure; refresh: string[] }> {
  log.info({ action: name, code: answer.code, userId: actor.userId }, 'refused')
  if (answer.code === 'FORBIDDEN' || answer.code === 'NOT_FOUND') {
    await recordAccess(db, actor, {
      kind: 'REFUSED',
      subjectType: 'action',
      subjectId: null,
      detail: { action: name, code: answer.code },
    })
  }
  return { result: answer, refresh: [] }
}
