'use server'

import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import { removeTodoFile as remove, restoreTodoFile as restore } from './file-mutations'
import * as policy from './policy'
import { todoFileInput } from './schema'
import { todoFileSubject, type TodoFileSubject } from './subject-queries'
import { todoFacts } from './todo-mutations'

const facts = ({ todo, file }: TodoFileSubject, isThere: boolean) =>
  todoFacts(todo, { file: isThere ? [null, file.fileName] : [file.fileName, null] })

const refresh = ({ subject: { todo } }: { subject: TodoFileSubject }) => [
  `/portal/problems/${todo.problem.id}`,
  `/portal/problems/${todo.problem.id}/${todo.id}`,
]

export const removeTodoFile = defineAction({
  name: 'problem.remove-file',
  input: todoFileInput,
  subject: todoFileSubject,
  allow: policy.canRemoveTodoFile,
  run: async (tx, { subject }) => {
    const isNew = await remove(tx, { id: subject.id, todoId: subject.todo.id, at: now() })
    return { data: { id: subject.id }, record: isNew ? facts(subject, false) : null }
  },
  refresh,
})

export const restoreTodoFile = defineAction({
  name: 'problem.restore-file',
  input: todoFileInput,
  subject: todoFileSubject,
  allow: policy.canRestoreTodoFile,
  run: async (tx, { subject }) => {
    const isNew = await restore(tx, { id: subject.id, todoId: subject.todo.id })
    return { data: { id: subject.id }, record: isNew ? facts(subject, true) : null }
  },
  refresh,
})
