'use server'

import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import { removeActivityFile as remove, restoreActivityFile as restore } from './file-mutations'
import { canRemoveActivityFile, canRestoreActivityFile } from './policy'
import { activityFileSubject, type ActivityFileSubject } from './queries'
import { activityFileInput } from './schema'

const facts = ({ activity, file }: ActivityFileSubject, isThere: boolean) => ({
  subjectType: 'activity',
  subjectId: activity.id,
  subjectLabel: activity.title,
  changes: { file: (isThere ? [null, file.fileName] : [file.fileName, null]) as [string | null, string | null] },
})

const refresh = ({ subject }: { subject: ActivityFileSubject }) => [`/portal/activities/${subject.activity.id}`]

export const removeActivityFile = defineAction({
  name: 'activity.remove-file',
  input: activityFileInput,
  subject: activityFileSubject,
  allow: (actor, file) => canRemoveActivityFile(actor, file.activity),
  run: async (tx, { subject }) => {
    const isNew = await remove(tx, subject.id, now())
    return { data: { id: subject.id }, record: isNew ? facts(subject, false) : null }
  },
  refresh,
})

export const restoreActivityFile = defineAction({
  name: 'activity.restore-file',
  input: activityFileInput,
  subject: activityFileSubject,
  allow: (actor, file) => canRestoreActivityFile(actor, file.activity),
  run: async (tx, { subject }) => {
    const isNew = await restore(tx, { id: subject.id, activityId: subject.activity.id })
    return { data: { id: subject.id }, record: isNew ? facts(subject, true) : null }
  },
  refresh,
})
