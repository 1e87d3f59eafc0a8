'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn } from '@/lib/access/actor'
import { noSubject } from '@/lib/access/perform'
import { Refusal } from '@/lib/core/result'
import * as mutations from './mutations'
import * as policy from './policy'
import { expertSubject, type ExpertSubject } from './queries'
import * as schema from './schema'

const list = '/portal/experts'
const refresh = ({ subject }: { subject: ExpertSubject }): string[] => [list, `${list}/${subject.id}`]

export const registerExpert = defineAction({
  name: 'expert.register',
  input: schema.registerExpertInput,
  subject: noSubject,
  allow: policy.canRegisterExpert,
  run: (tx, { actor, input }) => {
    if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
    return mutations.registerExpert(tx, { ...input, createdById: actor.userId })
  },
  refresh: () => [list],
})

export const reviseExpert = defineAction({
  name: 'expert.revise',
  input: schema.reviseExpertInput,
  subject: expertSubject,
  allow: policy.canReviseExpert,
  run: (tx, { input: { expertId: _, ...fields }, subject }) => mutations.reviseExpert(tx, subject, fields),
  refresh,
})

export const retireExpert = defineAction({
  name: 'expert.retire',
  input: schema.expertInput,
  subject: expertSubject,
  allow: policy.canRetireExpert,
  run: (tx, { subject }) => mutations.retireExpert(tx, subject),
  refresh,
})

export const reinstateExpert = defineAction({
  name: 'expert.reinstate',
  input: schema.expertInput,
  subject: expertSubject,
  allow: policy.canReinstateExpert,
  run: (tx, { subject }) => mutations.reinstateExpert(tx, subject),
  refresh,
})

export const unmaskExpertPhone = defineAction({
  name: 'expert.unmask-phone',
  input: schema.expertInput,
  subject: expertSubject,
  allow: policy.canUnmaskExpertPhone,
  run: (tx, { actor, subject }) => mutations.unmaskExpertPhone(tx, actor, subject),
})
