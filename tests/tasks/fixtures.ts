import { db } from '@/lib/core/db'
import type { TaskState } from '@/lib/core/prisma/enums'
import { startTask } from '@/lib/tasks/mutations'
import { worldNow, type ActorName, type World } from '../support/world'

type Wish = { kind?: string; key?: string; params?: Record<string, string | number> }

/** A task that an actor of the world has asked for. */
export async function ask(world: World, name: ActorName, wish: Wish = {}): Promise<string> {
  const actor = await world.actor(name)
  const { kind = 'count', key = crypto.randomUUID(), params = {} } = wish
  return (await db.$transaction((tx) => startTask(tx, actor, { kind, key, params }))).id
}

/** A task that is done and can be taken back until tomorrow. */
export async function doneTask(world: World, name: ActorName): Promise<string> {
  const id = await ask(world, name)
  const tomorrow = new Date(worldNow.getTime() + 86_400_000)
  const state: TaskState = 'DONE'
  const done = { state, startedAt: worldNow, committedAt: worldNow, finishedAt: worldNow, undoUntil: tomorrow }
  await db.task.update({ where: { id }, data: done })
  return id
}
