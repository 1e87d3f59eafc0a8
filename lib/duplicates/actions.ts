'use server'

import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import * as mutations from './mutations'
import { canJudgeDuplicates } from './policy'
import { distinctSubject, pairSubject } from './queries'
import * as schema from './schema'

const list = '/portal/enterprises/duplicates'

export const declareDistinct = defineAction({
  name: 'enterprise.declare-distinct',
  input: schema.declareDistinctInput,
  subject: pairSubject,
  allow: canJudgeDuplicates,
  run: (tx, { actor, input, subject }) =>
    mutations.declareDistinct(tx, subject, { reason: input.reason, userId: actor.userId ?? '', at: now() }),
  refresh: ({ subject }) => [list, `${list}/${subject.first.id}/${subject.second.id}`],
})

export const withdrawDistinct = defineAction({
  name: 'enterprise.withdraw-distinct',
  input: schema.withdrawDistinctInput,
  subject: distinctSubject,
  allow: canJudgeDuplicates,
  run: (tx, { subject }) => mutations.withdrawDistinct(tx, subject),
  refresh: ({ subject }) => [list, `${list}/${subject.first.id}/${subject.second.id}`],
})
