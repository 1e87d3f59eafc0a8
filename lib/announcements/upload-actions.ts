import { defineAction } from '@/lib/access/action'
import { isSignedIn } from '@/lib/access/actor'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import { addAnnouncementFile as add } from './file-mutations'
import { announcementFacts, pageOf } from './mutations'
import { canAddAnnouncementFile } from './policy'
import { addAnnouncementFileInput } from './schema'
import { announcementSubject } from './subject-queries'

/**
 * Not a server action (no `'use server'` above): its input names a key of the storage, which only the upload handler may
 * say. The handler performs this definition when the bytes have arrived and been judged.
 */
export const addAnnouncementFile = defineAction({
  name: 'announcement.add-file',
  input: addAnnouncementFileInput,
  subject: announcementSubject,
  allow: canAddAnnouncementFile,
  run: async (tx, { actor, input, subject }) => {
    if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
    const { file } = input
    const id = await add(tx, { announcementId: subject.id, file, createdById: actor.userId, at: now() })
    return { data: { id }, record: announcementFacts(subject, { file: [null, file.fileName] }) }
  },
  refresh: ({ subject }) => [pageOf(subject.id)],
})
