'use server'

import { defineAction } from '@/lib/access/action'
import * as milestones from './milestone-mutations'
import * as topics from './mutations'
import * as policy from './policy'
import * as schema from './schema'
import { milestoneSubject, topicSubject, topicYearSubject, type TopicYearSubject } from './subject-queries'

const pages = ({ alliance }: TopicYearSubject) => ['/portal/alliances', `/portal/alliances/${alliance.slug}/topics`]

export const planTopic = defineAction({
  name: 'topic.plan',
  input: schema.planTopicInput,
  subject: topicYearSubject,
  allow: policy.canPlanTopic,
  run: (tx, { actor, input, subject }) => topics.planTopic(tx, subject, { ...input, today: actor.today }),
  refresh: ({ subject }) => pages(subject),
})

export const copyTopics = defineAction({
  name: 'topic.copy',
  input: schema.copyTopicsInput,
  subject: topicYearSubject,
  allow: policy.canCopyTopics,
  run: (tx, { subject }) => topics.copyTopics(tx, subject),
  refresh: ({ subject }) => pages(subject),
})

export const reviseTopic = defineAction({
  name: 'topic.revise',
  input: schema.reviseTopicInput,
  subject: topicSubject,
  allow: (actor, { allianceYear }) => policy.canReviseTopic(actor, allianceYear),
  run: (tx, { actor, input, subject }) => topics.reviseTopic(tx, subject, { ...input, today: actor.today }),
  refresh: ({ subject }) => pages(subject.allianceYear),
})

export const reportTopicProgress = defineAction({
  name: 'topic.report-progress',
  input: schema.reportTopicProgressInput,
  subject: topicSubject,
  allow: (actor, { allianceYear }) => policy.canReportTopicProgress(actor, allianceYear),
  run: (tx, { input, subject }) => topics.reportTopicProgress(tx, subject, input),
  refresh: ({ subject }) => pages(subject.allianceYear),
})

export const planMilestone = defineAction({
  name: 'topic.plan-milestone',
  input: schema.planMilestoneInput,
  subject: topicSubject,
  allow: (actor, { allianceYear }) => policy.canReviseTopic(actor, allianceYear),
  run: (tx, { input, subject }) => milestones.planMilestone(tx, subject, input),
  refresh: ({ subject }) => pages(subject.allianceYear),
})

export const reviseMilestone = defineAction({
  name: 'topic.revise-milestone',
  input: schema.reviseMilestoneInput,
  subject: milestoneSubject,
  allow: (actor, { topic }) => policy.canReviseTopic(actor, topic.allianceYear),
  run: (tx, { input, subject }) => milestones.reviseMilestone(tx, subject, input),
  refresh: ({ subject }) => pages(subject.topic.allianceYear),
})

export const finishMilestone = defineAction({
  name: 'topic.finish-milestone',
  input: schema.finishMilestoneInput,
  subject: milestoneSubject,
  allow: (actor, { topic }) => policy.canReportTopicProgress(actor, topic.allianceYear),
  run: (tx, { actor, input, subject }) =>
    milestones.finishMilestone(tx, subject, { doneOn: input.doneOn, today: actor.today }),
  refresh: ({ subject }) => pages(subject.topic.allianceYear),
})

export const reopenMilestone = defineAction({
  name: 'topic.reopen-milestone',
  input: schema.moveMilestoneInput,
  subject: milestoneSubject,
  allow: (actor, { topic }) => policy.canReportTopicProgress(actor, topic.allianceYear),
  run: (tx, { subject }) => milestones.reopenMilestone(tx, subject),
  refresh: ({ subject }) => pages(subject.topic.allianceYear),
})

export const removeMilestone = defineAction({
  name: 'topic.remove-milestone',
  input: schema.moveMilestoneInput,
  subject: milestoneSubject,
  allow: (actor, { topic }) => policy.canReviseTopic(actor, topic.allianceYear),
  run: (tx, { subject }) => milestones.removeMilestone(tx, subject),
  refresh: ({ subject }) => pages(subject.topic.allianceYear),
})
