import { headers } from 'next/headers'
import { isSignedIn } from '@/lib/access/actor'
import { callerOf } from '@/lib/access/caller'
import { isOwnOrigin } from '@/lib/access/origin'
import { perform } from '@/lib/access/perform'
import { visitor } from '@/lib/access/session'
import { canAddActivityFile } from '@/lib/activities/policy'
import { getActivity } from '@/lib/activities/queries'
import { fileBytesMax } from '@/lib/activities/rules'
import { addActivityFile } from '@/lib/activities/upload-actions'
import { readUpload, refuseTooLarge } from '@/lib/core/multipart'
import { failure, Refusal, type Result } from '@/lib/core/result'
import { storage } from '@/lib/core/storage'
import { receiveFile } from '@/lib/core/upload'
import { answerUpload } from './answer'

type Context = { params: Promise<{ id: string }> }

/**
 * Takes in one file of an activity: streamed to the storage, judged by its bytes, then named by `activity.add-file`. Who
 * may not is turned away before a byte is taken, so that nobody else fills the storage.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const asked = await headers()
  if (!isOwnOrigin(asked.get('origin'))) return new Response(null, { status: 403 })
  const [actor, { id }] = await Promise.all([visitor(), params])
  if (!isSignedIn(actor)) return answerUpload(asked, id, failure('SIGNED_OUT'))
  const activity = await getActivity(actor, id)
  if (!activity) return answerUpload(asked, id, failure('NOT_FOUND'))
  if (!canAddActivityFile(actor, activity)) return answerUpload(asked, id, failure('FORBIDDEN'))

  const add = async (input: unknown): Promise<Result<{ id: string }>> =>
    (await perform(addActivityFile.definition, actor, input, callerOf(asked))).result
  try {
    return answerUpload(asked, id, await take(request, id, add))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return answerUpload(asked, id, failure(error.code, error.fields, error.params))
  }
}

/** Bytes that nothing names in the end do not stay. */
async function take<Data>(request: Request, id: string, add: (input: unknown) => Promise<Result<Data>>) {
  refuseTooLarge(request.headers, fileBytesMax)
  const { fileName, bytes, fields } = await readUpload(request)
  const file = await receiveFile(bytes, { name: fileName, limitBytes: fileBytesMax })
  let isNamed = false
  try {
    const result = await add({ id, kind: fields.get('kind') ?? 'MATERIAL', file })
    isNamed = result.ok
    return result
  } finally {
    if (!isNamed) await storage.remove(file.key)
  }
}
