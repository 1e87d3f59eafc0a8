'use server'

import { defineAction } from '@/lib/access/action'
import * as mutations from './mutations'
import * as policy from './policy'
import { phoneSubject } from './queries'
import * as schema from './schema'

export const unmaskPhone = defineAction({
  name: 'enterprise.unmask-phone',
  input: schema.unmaskPhoneInput,
  subject: phoneSubject,
  allow: policy.canUnmaskPhone,
  run: (tx, { actor, input, subject }) => mutations.unmaskPhone(tx, actor, subject, input.person),
})
