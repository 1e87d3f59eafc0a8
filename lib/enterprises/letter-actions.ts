import { defineAction } from '@/lib/access/action'
import { isSignedIn } from '@/lib/access/actor'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import { keepLetter as keep } from './letter-mutations'
import { letterSubject } from './letter-queries'
import { canKeepLetter } from './policy'
import { keepLetterInput } from './schema'

/**
 * Not a server action (no `'use server'` above): its input names a key of the storage, which only the upload handler may
 * say. The handler performs this definition when the bytes have arrived and been judged.
 */
export const keepLetter = defineAction({
  name: 'enterprise.keep-letter',
  input: keepLetterInput,
  subject: letterSubject,
  allow: (actor, { enterprise }) => canKeepLetter(actor, enterprise),
  run: async (tx, { actor, input, subject }) => {
    if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
    return keep(tx, subject, input.file, { createdById: actor.userId, at: now() })
  },
  refresh: ({ subject: { enterprise } }) => [
    `/portal/enterprises/${enterprise.id}`,
    `/portal/enterprises/${enterprise.id}/people`,
  ],
})
