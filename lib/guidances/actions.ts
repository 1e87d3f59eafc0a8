'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn, type Actor } from '@/lib/access/actor'
import type { Changes } from '@/lib/access/audit'
import type { Day } from '@/lib/core/clock'
import { Refusal } from '@/lib/core/result'
import * as advice from './advice-mutations'
import { adviceFacts } from './advice-mutations'
import * as mutations from './mutations'
import { guidanceFacts } from './mutations'
import * as policy from './policy'
import { adviceSubject, guidanceSubject, requesterSubject, type AdviceSubject, type GuidanceSubject } from './queries'
import * as schema from './schema'
import { urgeGuidance as urge } from './urge-mutations'

const pagesOf = (id: string): string[] => ['/portal', '/portal/guidances', `/portal/guidances/${id}`]

const refresh = ({ subject }: { subject: GuidanceSubject }): string[] => pagesOf(subject.id)
const refreshAdvice = ({ subject }: { subject: AdviceSubject }): string[] => pagesOf(subject.request.id)

const writerOf = (actor: Actor): { userId: string; today: Day } => {
  if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
  return { userId: actor.userId, today: actor.today }
}

export const requestGuidance = defineAction({
  name: 'guidance.request',
  input: schema.requestGuidanceInput,
  subject: requesterSubject,
  allow: policy.canRequestGuidance,
  run: async (tx, { actor, input, subject }) => {
    const { id, isNew } = await mutations.requestGuidance(tx, subject.id, { ...input, ...writerOf(actor) })
    const asked = { id, enterprise: subject }
    return { data: { id }, record: isNew ? guidanceFacts(asked, { state: [null, 'REQUESTED'] }) : null }
  },
  refresh: ({ data }) => pagesOf(data.id),
})

export const approveGuidance = defineAction({
  name: 'guidance.approve',
  input: schema.approveGuidanceInput,
  subject: guidanceSubject,
  allow: policy.canApproveGuidance,
  run: async (tx, { actor, input, subject }) => {
    const changes = await mutations.approveGuidance(tx, subject, { ...input, ...writerOf(actor) })
    return { data: null, record: guidanceFacts(subject, changes) }
  },
  refresh,
})

export const refuseGuidance = defineAction({
  name: 'guidance.refuse',
  input: schema.endGuidanceInput,
  subject: guidanceSubject,
  allow: policy.canRefuseGuidance,
  run: async (tx, { actor, input, subject }) => {
    await mutations.refuseGuidance(tx, subject, { ...input, ...writerOf(actor) })
    return {
      data: null,
      record: guidanceFacts(subject, { state: [subject.state, 'REFUSED'], reason: [null, input.reason] }),
    }
  },
  refresh,
})

export const withdrawGuidance = defineAction({
  name: 'guidance.withdraw',
  input: schema.endGuidanceInput,
  subject: guidanceSubject,
  allow: policy.canWithdrawGuidance,
  run: async (tx, { actor, input, subject }) => {
    await mutations.withdrawGuidance(tx, subject, { ...input, ...writerOf(actor) })
    return {
      data: null,
      record: guidanceFacts(subject, { state: [subject.state, 'WITHDRAWN'], reason: [null, input.reason] }),
    }
  },
  refresh,
})

export const arrangeGuidance = defineAction({
  name: 'guidance.arrange',
  input: schema.arrangeGuidanceInput,
  subject: guidanceSubject,
  allow: policy.canArrangeGuidance,
  run: async (tx, { input, subject }) => ({
    data: null,
    record: guidanceFacts(subject, await mutations.arrangeGuidance(tx, subject, input)),
  }),
  refresh,
})

export const advise = defineAction({
  name: 'guidance.advise',
  input: schema.adviseInput,
  subject: guidanceSubject,
  allow: policy.canAdvise,
  run: async (tx, { actor, input, subject }) => {
    await mutations.advise(tx, subject, { ...input, ...writerOf(actor) })
    const changes: Changes = { state: [subject.state, 'ADVISED'], points: [null, input.points.length] }
    return { data: null, record: guidanceFacts(subject, changes) }
  },
  refresh,
})

export const urgeGuidance = defineAction({
  name: 'guidance.urge',
  input: schema.urgeGuidanceInput,
  subject: guidanceSubject,
  allow: policy.canUrgeGuidance,
  run: async (tx, { actor, subject }) => {
    const urged = await urge(tx, subject, writerOf(actor))
    return { data: { urged }, record: guidanceFacts(subject, { urged: [null, urged] }) }
  },
  refresh,
})

export const answerAdvice = defineAction({
  name: 'guidance.answer-advice',
  input: schema.answerAdviceInput,
  subject: adviceSubject,
  allow: policy.canAnswerAdvice,
  run: async (tx, { actor, input, subject }) => {
    const changes = await advice.answerAdvice(tx, subject, { ...input, ...writerOf(actor) })
    return { data: null, record: adviceFacts(subject, changes) }
  },
  refresh: refreshAdvice,
})

export const verifyAdvice = defineAction({
  name: 'guidance.verify-advice',
  input: schema.verifyAdviceInput,
  subject: adviceSubject,
  allow: policy.canVerifyAdvice,
  run: async (tx, { actor, input, subject }) => {
    const changes = await advice.verifyAdvice(tx, subject, { ...input, ...writerOf(actor) })
    return { data: null, record: adviceFacts(subject, changes) }
  },
  refresh: refreshAdvice,
})

export const returnAdvice = defineAction({
  name: 'guidance.return-advice',
  input: schema.returnAdviceInput,
  subject: adviceSubject,
  allow: policy.canReturnAdvice,
  run: async (tx, { actor, input, subject }) => {
    const changes = await advice.returnAdvice(tx, subject, { ...input, ...writerOf(actor) })
    return { data: null, record: adviceFacts(subject, changes) }
  },
  refresh: refreshAdvice,
})
