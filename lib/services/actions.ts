'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn } from '@/lib/access/actor'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import * as mutations from './mutations'
import { canConfirmService } from './policy'
import { servedSubject } from './queries'
import { confirmServiceInput } from './schema'

export const confirmService = defineAction({
  name: 'service.confirm',
  input: confirmServiceInput,
  subject: servedSubject,
  allow: canConfirmService,
  run: (tx, { actor, input, subject }) => {
    if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
    return mutations.confirmService(tx, subject, { remark: input.remark, userId: actor.userId, at: now() })
  },
  refresh: ({ subject }) => ['/portal/services', `/portal/activities/${subject.id}`],
})
