import { headers } from 'next/headers'
import { callerOf } from '@/lib/access/caller'
import { isOwnOrigin } from '@/lib/access/origin'
import { perform } from '@/lib/access/perform'
import { visitor } from '@/lib/access/session'
import { examineWorkbook, uploadBytesMax } from '@/lib/imports/documents'
import { canUploadWorkbook } from '@/lib/imports/policy'
import { uploadWorkbook } from '@/lib/imports/upload-actions'
import { publicUrl } from '@/lib/core/env'
import { readUpload, refuseTooLarge } from '@/lib/core/multipart'
import { Refusal } from '@/lib/core/result'
import { storage, type Stored } from '@/lib/core/storage'
import { cleanFileName } from '@/lib/core/upload'

const page = '/portal/enterprises/imports'

const seeOther = (path: string): Response =>
  new Response(null, { status: 303, headers: { Location: `${publicUrl}${path}` } })

/** Streams a bureau's workbook into the storage, judges it by its bytes, and asks the worker to check it. */
export async function POST(request: Request): Promise<Response> {
  const asked = await headers()
  if (!isOwnOrigin(asked.get('origin'))) return new Response(null, { status: 403 })
  const actor = await visitor()
  // Before a byte is taken in: nobody else fills the storage.
  if (!canUploadWorkbook(actor)) return new Response(null, { status: 404 })
  try {
    const { fileName, stored } = await receive(request)
    const { result } = await perform(uploadWorkbook.definition, actor, { fileName, stored }, callerOf(asked))
    if (result.ok) return seeOther(`${page}/${result.data.id}`)
    await storage.remove(stored.key)
    return seeOther(`${page}?problem=${result.code}`)
  } catch (error) {
    if (error instanceof Refusal) return seeOther(`${page}?problem=${error.code}`)
    throw error
  }
}

async function receive(request: Request): Promise<{ fileName: string; stored: Stored }> {
  refuseTooLarge(request.headers, uploadBytesMax)
  const upload = await readUpload(request)
  const stored = await storage.put(upload.bytes, uploadBytesMax)
  try {
    await examineWorkbook(await storage.localPath(stored.key))
    return { fileName: cleanFileName(upload.fileName) || '台账.xlsx', stored }
  } catch (error) {
    await storage.remove(stored.key)
    throw error
  }
}
