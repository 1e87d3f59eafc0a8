'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn } from '@/lib/access/actor'
import { noSubject } from '@/lib/access/perform'
import { now } from '@/lib/core/now'
import { markRead } from './mutations'
import { canMarkRead } from './policy'
import { markReadInput } from './schema'

/** Reading is nobody else's business: it leaves no line in the trail. */
export const markNotificationsRead = defineAction({
  name: 'notification.mark-read',
  input: markReadInput,
  subject: noSubject,
  allow: canMarkRead,
  run: async (tx, { actor, input }) => ({
    data: { count: isSignedIn(actor) ? await markRead(tx, actor.userId, input.ids, now()) : 0 },
    record: null,
  }),
  refresh: () => ['/portal/notifications'],
})
