import type { TaskState } from '@/lib/core/prisma/enums'

/** Whether the worker still has something to do for it. */
export const isWorking = (state: TaskState): boolean => state === 'QUEUED' || state === 'RUNNING'

type Undoable = { undoUntil: Date | null; undoneAt: Date | null }

/** Whether a task may still be taken back. */
export const isUndoable = ({ undoUntil, undoneAt }: Undoable, at: Date): boolean =>
  undoUntil !== null && undoUntil > at && undoneAt === null

/** Whether it may be stopped: what is written is taken back by undoing, not by cancelling. */
export const isCancellable = ({ state, committedAt }: { state: TaskState; committedAt: Date | null }): boolean =>
  isWorking(state) && committedAt === null

/** Whether the result can still be fetched. */
export const hasResult = (
  { resultFileId, resultExpiresAt }: { resultFileId: string | null; resultExpiresAt: Date | null },
  at: Date,
): boolean => resultFileId !== null && resultExpiresAt !== null && resultExpiresAt > at

type Course = { state: TaskState; steps: string[]; step: string | null }

export type StepStanding = { step: string; state: 'done' | 'current' | 'waiting' | 'failed' }

/** Where each named step stands. */
export function stepsOf({ state, steps, step }: Course): StepStanding[] {
  const at = step === null ? -1 : steps.indexOf(step)
  const stopped = state === 'FAILED' || state === 'CANCELLED'
  return steps.map((name, index) => {
    if (state === 'DONE' || index < at) return { step: name, state: 'done' }
    if (index > at) return { step: name, state: 'waiting' }
    return { step: name, state: stopped ? 'failed' : 'current' }
  })
}
