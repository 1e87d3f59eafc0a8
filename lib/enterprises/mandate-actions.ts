'use server'

import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import * as mandates from './mandate-mutations'
import { mandateSubject, mandatingEnterprise } from './mandate-queries'
import * as policy from './policy'
import * as schema from './schema'

const pages = (enterpriseId: string) => [
  `/portal/enterprises/${enterpriseId}`,
  `/portal/enterprises/${enterpriseId}/people`,
]

export const grantMandate = defineAction({
  name: 'enterprise.grant-mandate',
  input: schema.grantMandateInput,
  subject: mandatingEnterprise,
  allow: policy.canGrantMandate,
  run: (tx, { actor, input, subject }) => mandates.grantMandate(tx, actor, subject, input, now()),
  refresh: ({ subject }) => pages(subject.id),
})

export const endMandate = defineAction({
  name: 'enterprise.end-mandate',
  input: schema.mandateInput,
  subject: mandateSubject,
  allow: (actor, { enterprise }) => policy.canEndMandate(actor, enterprise),
  run: (tx, { actor, subject }) => mandates.endMandate(tx, subject, actor.today),
  refresh: ({ subject }) => pages(subject.enterprise.id),
})
