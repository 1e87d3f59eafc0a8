import { headers } from 'next/headers'
import { answerUpload, takeUpload } from '@/app/api/uploads'
import { isSignedIn } from '@/lib/access/actor'
import { callerOf } from '@/lib/access/caller'
import { isOwnOrigin } from '@/lib/access/origin'
import { perform } from '@/lib/access/perform'
import { visitor } from '@/lib/access/session'
import { canAddAnnouncementFile } from '@/lib/announcements/policy'
import { getAnnouncement } from '@/lib/announcements/queries'
import { fileBytesMax } from '@/lib/announcements/rules'
import { addAnnouncementFile } from '@/lib/announcements/upload-actions'
import { failure, Refusal } from '@/lib/core/result'

type Context = { params: Promise<{ id: string }> }

/**
 * Takes in one file of an announcement: streamed to the storage, judged by its bytes, then named by `announcement.add-file`. Who
 * may not is turned away before a byte is taken, so that nobody else fills the storage.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const asked = await headers()
  if (!isOwnOrigin(asked.get('origin'))) return new Response(null, { status: 403 })
  const [actor, { id }] = await Promise.all([visitor(), params])
  const page = `/portal/announcements/${id}`
  if (!isSignedIn(actor)) return answerUpload(asked, page, failure('SIGNED_OUT'))
  const announcement = await getAnnouncement(actor, id)
  if (!announcement) return answerUpload(asked, page, failure('NOT_FOUND'))
  if (!canAddAnnouncementFile(actor, announcement)) return answerUpload(asked, page, failure('FORBIDDEN'))

  try {
    const result = await takeUpload(request, fileBytesMax, async (file) => {
      const input = { id, file }
      return (await perform(addAnnouncementFile.definition, actor, input, callerOf(asked))).result
    })
    return answerUpload(asked, page, result)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return answerUpload(asked, page, failure(error.code, error.fields, error.params))
  }
}
