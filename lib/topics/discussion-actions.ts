'use server'

import { defineAction } from '@/lib/access/action'
import { copyAnnexTopics as copyAnnex } from './annex-mutations'
import * as mutations from './discussion-mutations'
import { discussionSubject, type DiscussionSubject } from './discussion-queries'
import * as policy from './policy'
import * as schema from './schema'
import { topicYearSubject } from './subject-queries'

const pages = ({ subject: { topic, activity } }: { subject: DiscussionSubject }) => [
  `/portal/alliances/${topic.allianceYear.alliance.slug}/topics/${topic.id}`,
  `/portal/activities/${activity.id}`,
]

export const linkDiscussion = defineAction({
  name: 'topic.link-activity',
  input: schema.discussionInput,
  subject: discussionSubject,
  allow: (actor, { topic, activity }) => policy.canLinkDiscussion(actor, topic.allianceYear, activity),
  run: (tx, { subject }) => mutations.linkDiscussion(tx, subject),
  refresh: pages,
})

export const unlinkDiscussion = defineAction({
  name: 'topic.unlink-activity',
  input: schema.discussionInput,
  subject: discussionSubject,
  allow: (actor, { topic, activity }) => policy.canLinkDiscussion(actor, topic.allianceYear, activity),
  run: (tx, { subject }) => mutations.unlinkDiscussion(tx, subject),
  refresh: pages,
})

export const copyAnnexTopics = defineAction({
  name: 'topic.copy-annex',
  input: schema.copyTopicsInput,
  subject: topicYearSubject,
  allow: policy.canCopyTopics,
  run: (tx, { subject }) => copyAnnex(tx, subject),
  refresh: ({ subject }) => ['/portal/alliances', `/portal/alliances/${subject.alliance.slug}/topics`],
})
