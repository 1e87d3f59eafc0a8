import { headers } from 'next/headers'
import { answerUpload, takeUpload } from '@/app/api/uploads'
import { isSignedIn } from '@/lib/access/actor'
import { callerOf } from '@/lib/access/caller'
import { isOwnOrigin } from '@/lib/access/origin'
import { perform } from '@/lib/access/perform'
import { visitor } from '@/lib/access/session'
import { failure, Refusal } from '@/lib/core/result'
import { getFiledAdvice } from '@/lib/guidances/file-queries'
import { canAddAdviceFile } from '@/lib/guidances/policy'
import { addAdviceFile } from '@/lib/guidances/upload-actions'
import { fileBytesMax } from '@/lib/problems/rules'

type Context = { params: Promise<{ id: string }> }

/**
 * Takes in one piece of evidence: streamed to the storage, judged by its bytes, then named by `guidance.add-file`. Who may
 * not is turned away before a byte is taken, so that nobody else fills the storage.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const asked = await headers()
  if (!isOwnOrigin(asked.get('origin'))) return new Response(null, { status: 403 })
  const [actor, { id }] = await Promise.all([visitor(), params])
  if (!isSignedIn(actor)) return answerUpload(asked, '/portal/guidances', failure('SIGNED_OUT'))
  const advice = await getFiledAdvice(actor, id)
  if (!advice) return answerUpload(asked, '/portal/guidances', failure('NOT_FOUND'))
  const page = `/portal/guidances/${advice.request.id}/${advice.id}`
  if (!canAddAdviceFile(actor, advice)) return answerUpload(asked, page, failure('FORBIDDEN'))

  try {
    const result = await takeUpload(request, fileBytesMax, async (file) => {
      const input = { adviceId: advice.id, file }
      return (await perform(addAdviceFile.definition, actor, input, callerOf(asked))).result
    })
    return answerUpload(asked, page, result)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return answerUpload(asked, page, failure(error.code, error.fields, error.params))
  }
}
