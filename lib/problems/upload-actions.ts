import { defineAction } from '@/lib/access/action'
import { isSignedIn } from '@/lib/access/actor'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import { addTodoFile as add } from './file-mutations'
import { canAddTodoFile } from './policy'
import { addTodoFileInput } from './schema'
import { todoSubject } from './subject-queries'
import { todoFacts } from './todo-mutations'

/**
 * Not a server action (no `'use server'` above): its input names a key of the storage, which only the upload handler may
 * say. The handler performs this definition when the bytes have arrived and been judged.
 */
export const addTodoFile = defineAction({
  name: 'problem.add-file',
  input: addTodoFileInput,
  subject: todoSubject,
  allow: canAddTodoFile,
  run: async (tx, { actor, input, subject }) => {
    if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
    const { file } = input
    const id = await add(tx, { todoId: subject.id, file, createdById: actor.userId, at: now() })
    return { data: { id }, record: todoFacts(subject, { file: [null, file.fileName] }) }
  },
  refresh: ({ subject: { id, problem } }) => [`/portal/problems/${problem.id}`, `/portal/problems/${problem.id}/${id}`],
})
