'use server'

import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import * as mutations from './merge-mutations'
import { mergeSubject, undoSubject } from './merge-queries'
import { canJudgeDuplicates } from './policy'
import * as schema from './schema'

const pages = (ids: string[]) => [
  '/portal/enterprises',
  '/portal/enterprises/duplicates',
  ...ids.map((id) => `/portal/enterprises/${id}`),
]

export const mergeEnterprises = defineAction({
  name: 'enterprise.merge',
  input: schema.mergeEnterprisesInput,
  subject: mergeSubject,
  allow: canJudgeDuplicates,
  run: (tx, { actor, input, subject }) =>
    mutations.mergeEnterprises(tx, actor, subject, input, { today: actor.today, at: now() }),
  refresh: ({ subject }) => pages([subject.kept.id, subject.gone.id]),
})

export const undoMerge = defineAction({
  name: 'enterprise.undo-merge',
  input: schema.undoMergeInput,
  subject: undoSubject,
  allow: canJudgeDuplicates,
  run: (tx, { actor, subject }) => mutations.undoMerge(tx, actor, subject, { userId: actor.userId ?? '', at: now() }),
  refresh: ({ subject }) => pages([subject.keptId, subject.goneId]),
})
