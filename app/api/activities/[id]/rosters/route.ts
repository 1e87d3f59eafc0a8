import { headers } from 'next/headers'
import { callerOf, type Caller } from '@/lib/access/caller'
import { isOwnOrigin } from '@/lib/access/origin'
import { perform } from '@/lib/access/perform'
import { visitor } from '@/lib/access/session'
import type { Actor } from '@/lib/access/actor'
import { publicUrl } from '@/lib/core/env'
import { readUpload, refuseTooLarge } from '@/lib/core/multipart'
import { Refusal } from '@/lib/core/result'
import { storage } from '@/lib/core/storage'
import { receiveFile } from '@/lib/core/upload'
import { readRoster } from '@/lib/rosters/documents'
import { getRosters } from '@/lib/rosters/queries'
import { rosterBytesMax, rosterFields } from '@/lib/rosters/rules'
import { importRoster } from '@/lib/rosters/upload-actions'

type Context = { params: Promise<{ id: string }> }
type Span = { id: string; startsAt: Date; endsAt: Date }

const seeOther = (path: string): Response =>
  new Response(null, { status: 303, headers: { Location: `${publicUrl}${path}` } })

/** Takes in the list of a meeting service and reads it; the file itself is not kept. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const asked = await headers()
  if (!isOwnOrigin(asked.get('origin'))) return new Response(null, { status: 403 })
  const [actor, { id }] = await Promise.all([visitor(), params])
  // Before a byte is taken in: nobody else fills the storage.
  const known = await getRosters(actor, id)
  if (!known) return new Response(null, { status: 404 })
  const page = `/portal/activities/${id}/check-in/online`
  try {
    const result = await receive(request, actor, known.activity, callerOf(asked))
    return seeOther(result.ok ? `${page}/${result.data.id}` : `${page}?problem=${result.code}`)
  } catch (error) {
    if (error instanceof Refusal) return seeOther(`${page}?problem=${error.code}`)
    throw error
  }
}

async function receive(request: Request, actor: Actor, activity: Span, caller: Caller) {
  refuseTooLarge(request.headers, rosterBytesMax)
  const upload = await readUpload(request)
  const file = await receiveFile(upload.bytes, { name: upload.fileName, limitBytes: rosterBytesMax })
  try {
    const named = Object.fromEntries(rosterFields.map((field) => [field, upload.fields.get(field)?.trim() ?? '']))
    const local = await storage.localPath(file.key)
    const read = await readRoster(local, { mediaType: file.mediaType, activity, named })
    const input = { activityId: activity.id, fileName: file.fileName, sha256: file.sha256, ...read }
    return (await perform(importRoster.definition, actor, input, caller)).result
  } finally {
    await storage.remove(file.key)
  }
}
