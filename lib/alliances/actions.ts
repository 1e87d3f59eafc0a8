'use server'

import { defineAction } from '@/lib/access/action'
import { noSubject } from '@/lib/access/perform'
import * as insurers from './insurer-mutations'
import * as leads from './lead-mutations'
import * as members from './membership-mutations'
import * as years from './mutations'
import * as policy from './policy'
import * as schema from './schema'
import {
  allianceSubject,
  allianceYearSubject,
  insurerAppointmentSubject,
  membershipSubject,
  type AllianceSubject,
} from './subject-queries'

const pages = ({ slug }: AllianceSubject) => ['/portal/alliances', `/portal/alliances/${slug}`]

export const openAllianceYears = defineAction({
  name: 'alliance.open-years',
  input: schema.openAllianceYearsInput,
  subject: noSubject,
  allow: policy.canOpenAllianceYears,
  run: (tx, { actor, input }) => years.openAllianceYears(tx, { year: input.year, today: actor.today }),
  refresh: ({ input }) => ['/portal/alliances', `/portal/alliances/years/${input.year}`],
})

export const configureAllianceYear = defineAction({
  name: 'alliance.configure-year',
  input: schema.configureAllianceYearInput,
  subject: allianceYearSubject,
  allow: (actor, { alliance }) => policy.canConfigureAllianceYear(actor, alliance),
  run: (tx, { input, subject }) => years.configureAllianceYear(tx, subject, input),
  refresh: ({ subject }) => pages(subject.alliance),
})

export const startAllianceYear = defineAction({
  name: 'alliance.start-year',
  input: schema.moveAllianceYearInput,
  subject: allianceYearSubject,
  allow: (actor, { alliance }) => policy.canStartAllianceYear(actor, alliance),
  run: (tx, { subject }) => years.startAllianceYear(tx, subject),
  refresh: ({ subject }) => pages(subject.alliance),
})

export const closeAllianceYear = defineAction({
  name: 'alliance.close-year',
  input: schema.moveAllianceYearInput,
  subject: allianceYearSubject,
  allow: (actor, { alliance }) => policy.canCloseAllianceYear(actor, alliance),
  run: (tx, { subject }) => years.closeAllianceYear(tx, subject),
  refresh: ({ subject }) => pages(subject.alliance),
})

export const admitMember = defineAction({
  name: 'alliance.admit-member',
  input: schema.admitMemberInput,
  subject: allianceSubject,
  allow: policy.canAdmitMember,
  run: (tx, { input, subject }) => members.admitMember(tx, subject, input),
  refresh: ({ subject }) => pages(subject),
})

export const releaseMember = defineAction({
  name: 'alliance.release-member',
  input: schema.releaseMemberInput,
  subject: membershipSubject,
  allow: (actor, { alliance }) => policy.canReleaseMember(actor, alliance),
  run: (tx, { input, subject }) => members.releaseMember(tx, subject, input),
  refresh: ({ subject }) => pages(subject.alliance),
})

export const reinstateMember = defineAction({
  name: 'alliance.reinstate-member',
  input: schema.reinstateMemberInput,
  subject: membershipSubject,
  allow: (actor, { alliance }) => policy.canReinstateMember(actor, alliance),
  run: (tx, { subject }) => members.reinstateMember(tx, subject),
  refresh: ({ subject }) => pages(subject.alliance),
})

export const transferMember = defineAction({
  name: 'alliance.transfer-member',
  input: schema.transferMemberInput,
  subject: membershipSubject,
  allow: (actor, { alliance }) => policy.canTransferMember(actor, alliance),
  run: (tx, { input, subject }) => members.transferMember(tx, subject, input),
  refresh: ({ subject }) => pages(subject.alliance),
})

export const appointLead = defineAction({
  name: 'alliance.appoint-lead',
  input: schema.appointLeadInput,
  subject: allianceSubject,
  allow: policy.canAppointLead,
  run: (tx, { actor, input, subject }) =>
    leads.appointLead(tx, subject, { ...input, decidedById: actor.userId ?? '', decidedOn: actor.today }),
  refresh: ({ subject }) => pages(subject),
})

export const endLead = defineAction({
  name: 'alliance.end-lead',
  input: schema.endLeadInput,
  subject: membershipSubject,
  allow: (actor, { alliance }) => policy.canEndLead(actor, alliance),
  run: (tx, { input, subject }) => leads.endLead(tx, subject, input),
  refresh: ({ subject }) => pages(subject.alliance),
})

export const appointInsurer = defineAction({
  name: 'alliance.appoint-insurer',
  input: schema.appointInsurerInput,
  subject: allianceSubject,
  allow: policy.canAppointInsurer,
  run: (tx, { input, subject }) => insurers.appointInsurer(tx, subject, input),
  refresh: ({ subject }) => pages(subject),
})

export const handOverCoordination = defineAction({
  name: 'alliance.hand-over-coordination',
  input: schema.handOverCoordinationInput,
  subject: insurerAppointmentSubject,
  allow: (actor, { alliance }) => policy.canHandOverCoordination(actor, alliance),
  run: (tx, { input, subject }) => insurers.handOverCoordination(tx, subject, input),
  refresh: ({ subject }) => pages(subject.alliance),
})

export const endInsurerAppointment = defineAction({
  name: 'alliance.end-insurer-appointment',
  input: schema.endInsurerAppointmentInput,
  subject: insurerAppointmentSubject,
  allow: (actor, { alliance }) => policy.canEndInsurerAppointment(actor, alliance),
  run: (tx, { input, subject }) => insurers.endInsurerAppointment(tx, subject, input),
  refresh: ({ subject }) => pages(subject.alliance),
})
