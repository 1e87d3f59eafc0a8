import { defineAction } from '@/lib/access/action'
import { isSignedIn } from '@/lib/access/actor'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import { adviceFacts } from './advice-mutations'
import { addAdviceFile as add } from './file-mutations'
import { canAddAdviceFile } from './policy'
import { adviceSubject } from './queries'
import { addAdviceFileInput } from './schema'

/**
 * Not a server action (no `'use server'` above): its input names a key of the storage, which only the upload handler may
 * say. The handler performs this definition when the bytes have arrived and been judged.
 */
export const addAdviceFile = defineAction({
  name: 'guidance.add-file',
  input: addAdviceFileInput,
  subject: adviceSubject,
  allow: canAddAdviceFile,
  run: async (tx, { actor, input, subject }) => {
    if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
    const { file } = input
    const id = await add(tx, { adviceId: subject.id, file, createdById: actor.userId, at: now() })
    return { data: { id }, record: adviceFacts(subject, { file: [null, file.fileName] }) }
  },
  refresh: ({ subject: { id, request } }) => [
    `/portal/guidances/${request.id}`,
    `/portal/guidances/${request.id}/${id}`,
  ],
})
