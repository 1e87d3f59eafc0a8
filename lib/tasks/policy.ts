import { isSignedIn, nothing, type Actor } from '@/lib/access/actor'
import type { Prisma, Task } from '@/lib/core/prisma/client'

type OneTask = Pick<Task, 'startedById' | 'hat'>

/**
 * One's own, under the hat under which they were asked for: what an officer took out of the registry is not to be had by
 * the same person as somebody's mandatary, nor after the appointment has ended.
 */
export const visibleTasks = (actor: Actor): Prisma.TaskWhereInput =>
  isSignedIn(actor) && actor.hatKey !== '' ? { startedById: actor.userId, hat: actor.hatKey } : nothing

const asked = (actor: Actor, task: OneTask): boolean => actor.userId === task.startedById && actor.hatKey === task.hat

export const canCancelTask = (actor: Actor, task: OneTask): boolean => asked(actor, task)
export const canUndoTask = (actor: Actor, task: OneTask): boolean => asked(actor, task)
