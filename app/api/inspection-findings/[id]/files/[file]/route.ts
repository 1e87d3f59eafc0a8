import { Readable } from 'node:stream'
import { visitor } from '@/lib/access/session'
import { downloadHeaders } from '@/lib/core/download'
import { storage } from '@/lib/core/storage'
import { getFindingFile } from '@/lib/inspections/file-queries'

type Context = { params: Promise<{ id: string; file: string }> }

/** One piece of evidence, to be saved and never shown, for whoever reads the finding. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id, file: fileId } = await params
  const file = await getFindingFile(await visitor(), id, fileId)
  if (!file) return new Response(null, { status: 404 })
  const bytes = Readable.toWeb(await storage.open(file.storageKey)) as ReadableStream
  return new Response(bytes, {
    headers: { ...downloadHeaders(file.fileName, file.mediaType), 'Content-Length': String(file.sizeBytes) },
  })
}
