'use server'

import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import * as announcements from './mutations'
import * as policy from './policy'
import * as schema from './schema'
import { announcementSubject, audienceSubject, revisionSubject, type AnnouncementSubject } from './subject-queries'

const list = '/portal/announcements'

const refresh = ({ subject }: { subject: AnnouncementSubject }) => [list, announcements.pageOf(subject.id)]

export const draftAnnouncement = defineAction({
  name: 'announcement.draft',
  input: schema.draftAnnouncementInput,
  subject: audienceSubject,
  allow: policy.canAnnounceTo,
  run: (tx, { actor, input, subject }) => announcements.draftAnnouncement(tx, actor, subject, { ...input, at: now() }),
  refresh: () => [list],
})

export const reviseAnnouncement = defineAction({
  name: 'announcement.revise',
  input: schema.reviseAnnouncementInput,
  subject: revisionSubject,
  allow: (actor, { announcement, audience }) =>
    policy.canReviseAnnouncement(actor, announcement) && policy.canAnnounceTo(actor, audience),
  run: (tx, { input, subject }) => announcements.reviseAnnouncement(tx, subject, { ...input, at: now() }),
  refresh: ({ subject }) => refresh({ subject: subject.announcement }),
})

export const publishAnnouncement = defineAction({
  name: 'announcement.publish',
  input: schema.announcementInput,
  subject: announcementSubject,
  allow: policy.canPublishAnnouncement,
  run: (tx, { subject }) => {
    const at = now()
    return announcements.publishAnnouncement(tx, subject, { publishAt: at, at })
  },
  refresh,
})

export const scheduleAnnouncement = defineAction({
  name: 'announcement.schedule',
  input: schema.scheduleAnnouncementInput,
  subject: announcementSubject,
  allow: policy.canPublishAnnouncement,
  run: (tx, { input, subject }) =>
    announcements.publishAnnouncement(tx, subject, { publishAt: input.publishAt, at: now() }),
  refresh,
})

export const unscheduleAnnouncement = defineAction({
  name: 'announcement.unschedule',
  input: schema.announcementInput,
  subject: announcementSubject,
  allow: policy.canPublishAnnouncement,
  run: (tx, { subject }) => announcements.unscheduleAnnouncement(tx, subject, now()),
  refresh,
})

export const withdrawAnnouncement = defineAction({
  name: 'announcement.withdraw',
  input: schema.withdrawAnnouncementInput,
  subject: announcementSubject,
  allow: policy.canWithdrawAnnouncement,
  run: (tx, { input, subject }) => announcements.withdrawAnnouncement(tx, subject, { reason: input.reason, at: now() }),
  refresh,
})

export const pinAnnouncement = defineAction({
  name: 'announcement.pin',
  input: schema.pinAnnouncementInput,
  subject: announcementSubject,
  allow: policy.canPinAnnouncement,
  run: (tx, { input, subject }) =>
    announcements.pinAnnouncement(tx, subject, { pinnedUntil: input.pinnedUntil, at: now() }),
  refresh,
})

export const noteAnnouncement = defineAction({
  name: 'announcement.note',
  input: schema.announcementInput,
  subject: announcementSubject,
  allow: policy.canNoteAnnouncement,
  run: (tx, { actor, subject }) => announcements.noteAnnouncement(tx, actor, subject, now()),
  refresh,
})
