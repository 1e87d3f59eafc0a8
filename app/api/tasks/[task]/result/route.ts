import { Readable } from 'node:stream'
import { visitor } from '@/lib/access/session'
import { downloadHeaders } from '@/lib/core/download'
import { isId } from '@/lib/core/id'
import { storage } from '@/lib/core/storage'
import { takeResult } from '@/lib/tasks/queries'

type Context = { params: Promise<{ task: string }> }

/** What came of one's own task, as a file; who fetched it is in the access log. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { task: id } = await params
  const file = isId(id) ? await takeResult(await visitor(), id) : null
  if (!file) return new Response(null, { status: 404 })
  const bytes = Readable.toWeb(await storage.open(file.storageKey)) as ReadableStream
  return new Response(bytes, {
    headers: { ...downloadHeaders(file.fileName, file.mediaType), 'Content-Length': String(file.sizeBytes) },
  })
}
