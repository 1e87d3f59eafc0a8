import { isReady } from '@/lib/core/health'

/** Whether people may be sent here: the database is migrated as far as this version needs, and jobs can be taken on. */
export async function GET(): Promise<Response> {
  const ready = await isReady()
  return Response.json(
    { status: ready ? 'ok' : 'unavailable' },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
