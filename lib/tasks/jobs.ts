import { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { loadIdentity, mintActor } from '@/lib/access/identity'
import { db, type Tx } from '@/lib/core/db'
import { log } from '@/lib/core/log'
import { now, today } from '@/lib/core/now'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { storage, type Stored } from '@/lib/core/storage'
import { recordStoredFile } from '@/lib/core/stored-file-mutations'
import { summaryShape, type Summary } from './schema'

/** What a handler says when all that it writes is written. */
export type Written = { summary: Summary; undoHours?: number }

export type ResultBytes = {
  fileName: string
  mediaType: string
  bytes: AsyncIterable<Uint8Array>
  /** Of the transaction that writes, where the file must exist exactly when the rows do. */
  tx?: Tx
}

/** What the handler of a kind is given. */
export type TaskRun = {
  readonly id: string
  /** Who asked, under the hat of then, with what that hat may do today. */
  readonly actor: Actor & { readonly userId: string }
  readonly params: unknown
  /** The task to take back; null where it is to be done. */
  readonly undoes: string | null
  /** Says where it stands; throws when it was cancelled, which ends the handler and its transaction. */
  progress: (step: string, handled?: number, total?: number) => Promise<void>
  isCancelled: () => Promise<boolean>
  /**
   * All that a handler writes, in one transaction that also notes that it is written: a worker that dies before leaves
   * nothing, and one that dies afterwards does not write again. Answers what was written, now or by the run before.
   */
  commit: (write: (tx: Tx) => Promise<Written>) => Promise<Summary>
  /** Keeps a file for whoever asked, for a week. A file that is there already stays. */
  keepResult: (file: ResultBytes) => Promise<void>
}

/** How long work of one kind is done, and taken back where it can be. */
export type TaskHandler = {
  /** Names of its steps, in order; lib/text has words for them. */
  steps: readonly string[]
  run: (run: TaskRun) => Promise<void>
  undo?: { steps: readonly string[]; run: (run: TaskRun) => Promise<void> }
}

export type TaskHandlers = Readonly<Record<string, TaskHandler>>

const jobData = z.object({ taskId: z.uuid() })

export const resultDaysKept = 7
const resultBytesMax = 200_000_000
const attemptsMax = 5
const hourMilliseconds = 60 * 60_000

/** Longer than any work in one piece takes; what hangs is taken back. */
const transaction = { timeout: 300_000, maxWait: 10_000 }

const taskSelect = {
  id: true,
  kind: true,
  hat: true,
  startedById: true,
  params: true,
  undoesId: true,
  startedAt: true,
  attempts: true,
} as const

/**
 * Takes a task by the handlers that are handed in from the top. A refusal ends it with its sentence; anything else is
 * thrown, so that the job is taken again, and ends it after so many times.
 */
export async function runTask(data: unknown, handlers: TaskHandlers): Promise<void> {
  const { taskId } = jobData.parse(data)
  const task = await db.task.findFirst({
    where: { id: taskId, state: { in: ['QUEUED', 'RUNNING'] } },
    select: taskSelect,
  })
  if (!task) return
  try {
    const handler = handlers[task.kind]
    const work = task.undoesId === null ? handler : handler?.undo
    refuseUnless(work !== undefined, 'TASK_UNKNOWN')
    await begin(task.id, work.steps, task.startedAt ?? now())
    await work.run(runOf(task, await actorOf(task)))
    await db.task.updateMany({
      where: { id: task.id, state: 'RUNNING' },
      data: { state: 'DONE', step: null, finishedAt: now() },
    })
  } catch (error) {
    await giveUp(task, error)
  }
}

async function begin(id: string, steps: readonly string[], startedAt: Date): Promise<void> {
  const { count } = await db.task.updateMany({
    where: { id, state: { in: ['QUEUED', 'RUNNING'] } },
    data: { state: 'RUNNING', steps: [...steps], startedAt, attempts: { increment: 1 } },
  })
  refuseUnless(count === 1, 'TASK_CANCELLED')
}

type TaskRow = {
  id: string
  hat: string
  startedById: string
  params: unknown
  undoesId: string | null
  attempts: number
}

/** Who asked, under that hat, if it still may be worn. */
async function actorOf({ startedById, hat }: TaskRow): Promise<TaskRun['actor']> {
  const day = today()
  const identity = await loadIdentity(db, startedById, day)
  const wearable = identity?.hats.find(({ key }) => key === hat)
  if (!identity || !wearable) throw new Refusal('TASK_HAT_GONE')
  return { ...mintActor(identity, wearable, null, day), userId: startedById }
}

const runOf = (task: TaskRow, actor: TaskRun['actor']): TaskRun => ({
  id: task.id,
  actor,
  params: task.params,
  undoes: task.undoesId,
  progress: (step, handled, total) => say(task.id, step, handled, total),
  isCancelled: async () => (await db.task.count({ where: { id: task.id, state: 'RUNNING' } })) === 0,
  commit: (write) => commit(task, write),
  keepResult: (file) => keepResult(task.id, file),
})

/** In a transaction of its own, so that the page sees it. */
async function say(id: string, step: string, handled?: number, total?: number): Promise<void> {
  const { count } = await db.task.updateMany({
    where: { id, state: 'RUNNING' },
    data: { step, ...(handled !== undefined && { handled }), ...(total !== undefined && { total }) },
  })
  refuseUnless(count === 1, 'TASK_CANCELLED')
}

async function commit(task: TaskRow, write: (tx: Tx) => Promise<Written>): Promise<Summary> {
  return db.$transaction(async (tx) => {
    const [lock] = await tx.$queryRaw<{ taken: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended('task:' || ${task.id}, 0)) AS taken`
    if (!lock?.taken) throw new Error('another worker is at this task')
    const known = await tx.task.findUniqueOrThrow({
      where: { id: task.id },
      select: { committedAt: true, summary: true },
    })
    if (known.committedAt !== null) return summaryShape.parse(known.summary)
    const { summary, undoHours } = await write(tx)
    await close(tx, task, summary, undoHours)
    return summary
  }, transaction)
}

/** The last statement of what is written: it holds only where nobody has cancelled meanwhile. */
async function close(tx: Tx, task: TaskRow, summary: Summary, undoHours: number | undefined): Promise<void> {
  const at = now()
  const { count } = await tx.task.updateMany({
    where: { id: task.id, state: 'RUNNING', committedAt: null },
    data: {
      committedAt: at,
      summary,
      ...(undoHours !== undefined && { undoUntil: new Date(at.getTime() + undoHours * hourMilliseconds) }),
    },
  })
  refuseUnless(count === 1, 'TASK_CANCELLED')
  if (task.undoesId === null) return
  const undone = await tx.task.updateMany({ where: { id: task.undoesId, undoneAt: null }, data: { undoneAt: at } })
  refuseUnless(undone.count === 1, 'TASK_NOT_UNDOABLE')
}

async function keepResult(id: string, { fileName, mediaType, bytes, tx }: ResultBytes): Promise<void> {
  const client = tx ?? db
  if ((await client.task.count({ where: { id, resultFileId: null, state: 'RUNNING' } })) === 0) return
  const stored = await storage.put(bytes, resultBytesMax)
  try {
    await (tx
      ? attach(tx, id, fileName, mediaType, stored)
      : db.$transaction((own) => attach(own, id, fileName, mediaType, stored)))
  } catch (error) {
    await storage.remove(stored.key)
    throw error
  }
}

async function attach(tx: Tx, id: string, fileName: string, mediaType: string, stored: Stored): Promise<void> {
  const { startedById } = await tx.task.findUniqueOrThrow({ where: { id }, select: { startedById: true } })
  const resultFileId = await recordStoredFile(tx, { ...stored, fileName, mediaType }, { createdById: startedById })
  const expires = new Date(now().getTime() + resultDaysKept * 24 * hourMilliseconds)
  const { count } = await tx.task.updateMany({
    where: { id, resultFileId: null, state: 'RUNNING' },
    data: { resultFileId, resultExpiresAt: expires },
  })
  refuseUnless(count === 1, 'TASK_CANCELLED')
}

async function giveUp({ id, attempts }: TaskRow, error: unknown): Promise<void> {
  if (error instanceof Refusal && error.code === 'TASK_CANCELLED') return
  const isRefusal = error instanceof Refusal
  if (!isRefusal && attempts < attemptsMax) throw error
  if (isRefusal) log.info({ taskId: id, code: error.code }, 'task refused')
  else log.error({ taskId: id, err: error }, 'task given up')
  const { committedAt } = await db.task.findUniqueOrThrow({ where: { id }, select: { committedAt: true } })
  const lost = committedAt === null ? 'UNEXPECTED' : 'TASK_RESULT_LOST'
  await db.task.updateMany({
    where: { id, state: { in: ['QUEUED', 'RUNNING'] } },
    data: {
      state: 'FAILED',
      finishedAt: now(),
      problem: isRefusal ? error.code : lost,
      problemParams: isRefusal ? error.params : {},
    },
  })
}

const sweptAtOnce = 500
const hoursGiven = 48

/** Deletes results that are no longer kept, bytes first, and ends tasks that no job stands for any more. */
export async function sweepTasks(): Promise<void> {
  const at = now()
  const expired = await db.task.findMany({
    where: { resultFileId: { not: null }, resultExpiresAt: { lte: at } },
    select: { id: true, resultFileId: true, resultFile: { select: { storageKey: true } } },
    take: sweptAtOnce,
  })
  for (const { resultFile } of expired) if (resultFile) await storage.remove(resultFile.storageKey)
  await db.$transaction(async (tx) => {
    await tx.task.updateMany({ where: { id: { in: expired.map(({ id }) => id) } }, data: { resultFileId: null } })
    await tx.storedFile.deleteMany({ where: { id: { in: expired.flatMap(({ resultFileId }) => resultFileId ?? []) } } })
  })
  await db.task.updateMany({
    where: {
      state: { in: ['QUEUED', 'RUNNING'] },
      createdAt: { lt: new Date(at.getTime() - hoursGiven * hourMilliseconds) },
    },
    data: { state: 'FAILED', problem: 'UNEXPECTED', finishedAt: at },
  })
}
