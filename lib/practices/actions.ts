'use server'

import { defineAction } from '@/lib/access/action'
import { isMunicipal } from '@/lib/access/actor'
import { now } from '@/lib/core/now'
import { adoptPractice as adopt, endAdoption as end } from './adoption-mutations'
import { removePracticeFile as removeFile } from './file-mutations'
import * as practices from './mutations'
import * as policy from './policy'
import { byOf, byOfEnterprise, byOfMandate } from './by-policy'
import * as schema from './schema'
import * as subjects from './subject-queries'
import { withdrawPractice as withdraw } from './withdraw-mutations'

const pages = ['/portal/practices', '/practices']

export const startPractice = defineAction({
  name: 'practice.start',
  input: schema.startPracticeInput,
  subject: subjects.startSubject,
  allow: (actor, { allianceId }) => policy.canStartPractice(actor, allianceId),
  run: (tx, { actor, input, subject }) =>
    practices.startPractice(tx, subject, { title: input.title, by: byOf(actor, now()) }),
  refresh: () => pages,
})

export const savePractice = defineAction({
  name: 'practice.save',
  input: schema.savePracticeInput,
  subject: subjects.versionSubject,
  allow: (actor, { practice }) => policy.canSavePractice(actor, practice),
  run: (tx, { actor, input, subject }) => practices.savePractice(tx, subject, input, byOf(actor, now())),
})

export const revisePractice = defineAction({
  name: 'practice.revise',
  input: schema.practiceInput,
  subject: subjects.practiceSubject,
  allow: policy.canRevisePractice,
  run: (tx, { actor, subject }) => practices.revisePractice(tx, subject, byOf(actor, now())),
  refresh: () => pages,
})

export const consentToPractice = defineAction({
  name: 'practice.consent',
  input: schema.consentPracticeInput,
  subject: subjects.versionSubject,
  allow: (actor, { practice }) => policy.canConsentToPractice(actor, practice),
  run: (tx, { actor, input, subject }) => practices.consentToPractice(tx, subject, input, byOfMandate(actor, now())),
  refresh: () => pages,
})

export const recallPractice = defineAction({
  name: 'practice.recall',
  input: schema.versionInput,
  subject: subjects.versionSubject,
  allow: (actor, { practice }) => policy.canRecallPractice(actor, practice),
  run: (tx, { subject }) => practices.recallPractice(tx, subject),
  refresh: () => pages,
})

export const reviewPractice = defineAction({
  name: 'practice.review',
  input: schema.reviewPracticeInput,
  subject: subjects.versionSubject,
  allow: (actor, version) => policy.canReviewPractice(actor, version.practice, version),
  run: (tx, { actor, input, subject }) => practices.reviewPractice(tx, subject, input, byOf(actor, now())),
  refresh: () => pages,
})

export const makePracticePublic = defineAction({
  name: 'practice.make-public',
  input: schema.versionInput,
  subject: subjects.versionSubject,
  allow: policy.canMakePracticePublic,
  run: (tx, { actor, subject }) => practices.makePracticePublic(tx, subject, byOf(actor, now())),
  refresh: () => [...pages, '/'],
})

export const narrowPractice = defineAction({
  name: 'practice.narrow',
  input: schema.narrowPracticeInput,
  subject: subjects.practiceSubject,
  allow: policy.canNarrowPractice,
  run: (tx, { input, subject }) => practices.narrowPractice(tx, subject, input.shareClass),
  refresh: () => [...pages, '/'],
})

export const withdrawPractice = defineAction({
  name: 'practice.withdraw',
  input: schema.withdrawPracticeInput,
  subject: subjects.practiceSubject,
  allow: policy.canWithdrawPractice,
  run: (tx, { actor, input, subject }) =>
    withdraw(tx, subject, { reason: input.reason, isByBureau: isMunicipal(actor), by: byOf(actor, now()) }),
  refresh: () => [...pages, '/'],
})

export const adoptPractice = defineAction({
  name: 'practice.adopt',
  input: schema.adoptPracticeInput,
  subject: subjects.practiceSubject,
  allow: policy.canAdoptPractice,
  run: (tx, { actor, input, subject }) =>
    adopt(tx, subject, { outcome: input.outcome, by: byOfEnterprise(actor, now()) }),
  refresh: () => pages,
})

export const endAdoption = defineAction({
  name: 'practice.end-adoption',
  input: schema.practiceInput,
  subject: subjects.practiceSubject,
  allow: policy.canAdoptPractice,
  run: (tx, { actor, subject }) => end(tx, subject, byOfEnterprise(actor, now())),
  refresh: () => pages,
})

export const removePracticeFile = defineAction({
  name: 'practice.remove-file',
  input: schema.practiceFileInput,
  subject: subjects.practiceFileSubject,
  allow: (actor, { version }) => policy.canRemovePracticeFile(actor, version.practice),
  run: async (tx, { subject }) => {
    await removeFile(tx, subject)
    return {
      data: null,
      record: practices.practiceFacts(subject.version.practice, { files: [1, 0] }),
    }
  },
  refresh: () => pages,
})
