import { publicUrl } from '@/lib/core/env'
import type { Result } from '@/lib/core/result'

const statuses: Record<string, number> = { SIGNED_OUT: 401, FORBIDDEN: 403, NOT_FOUND: 404 }

/**
 * The page's script reads what came of an upload and keeps everything as it stands; a form without script goes back to
 * the page, which says it.
 */
export function answerUpload(asked: Pick<Headers, 'get'>, id: string, result: Result<unknown>): Response {
  if (asked.get('accept')?.includes('application/json'))
    return Response.json(result, { status: result.ok ? 200 : (statuses[result.code] ?? 422) })
  if (result.ok) return seeOther(`/portal/activities/${id}#files`)
  if (result.code === 'SIGNED_OUT') return seeOther(`/sign-in?next=${encodeURIComponent(`/portal/activities/${id}`)}`)
  if (statuses[result.code]) return new Response(null, { status: statuses[result.code] ?? 404 })
  return seeOther(`/portal/activities/${id}?problem=${result.code}#files`)
}

const seeOther = (path: string): Response =>
  new Response(null, { status: 303, headers: { Location: `${publicUrl}${path}` } })
