'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn, type Actor } from '@/lib/access/actor'
import type { Changes } from '@/lib/access/audit'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import * as mutations from './mutations'
import * as policy from './policy'
import { certificateSubject, trainingSubject } from './queries'
import * as schema from './schema'

const personOf = (actor: Actor): string => {
  if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
  return actor.userId
}

const pagesOf = (id: string): string[] => [`/portal/activities/${id}`, `/portal/activities/${id}/certificates`]

export const issueCertificates = defineAction({
  name: 'certificate.issue',
  input: schema.issueCertificatesInput,
  subject: trainingSubject,
  allow: policy.canIssueCertificates,
  run: async (tx, { actor, input: { hours, months }, subject }) => {
    const issue = { hours, months, byId: personOf(actor), at: now() }
    const issued = await mutations.issueCertificates(tx, subject, issue)
    const changes: Changes = { certificates: [null, issued], hours: [null, hours], months: [null, months] }
    const facts = { subjectType: 'activity', subjectId: subject.id, subjectLabel: subject.title, changes }
    return { data: { issued }, record: issued > 0 ? facts : null }
  },
  refresh: ({ subject }) => pagesOf(subject.id),
})

export const revokeCertificate = defineAction({
  name: 'certificate.revoke',
  input: schema.revokeCertificateInput,
  subject: certificateSubject,
  allow: (actor, { activity }) => policy.canRevokeCertificate(actor, activity),
  run: async (tx, { actor, input: { reason }, subject }) => {
    const at = now()
    await mutations.revokeCertificate(tx, subject, { reason, byId: personOf(actor), at })
    return {
      data: { id: subject.id },
      record: {
        subjectType: 'activity',
        subjectId: subject.activity.id,
        subjectLabel: `${subject.activity.title} · ${subject.name} · ${subject.number}`,
        changes: { revokedAt: [null, at], reason: [null, reason] },
      },
    }
  },
  refresh: ({ subject }) => pagesOf(subject.activity.id),
})
