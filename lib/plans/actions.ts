'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn, type Actor } from '@/lib/access/actor'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import * as mutations from './mutations'
import * as policy from './policy'
import { copySubject, seriesSubject } from './preview-queries'
import * as schema from './schema'

const writerOf = (actor: Actor): { createdById: string; at: Date } => {
  if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
  return { createdById: actor.userId, at: now() }
}

const refresh = ({ subject }: { subject: { alliance: { slug: string } } }): string[] => [
  '/portal/activities',
  ...['plan', 'activities'].map((part) => `/portal/alliances/${subject.alliance.slug}/${part}`),
]

export const createSeries = defineAction({
  name: 'plan.create-series',
  input: schema.createSeriesInput,
  subject: seriesSubject,
  allow: (actor, { alliance }) => policy.canCreateSeries(actor, alliance),
  run: (tx, { actor, input, subject }) => mutations.createSeries(tx, subject, { ...input, ...writerOf(actor) }),
  refresh,
})

export const copyDates = defineAction({
  name: 'plan.copy-dates',
  input: schema.copyDatesInput,
  subject: copySubject,
  allow: (actor, { alliance }) => policy.canCopyDates(actor, alliance),
  run: (tx, { actor, input, subject }) => mutations.copyDates(tx, subject, { ...input, ...writerOf(actor) }),
  refresh,
})
