'use server'

import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import { copyYear as copy, undoYearCopy as undo } from './copy-mutations'
import { copyPlanSubject } from './copy-queries'
import * as mutations from './mutations'
import * as policy from './policy'
import * as schema from './schema'
import { yearCopySubject } from './undo-queries'
import { standingYearsSubject } from './year-queries'

const pages = ['/portal/alliances', '/portal/alliances/copy']

const desk = ({ input }: { input: { year: number } }) => ['/portal/alliances', `/portal/alliances/years/${input.year}`]

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

export const configureAllYears = defineAction({
  name: 'year.configure-all',
  input: schema.configureAllYearsInput,
  subject: standingYearsSubject,
  allow: policy.canConfigureAllYears,
  run: (tx, { actor, input, subject }) => mutations.configureAllYears(tx, subject, { rows: input.rows, actor }),
  refresh: desk,
})

export const startAllYears = defineAction({
  name: 'year.start-all',
  input: schema.startAllYearsInput,
  subject: standingYearsSubject,
  allow: policy.canStartAllYears,
  run: (tx, { actor, subject }) => mutations.startAllYears(tx, subject, { actor }),
  refresh: desk,
})
