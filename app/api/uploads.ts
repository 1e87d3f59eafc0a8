import { readUpload, refuseTooLarge } from '@/lib/core/multipart'
import { publicUrl } from '@/lib/core/env'
import type { Result } from '@/lib/core/result'
import { storage } from '@/lib/core/storage'
import { receiveFile, type Received } from '@/lib/core/upload'

const statuses: Record<string, number> = { SIGNED_OUT: 401, FORBIDDEN: 403, NOT_FOUND: 404 }

/**
 * The page's script reads what came of an upload and keeps everything as it stands; a form without script goes back to
 * the page, which says it.
 */
export function answerUpload(asked: Pick<Headers, 'get'>, page: string, result: Result<unknown>): Response {
  if (asked.get('accept')?.includes('application/json'))
    return Response.json(result, { status: result.ok ? 200 : (statuses[result.code] ?? 422) })
  if (result.ok) return seeOther(`${page}#files`)
  if (result.code === 'SIGNED_OUT') return seeOther(`/sign-in?next=${encodeURIComponent(page)}`)
  if (statuses[result.code]) return new Response(null, { status: statuses[result.code] ?? 404 })
  return seeOther(`${page}?problem=${result.code}#files`)
}

const seeOther = (path: string): Response =>
  new Response(null, { status: 303, headers: { Location: `${publicUrl}${path}` } })

/** Streams one file to the storage and hands it to `add`; bytes that nothing names in the end do not stay. */
export async function takeUpload<Data>(
  request: Request,
  limitBytes: number,
  add: (file: Received, fields: ReadonlyMap<string, string>) => Promise<Result<Data>>,
): Promise<Result<Data>> {
  refuseTooLarge(request.headers, limitBytes)
  const { fileName, bytes, fields } = await readUpload(request)
  const file = await receiveFile(bytes, { name: fileName, limitBytes })
  let isNamed = false
  try {
    const result = await add(file, fields)
    isNamed = result.ok
    return result
  } finally {
    if (!isNamed) await storage.remove(file.key)
  }
}
