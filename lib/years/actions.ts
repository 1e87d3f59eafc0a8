'use server'

import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import { copyYear as copy, undoYearCopy as undo } from './copy-mutations'
import { copyPlanSubject } from './copy-queries'
import * as policy from './policy'
import * as schema from './schema'
import { yearCopySubject } from './undo-queries'

const pages = ['/portal/alliances', '/portal/alliances/copy']

export const copyYear = defineAction({
  name: 'year.copy',
  input: schema.copyYearInput,
  subject: copyPlanSubject,
  allow: policy.canCopyYear,
  run: (tx, { actor, input, subject }) =>
    copy(tx, subject, { ...input, madeById: actor.userId ?? '', today: actor.today, at: now() }),
  refresh: () => pages,
})

export const undoYearCopy = defineAction({
  name: 'year.undo-copy',
  input: schema.undoYearCopyInput,
  subject: yearCopySubject,
  allow: policy.canUndoYearCopy,
  run: (tx, { actor, subject }) => undo(tx, subject, { by: actor.userId ?? '', at: now() }),
  refresh: () => pages,
})
