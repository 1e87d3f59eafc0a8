import { headers } from 'next/headers'
import { answerUpload, takeUpload } from '@/app/api/uploads'
import { isSignedIn } from '@/lib/access/actor'
import { callerOf } from '@/lib/access/caller'
import { isOwnOrigin } from '@/lib/access/origin'
import { perform } from '@/lib/access/perform'
import { visitor } from '@/lib/access/session'
import { canAddActivityFile } from '@/lib/activities/policy'
import { getActivity } from '@/lib/activities/queries'
import { fileBytesMax } from '@/lib/activities/rules'
import { addActivityFile } from '@/lib/activities/upload-actions'
import { failure, Refusal } from '@/lib/core/result'

type Context = { params: Promise<{ id: string }> }

/**
 * Takes in one file of an activity: streamed to the storage, judged by its bytes, then named by `activity.add-file`. Who
 * may not is turned away before a byte is taken, so that nobody else fills the storage.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const asked = await headers()
  if (!isOwnOrigin(asked.get('origin'))) return new Response(null, { status: 403 })
  const [actor, { id }] = await Promise.all([visitor(), params])
  const page = `/portal/activities/${id}`
  if (!isSignedIn(actor)) return answerUpload(asked, page, failure('SIGNED_OUT'))
  const activity = await getActivity(actor, id)
  if (!activity) return answerUpload(asked, page, failure('NOT_FOUND'))
  if (!canAddActivityFile(actor, activity)) return answerUpload(asked, page, failure('FORBIDDEN'))

  try {
    const result = await takeUpload(request, fileBytesMax, async (file, fields) => {
      const input = { id, kind: fields.get('kind') ?? 'MATERIAL', file }
      return (await perform(addActivityFile.definition, actor, input, callerOf(asked))).result
    })
    return answerUpload(asked, page, result)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return answerUpload(asked, page, failure(error.code, error.fields, error.params))
  }
}
