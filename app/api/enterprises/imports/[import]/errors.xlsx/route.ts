import { Readable } from 'node:stream'
import { visitor } from '@/lib/access/session'
import { downloadHeaders } from '@/lib/core/download'
import { isId } from '@/lib/core/id'
import { storage } from '@/lib/core/storage'
import { getErrorFile } from '@/lib/imports/queries'

type Context = { params: Promise<{ import: string }> }

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The uploaded workbook with its wrong cells marked. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { import: id } = await params
  const file = isId(id) ? await getErrorFile(await visitor(), id) : null
  if (!file) return new Response(null, { status: 404 })
  const bytes = Readable.toWeb(await storage.open(file.storageKey)) as ReadableStream
  return new Response(bytes, {
    headers: { ...downloadHeaders(file.fileName, spreadsheet), 'Content-Length': String(file.sizeBytes) },
  })
}
