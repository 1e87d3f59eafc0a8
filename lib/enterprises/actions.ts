'use server'

import { defineAction } from '@/lib/access/action'
import { correctEnterprise as correct } from './correction-mutations'
import { enterpriseSubject } from './correction-queries'
import * as mutations from './mutations'
import * as policy from './policy'
import { phoneSubject } from './queries'
import * as schema from './schema'

export const correctEnterprise = defineAction({
  name: 'enterprise.correct',
  input: schema.correctEnterpriseInput,
  subject: enterpriseSubject,
  allow: policy.canCorrectEnterprise,
  run: (tx, { input, subject }) => correct(tx, subject, input),
  refresh: ({ subject }) => ['/portal/enterprises', `/portal/enterprises/${subject.id}`],
})

export const unmaskPhone = defineAction({
  name: 'enterprise.unmask-phone',
  input: schema.unmaskPhoneInput,
  subject: phoneSubject,
  allow: policy.canUnmaskPhone,
  run: (tx, { actor, input, subject }) => mutations.unmaskPhone(tx, actor, subject, input.person),
})
