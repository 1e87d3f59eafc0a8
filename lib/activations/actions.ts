'use server'

import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import * as activations from './mutations'
import * as policy from './policy'
import { issuableSubject, issueSubject } from './queries'
import * as schema from './schema'

export const issueCode = defineAction({
  name: 'activation.issue',
  input: schema.issueCodeInput,
  subject: issueSubject,
  allow: policy.canIssueCode,
  run: (tx, { actor, input, subject }) => activations.issueCode(tx, subject, { actor, days: input.days, at: now() }),
  refresh: ({ subject }) => ['/portal/activations', `/portal/activations/${subject.id}`],
})

export const issueCodes = defineAction({
  name: 'activation.issue-many',
  input: schema.issueCodesInput,
  subject: issuableSubject,
  allow: policy.canIssueCodes,
  run: (tx, { actor, input, subject }) => activations.askForCodes(tx, actor, subject, input),
  refresh: () => ['/portal/activations', '/portal/tasks'],
})
