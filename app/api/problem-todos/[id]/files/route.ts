import { headers } from 'next/headers'
import { answerUpload, takeUpload } from '@/app/api/uploads'
import { isSignedIn } from '@/lib/access/actor'
import { callerOf } from '@/lib/access/caller'
import { isOwnOrigin } from '@/lib/access/origin'
import { perform } from '@/lib/access/perform'
import { visitor } from '@/lib/access/session'
import { failure, Refusal } from '@/lib/core/result'
import { getFiledTodo } from '@/lib/problems/file-queries'
import { canAddTodoFile } from '@/lib/problems/policy'
import { fileBytesMax } from '@/lib/problems/rules'
import { addTodoFile } from '@/lib/problems/upload-actions'

type Context = { params: Promise<{ id: string }> }

/**
 * Takes in one piece of evidence: streamed to the storage, judged by its bytes, then named by `problem.add-file`. Who may
 * not is turned away before a byte is taken, so that nobody else fills the storage.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const asked = await headers()
  if (!isOwnOrigin(asked.get('origin'))) return new Response(null, { status: 403 })
  const [actor, { id }] = await Promise.all([visitor(), params])
  if (!isSignedIn(actor)) return answerUpload(asked, '/portal/problems', failure('SIGNED_OUT'))
  const todo = await getFiledTodo(actor, id)
  if (!todo) return answerUpload(asked, '/portal/problems', failure('NOT_FOUND'))
  const page = `/portal/problems/${todo.problem.id}/${todo.id}`
  if (!canAddTodoFile(actor, todo)) return answerUpload(asked, page, failure('FORBIDDEN'))

  try {
    const result = await takeUpload(request, fileBytesMax, async (file) => {
      const input = { todoId: todo.id, file }
      return (await perform(addTodoFile.definition, actor, input, callerOf(asked))).result
    })
    return answerUpload(asked, page, result)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return answerUpload(asked, page, failure(error.code, error.fields, error.params))
  }
}
