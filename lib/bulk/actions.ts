'use server'

import { defineAction } from '@/lib/access/action'
import * as mutations from './mutations'
import * as policy from './policy'
import { bulkSubject } from './queries'
import * as schema from './schema'

export const startBulk = defineAction({
  name: 'enterprise.start-bulk-change',
  input: schema.startBulkInput,
  subject: bulkSubject,
  allow: policy.canWorkInBulk,
  run: (tx, { actor, input, subject }) => mutations.startBulk(tx, actor, { ...input, alliance: subject.alliance }),
  refresh: () => ['/portal/tasks'],
})
