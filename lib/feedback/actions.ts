'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn } from '@/lib/access/actor'
import { Refusal } from '@/lib/core/result'
import * as mutations from './mutations'
import * as policy from './policy'
import { judgedActivity } from './queries'
import * as schema from './schema'

export const giveFeedback = defineAction({
  name: 'feedback.give',
  input: schema.giveFeedbackInput,
  subject: judgedActivity,
  allow: policy.canGiveFeedback,
  run: (tx, { actor, input: { activityId: _, ...fields }, subject }) => {
    if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
    return mutations.giveFeedback(tx, subject, { ...fields, userId: actor.userId })
  },
  refresh: ({ subject }) => [`/portal/activities/${subject.id}`],
})
