import { defineAction } from '@/lib/access/action'
import { isSignedIn } from '@/lib/access/actor'
import { attendedActivity } from '@/lib/attendance/subject-queries'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import * as mutations from './mutations'
import { canImportRoster } from './policy'
import { importRosterInput } from './schema'

/** Not a server action: its input is what the upload handler has read from the bytes, which no browser may say. */
export const importRoster = defineAction({
  name: 'attendance.import-list',
  input: importRosterInput,
  subject: attendedActivity,
  allow: canImportRoster,
  run: async (tx, { actor, input, subject }) => {
    if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
    const { id, isNew } = await mutations.importRoster(tx, subject, { ...input, byId: actor.userId, at: now() })
    const record = {
      subjectType: 'activity',
      subjectId: subject.id,
      subjectLabel: subject.title,
      changes: {
        file: [null, input.fileName] as [unknown, unknown],
        rows: [null, input.people.length] as [unknown, unknown],
      },
    }
    return { data: { id }, record: isNew ? record : null }
  },
  refresh: ({ subject }) => [`/portal/activities/${subject.id}/check-in/online`],
})
