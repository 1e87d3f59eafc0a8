'use server'

import { defineAction, defineFormAction } from '@/lib/access/action'
import { isSignedIn } from '@/lib/access/actor'
import { ownPath } from '@/lib/access/origin'
import { noSubject } from '@/lib/access/perform'
import { now } from '@/lib/core/now'
import { chooseNotices } from './choice-mutations'
import { markRead } from './mutations'
import { canChooseNotices, canMarkRead, canOpenNotification } from './policy'
import { notificationSubject } from './queries'
import { chooseNoticesInput, markReadInput, openNotificationInput } from './schema'

const list = '/portal/notifications'
const choices = '/portal/account/notices'

/** Reading is nobody else's business: it leaves no line in the trail. */
export const markNotificationsRead = defineAction({
  name: 'notification.mark-read',
  input: markReadInput,
  subject: noSubject,
  allow: canMarkRead,
  run: async (tx, { actor, input }) => ({
    data: { count: isSignedIn(actor) ? await markRead(tx, actor.userId, input.ids, now()) : 0 },
    record: null,
  }),
  refresh: () => [list],
})

/** Leads to what a notification speaks of, and marks it as read: a press of a button, for following a link changes nothing. */
export const openNotification = defineFormAction(
  {
    name: 'notification.open',
    input: openNotificationInput,
    subject: notificationSubject,
    allow: canOpenNotification,
    run: async (tx, { subject }) => {
      await markRead(tx, subject.userId, [subject.id], now())
      return { data: { href: ownPath(subject.href, list) }, record: null }
    },
    refresh: () => [list],
  },
  async ({ href }) => href,
)

/** How one is told is nobody else's business either. */
export const chooseOwnNotices = defineFormAction(
  {
    name: 'notification.choose',
    input: chooseNoticesInput,
    subject: noSubject,
    allow: canChooseNotices,
    run: async (tx, { actor, input }) => {
      if (isSignedIn(actor)) await chooseNotices(tx, actor.userId, input)
      return { data: null, record: null }
    },
    refresh: () => [choices],
  },
  async () => `${choices}?done=saved`,
)
