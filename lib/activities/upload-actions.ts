import { defineAction } from '@/lib/access/action'
import { isSignedIn } from '@/lib/access/actor'
import type { Changes } from '@/lib/access/audit'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import { addActivityFile as add } from './file-mutations'
import { canAddActivityFile } from './policy'
import { activitySubject } from './queries'
import { addActivityFileInput } from './schema'

/**
 * Not a server action (no `'use server'` above): its input names a key of the storage, which only the upload handler may
 * say. The handler performs this definition when the bytes have arrived and been judged.
 */
export const addActivityFile = defineAction({
  name: 'activity.add-file',
  input: addActivityFileInput,
  subject: activitySubject,
  allow: canAddActivityFile,
  run: async (tx, { actor, input, subject }) => {
    if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
    const { file, kind } = input
    const id = await add(tx, { activityId: subject.id, kind, file, createdById: actor.userId, at: now() })
    const changes: Changes = { file: [null, file.fileName], fileKind: [null, kind] }
    return {
      data: { id },
      record: { subjectType: 'activity', subjectId: subject.id, subjectLabel: subject.title, changes },
    }
  },
  refresh: ({ subject }) => [`/portal/activities/${subject.id}`],
})
