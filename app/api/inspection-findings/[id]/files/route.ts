import { headers } from 'next/headers'
import { answerUpload, takeUpload } from '@/app/api/uploads'
import { isSignedIn } from '@/lib/access/actor'
import { callerOf } from '@/lib/access/caller'
import { isOwnOrigin } from '@/lib/access/origin'
import { perform } from '@/lib/access/perform'
import { visitor } from '@/lib/access/session'
import { failure, Refusal } from '@/lib/core/result'
import { getFiledFinding } from '@/lib/inspections/file-queries'
import { canAddFindingFile } from '@/lib/inspections/policy'
import { addFindingFile } from '@/lib/inspections/upload-actions'
import { fileBytesMax } from '@/lib/problems/rules'

type Context = { params: Promise<{ id: string }> }

/**
 * Takes in one piece of evidence: streamed to the storage, judged by its bytes, then named by `inspection.add-file`. Who may
 * not is turned away before a byte is taken, so that nobody else fills the storage.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const asked = await headers()
  if (!isOwnOrigin(asked.get('origin'))) return new Response(null, { status: 403 })
  const [actor, { id }] = await Promise.all([visitor(), params])
  if (!isSignedIn(actor)) return answerUpload(asked, '/portal/activities', failure('SIGNED_OUT'))
  const finding = await getFiledFinding(actor, id)
  if (!finding) return answerUpload(asked, '/portal/activities', failure('NOT_FOUND'))
  const page = `/portal/inspections/${finding.pair.id}/${finding.id}`
  if (!canAddFindingFile(actor, finding)) return answerUpload(asked, page, failure('FORBIDDEN'))

  try {
    const result = await takeUpload(request, fileBytesMax, async (file) => {
      const input = { findingId: finding.id, file }
      return (await perform(addFindingFile.definition, actor, input, callerOf(asked))).result
    })
    return answerUpload(asked, page, result)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return answerUpload(asked, page, failure(error.code, error.fields, error.params))
  }
}
