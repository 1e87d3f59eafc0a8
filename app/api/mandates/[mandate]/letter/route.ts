import { Readable } from 'node:stream'
import { visitor } from '@/lib/access/session'
import { downloadHeaders } from '@/lib/core/download'
import { storage } from '@/lib/core/storage'
import { getLetter } from '@/lib/enterprises/letter-queries'

type Context = { params: Promise<{ mandate: string }> }

/** The letter of a mandate, to be saved and never shown, for whoever may read it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const letter = await getLetter(await visitor(), (await params).mandate)
  if (!letter) return new Response(null, { status: 404 })
  const bytes = Readable.toWeb(await storage.open(letter.storageKey)) as ReadableStream
  return new Response(bytes, {
    headers: { ...downloadHeaders(letter.fileName, letter.mediaType), 'Content-Length': String(letter.sizeBytes) },
  })
}
