'use server'

import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import { removeAnnouncementFile as remove, restoreAnnouncementFile as restore } from './file-mutations'
import { announcementFacts, pageOf } from './mutations'
import { canRemoveAnnouncementFile } from './policy'
import { announcementFileInput } from './schema'
import { announcementFileSubject, type AnnouncementFileSubject } from './subject-queries'

const facts = ({ announcement, file }: AnnouncementFileSubject, isThere: boolean) =>
  announcementFacts(announcement, { file: isThere ? [null, file.fileName] : [file.fileName, null] })

const refresh = ({ subject }: { subject: AnnouncementFileSubject }) => [pageOf(subject.announcement.id)]

export const removeAnnouncementFile = defineAction({
  name: 'announcement.remove-file',
  input: announcementFileInput,
  subject: announcementFileSubject,
  allow: (actor, { announcement }) => canRemoveAnnouncementFile(actor, announcement),
  run: async (tx, { subject }) => {
    const isNew = await remove(tx, subject.id, now())
    return { data: { id: subject.id }, record: isNew ? facts(subject, false) : null }
  },
  refresh,
})

export const restoreAnnouncementFile = defineAction({
  name: 'announcement.restore-file',
  input: announcementFileInput,
  subject: announcementFileSubject,
  allow: (actor, { announcement }) => canRemoveAnnouncementFile(actor, announcement),
  run: async (tx, { subject }) => {
    const isNew = await restore(tx, { id: subject.id, announcementId: subject.announcement.id })
    return { data: { id: subject.id }, record: isNew ? facts(subject, true) : null }
  },
  refresh,
})
