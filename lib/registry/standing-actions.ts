'use server'

import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import { canCloseEnterprise } from '@/lib/enterprises/policy'
import * as policy from './policy'
import * as schema from './schema'
import * as standing from './standing-mutations'
import { standingSubject } from './standing-queries'

const pages = (id: string) => ['/portal/enterprises', `/portal/enterprises/${id}`, `/portal/enterprises/${id}/standing`]

export const closeEnterprise = defineAction({
  name: 'enterprise.close',
  input: schema.closeEnterpriseInput,
  subject: standingSubject,
  allow: canCloseEnterprise,
  run: (tx, { actor, input, subject }) => standing.closeEnterprise(tx, actor, subject, input, now()),
  refresh: ({ subject }) => pages(subject.id),
})

export const reopenEnterprise = defineAction({
  name: 'enterprise.reopen',
  input: schema.reopenEnterpriseInput,
  subject: standingSubject,
  allow: policy.canReopenEnterprise,
  run: (tx, { actor, input, subject }) =>
    standing.reopenEnterprise(tx, subject, input, { today: actor.today, at: now() }),
  refresh: ({ subject }) => pages(subject.id),
})

export const moveEnterprise = defineAction({
  name: 'enterprise.move',
  input: schema.moveEnterpriseInput,
  subject: standingSubject,
  allow: policy.canMoveEnterprise,
  run: (tx, { actor, input, subject }) =>
    standing.moveEnterprise(tx, subject, input, { today: actor.today, at: now() }),
  refresh: ({ subject }) => pages(subject.id),
})
