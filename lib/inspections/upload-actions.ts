import { defineAction } from '@/lib/access/action'
import { isSignedIn } from '@/lib/access/actor'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import { addFindingFile as add } from './file-mutations'
import { pointFacts } from './finding-mutations'
import { canAddFindingFile, sideOf } from './policy'
import { findingSubject } from './queries'
import { addFindingFileInput } from './schema'

/**
 * Not a server action (no `'use server'` above): its input names a key of the storage, which only the upload handler may
 * say. The handler performs this definition when the bytes have arrived and been judged. For which side the file is shown
 * follows from who brings it.
 */
export const addFindingFile = defineAction({
  name: 'inspection.add-file',
  input: addFindingFileInput,
  subject: findingSubject,
  allow: canAddFindingFile,
  run: async (tx, { actor, input, subject }) => {
    const side = sideOf(actor, subject.pair)
    if (!isSignedIn(actor) || side === null) throw new Refusal('SIGNED_OUT')
    const { file } = input
    const id = await add(tx, { findingId: subject.id, side, file, createdById: actor.userId, at: now() })
    return { data: { id }, record: pointFacts(subject.pair, subject.position + 1, { file: [null, file.fileName] }) }
  },
  refresh: ({ subject: { id, pair } }) => [`/portal/inspections/${pair.id}`, `/portal/inspections/${pair.id}/${id}`],
})
