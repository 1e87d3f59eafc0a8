import { headers } from 'next/headers'
import { isSignedIn } from '@/lib/access/actor'
import { callerOf } from '@/lib/access/caller'
import { isOwnOrigin } from '@/lib/access/origin'
import { perform } from '@/lib/access/perform'
import { visitor } from '@/lib/access/session'
import { readUpload, refuseTooLarge } from '@/lib/core/multipart'
import { failure, Refusal, type Result } from '@/lib/core/result'
import { storage } from '@/lib/core/storage'
import { receiveFile } from '@/lib/core/upload'
import { canAddPracticeFile } from '@/lib/practices/policy'
import { getPractice } from '@/lib/practices/queries'
import { fileBytesMax } from '@/lib/practices/rules'
import { addPracticeFile } from '@/lib/practices/upload-actions'

type Context = { params: Promise<{ id: string }> }

const answer = (result: Result<unknown>): Response => Response.json(result, { status: result.ok ? 200 : 422 })

/** Takes in one file of a draft. Who may not is turned away before a byte is taken. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const asked = await headers()
  if (!isOwnOrigin(asked.get('origin'))) return new Response(null, { status: 403 })
  const [actor, { id }] = await Promise.all([visitor(), params])
  if (!isSignedIn(actor)) return answer(failure('SIGNED_OUT'))
  const practice = await getPractice(actor, id)
  if (!practice) return answer(failure('NOT_FOUND'))
  if (!canAddPracticeFile(actor, practice)) return answer(failure('FORBIDDEN'))
  const draft = practice.versions.find(({ state }) => state === 'DRAFT')
  if (!draft) return answer(failure('PRACTICE_NOT_A_DRAFT'))
  const add = async (input: unknown): Promise<Result<{ id: string }>> =>
    (await perform(addPracticeFile.definition, actor, input, callerOf(asked))).result
  try {
    return answer(await take(request, draft.id, add))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return answer(failure(error.code, error.fields, error.params))
  }
}

/** Bytes that nothing names in the end do not stay. */
async function take<Data>(request: Request, versionId: string, add: (input: unknown) => Promise<Result<Data>>) {
  refuseTooLarge(request.headers, fileBytesMax)
  const { fileName, bytes } = await readUpload(request)
  const file = await receiveFile(bytes, { name: fileName, limitBytes: fileBytesMax })
  let isNamed = false
  try {
    const result = await add({ versionId, file })
    isNamed = result.ok
    return result
  } finally {
    if (!isNamed) await storage.remove(file.key)
  }
}
