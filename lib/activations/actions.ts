'use server'

import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import * as activations from './mutations'
import * as policy from './policy'
import { issueSubject } from './queries'
import * as schema from './schema'

export const issueCode = defineAction({
  name: 'activation.issue',
  input: schema.issueCodeInput,
  subject: issueSubject,
  allow: policy.canIssueCode,
  run: (tx, { actor, input, subject }) => activations.issueCode(tx, subject, { actor, days: input.days, at: now() }),
  refresh: ({ subject }) => ['/portal/activations', `/portal/activations/${subject.id}`],
})
