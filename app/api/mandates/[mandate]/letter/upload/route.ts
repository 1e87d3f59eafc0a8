import { headers } from 'next/headers'
import { isSignedIn } from '@/lib/access/actor'
import { callerOf } from '@/lib/access/caller'
import { isOwnOrigin } from '@/lib/access/origin'
import { perform } from '@/lib/access/perform'
import { visitor } from '@/lib/access/session'
import { publicUrl } from '@/lib/core/env'
import { readUpload, refuseTooLarge } from '@/lib/core/multipart'
import { failure, Refusal, type Result } from '@/lib/core/result'
import { storage } from '@/lib/core/storage'
import { receiveFile } from '@/lib/core/upload'
import { keepLetter } from '@/lib/enterprises/letter-actions'
import type { Kept } from '@/lib/enterprises/letter-mutations'
import { getLetterSubject } from '@/lib/enterprises/letter-queries'
import { canKeepLetter } from '@/lib/enterprises/policy'
import { letterBytesMax, letterTypes } from '@/lib/enterprises/rules'

type Context = { params: Promise<{ mandate: string }> }

const statuses: Record<string, number> = { SIGNED_OUT: 401, FORBIDDEN: 403, NOT_FOUND: 404 }

/**
 * Takes in the letter of a mandate: streamed to the storage, judged by its bytes, then named by `enterprise.keep-letter`.
 * Who may not is turned away before a byte is taken.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const asked = await headers()
  if (!isOwnOrigin(asked.get('origin'))) return new Response(null, { status: 403 })
  const [actor, { mandate: mandateId }] = await Promise.all([visitor(), params])
  if (!isSignedIn(actor)) return answer(asked, null, failure('SIGNED_OUT'))
  const mandate = await getLetterSubject(actor, mandateId)
  if (!mandate) return answer(asked, null, failure('NOT_FOUND'))
  if (!canKeepLetter(actor, mandate.enterprise)) return answer(asked, null, failure('FORBIDDEN'))

  const keep = async (input: unknown) => (await perform(keepLetter.definition, actor, input, callerOf(asked))).result
  const page = `/portal/enterprises/${mandate.enterprise.id}/people`
  try {
    return answer(asked, page, await take(request, mandateId, keep))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return answer(asked, page, failure(error.code, error.fields, error.params))
  }
}

/** Bytes that nothing names in the end do not stay: neither of a letter that was refused, nor of one that was replaced. */
async function take(request: Request, mandateId: string, keep: (input: unknown) => Promise<Result<Kept>>) {
  refuseTooLarge(request.headers, letterBytesMax)
  const { fileName, bytes } = await readUpload(request)
  const file = await receiveFile(bytes, { name: fileName, limitBytes: letterBytesMax }).catch(refuseAsLetter)
  let isNamed = false
  try {
    if (!letterTypes.includes(file.mediaType)) throw new Refusal('LETTER_TYPE_NOT_ALLOWED')
    const result = await keep({ mandateId, file })
    isNamed = result.ok
    if (result.ok && result.data.replacedKey) await storage.remove(result.data.replacedKey)
    return result
  } finally {
    if (!isNamed) await storage.remove(file.key)
  }
}

/** The general sentence names kinds of files that no letter is. */
function refuseAsLetter(error: unknown): never {
  const isOther = error instanceof Refusal && error.code === 'FILE_TYPE_NOT_ALLOWED'
  throw isOther ? new Refusal('LETTER_TYPE_NOT_ALLOWED') : error
}

/** A script reads what came of it; a form without script goes back to the page, which says it. */
function answer(asked: Pick<Headers, 'get'>, page: string | null, result: Result<unknown>): Response {
  const status = result.ok ? 200 : (statuses[result.code] ?? 422)
  if (asked.get('accept')?.includes('application/json'))
    return Response.json(result.ok ? { ok: true, data: null } : result, { status })
  if (!page) return new Response(null, { status })
  const said = result.ok ? '?done=letter' : `?problem=${result.code}`
  return new Response(null, { status: 303, headers: { Location: `${publicUrl}${page}${said}` } })
}
