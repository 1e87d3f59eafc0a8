'use server'

import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import * as policy from './policy'
import * as proposals from './proposal-mutations'
import { proposalSubject, proposingEnterprise } from './proposal-queries'
import * as schema from './schema'

const dossier = (id: string) => [`/portal/enterprises/${id}`, `/portal/enterprises/${id}/propose`]

export const proposeCorrection = defineAction({
  name: 'enterprise.propose-correction',
  input: schema.proposeCorrectionInput,
  subject: proposingEnterprise,
  allow: policy.canProposeCorrection,
  run: (tx, { actor, input, subject }) =>
    proposals.proposeCorrection(tx, subject, input, { userId: actor.userId ?? '', at: now() }),
  refresh: ({ subject }) => dossier(subject.id),
})

export const withdrawProposal = defineAction({
  name: 'enterprise.withdraw-proposal',
  input: schema.withdrawProposalInput,
  subject: proposalSubject,
  allow: (actor, { enterprise }) => policy.canWithdrawProposal(actor, enterprise),
  run: (tx, { input, subject }) => proposals.withdrawProposal(tx, subject, input.version, now()),
  refresh: ({ subject }) => dossier(subject.enterprise.id),
})

export const decideProposal = defineAction({
  name: 'enterprise.decide-proposal',
  input: schema.decideProposalInput,
  subject: proposalSubject,
  allow: policy.canDecideProposal,
  run: (tx, { actor, input, subject }) => proposals.decideProposal(tx, actor, subject, input, now()),
  refresh: ({ subject }) => ['/portal/enterprises', '/portal/enterprises/proposals', ...dossier(subject.enterprise.id)],
})
