import type { Actor } from '@/lib/access/actor'
import type { AuditFacts, Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { enqueue } from '@/lib/core/jobs'
import type { Prisma } from '@/lib/core/prisma/client'
import type { TaskState } from '@/lib/core/prisma/enums'
import { Refusal, refuseUnless } from '@/lib/core/result'

export type TaskSubject = {
  id: string
  kind: string
  label: string
  state: TaskState
  startedById: string
  hat: string
}

const facts = ({ id, label }: Pick<TaskSubject, 'id' | 'label'>, changes: Changes): AuditFacts => ({
  subjectType: 'task',
  subjectId: id,
  subjectLabel: label,
  changes,
})

export type Asked = {
  /** A name that the worker has a handler for. */
  kind: string
  params: Prisma.InputJsonObject
  /** Asking twice under one key is asking once. */
  key: string
  /** What it is about, where that has a name. */
  label?: string
  /** How many it will handle, as far as that is known. */
  total?: number
}

/**
 * Asks the worker for long work, in the caller's transaction and under the hat that the actor wears. Who asked before under
 * the same key gets the same task, and nothing is asked anew.
 */
export async function startTask(
  tx: Tx,
  actor: Actor,
  { kind, params, key, label = '', total = 0 }: Asked,
): Promise<{ id: string; isNew: boolean }> {
  const startedById = actor.userId
  if (startedById === null || actor.hatKey === '') throw new Refusal('FORBIDDEN')
  const { count } = await tx.task.createMany({
    data: [{ kind, params, key, label, total, startedById, hat: actor.hatKey }],
    skipDuplicates: true,
  })
  const { id } = await tx.task.findUniqueOrThrow({
    where: { startedById_key: { startedById, key } },
    select: { id: true },
  })
  if (count === 1) await enqueue(tx, 'tasks.run', { taskId: id })
  return { id, isNew: count === 1 }
}

/** Stops a task that has not written anything; what it is just writing is taken back with its transaction. */
export async function cancelTask(tx: Tx, subject: TaskSubject, at: Date): Promise<Outcome<null>> {
  const { count } = await tx.task.updateMany({
    where: { id: subject.id, state: { in: ['QUEUED', 'RUNNING'] }, committedAt: null },
    data: { state: 'CANCELLED', finishedAt: at },
  })
  refuseUnless(count === 1, 'TASK_FINISHED')
  return { data: null, record: facts(subject, { state: [subject.state, 'CANCELLED'] }) }
}

/**
 * Asks for a task to be taken back: a task of its own, so that it too can be watched and has a result. One that failed is
 * asked for again.
 */
export async function undoTask(tx: Tx, actor: Actor, subject: TaskSubject, at: Date): Promise<Outcome<{ id: string }>> {
  const { count } = await tx.task.updateMany({
    where: { id: subject.id, undoUntil: { gt: at }, undoneAt: null },
    data: { undoneAt: null },
  })
  refuseUnless(count === 1, 'TASK_NOT_UNDOABLE')
  const known = await tx.task.findUnique({ where: { undoesId: subject.id }, select: { id: true } })
  if (known) return { data: known, record: (await askAgain(tx, known.id)) ? facts(subject, {}) : null }
  const { kind, label, hat } = subject
  const undoing = await tx.task.create({
    data: {
      kind,
      label,
      hat,
      startedById: actor.userId ?? '',
      key: `undo:${subject.id}`,
      params: {},
      undoesId: subject.id,
    },
    select: { id: true },
  })
  await enqueue(tx, 'tasks.run', { taskId: undoing.id })
  return { data: undoing, record: facts(subject, {}) }
}

async function askAgain(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.task.updateMany({
    where: { id, state: { in: ['FAILED', 'CANCELLED'] }, committedAt: null },
    data: {
      state: 'QUEUED',
      step: null,
      handled: 0,
      attempts: 0,
      problem: null,
      problemParams: {},
      startedAt: null,
      finishedAt: null,
    },
  })
  if (count === 1) await enqueue(tx, 'tasks.run', { taskId: id })
  return count === 1
}
