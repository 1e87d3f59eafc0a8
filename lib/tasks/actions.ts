'use server'

import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import * as mutations from './mutations'
import * as policy from './policy'
import { taskSubject } from './queries'
import * as schema from './schema'

const pages = ({ id }: { id: string }) => ['/portal/tasks', `/portal/tasks/${id}`]

export const cancelTask = defineAction({
  name: 'task.cancel',
  input: schema.cancelTaskInput,
  subject: taskSubject,
  allow: policy.canCancelTask,
  run: (tx, { subject }) => mutations.cancelTask(tx, subject, now()),
  refresh: ({ subject }) => pages(subject),
})

export const undoTask = defineAction({
  name: 'task.undo',
  input: schema.undoTaskInput,
  subject: taskSubject,
  allow: policy.canUndoTask,
  run: (tx, { actor, subject }) => mutations.undoTask(tx, actor, subject, now()),
  refresh: ({ subject }) => pages(subject),
})
