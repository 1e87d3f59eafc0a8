import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import { byOf } from './by-policy'
import { addPracticeFile as add } from './file-mutations'
import { practiceFacts } from './mutations'
import { canAddPracticeFile } from './policy'
import { addPracticeFileInput } from './schema'
import { versionSubject } from './subject-queries'

/** Not a server action: its input names a key of the storage, which only the upload handler may say. */
export const addPracticeFile = defineAction({
  name: 'practice.add-file',
  input: addPracticeFileInput,
  subject: versionSubject,
  allow: (actor, { practice }) => canAddPracticeFile(actor, practice),
  run: async (tx, { actor, input, subject }) => {
    const id = await add(tx, subject, { file: input.file, by: byOf(actor, now()) })
    return { data: { id }, record: practiceFacts(subject.practice, { files: [0, 1] }) }
  },
  refresh: () => ['/portal/practices'],
})
