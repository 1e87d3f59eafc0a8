import { beforeAll } from 'vitest'
import { cancelTask, undoTask } from '@/lib/tasks/actions'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, type World } from '../support/world'
import { ask, doneTask } from './fixtures'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

/** A task is its asker's: nobody else knows of it, whatever office they share. */
const askerOnly = verdicts('NOT_FOUND', { officer: 'ok' })

describePermissions('tasks', () => world, [
  { action: cancelTask, input: async () => ({ id: await ask(world, 'officer') }), expected: askerOnly },
  { action: undoTask, input: async () => ({ id: await doneTask(world, 'officer') }), expected: askerOnly },
])
