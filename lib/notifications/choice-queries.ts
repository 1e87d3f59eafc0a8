import { isSignedIn, type Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'
import type { NotificationGroup, NotificationWay } from '@/lib/core/prisma/enums'
import { sendsMail } from '@/lib/core/mail'
import { chosenGroups } from './delivery-rules'

export type NoticeChoices = {
  choices: { group: NotificationGroup; way: NotificationWay }[]
  /** Why nothing comes by mail, whatever is chosen; null: it does. */
  withoutMail: 'NOT_SET_UP' | 'NO_ADDRESS' | null
}

/** How the actor wants each group: by mail where nothing was chosen. */
export async function getNoticeChoices(actor: Actor): Promise<NoticeChoices | null> {
  if (!isSignedIn(actor)) return null
  const user = await db.user.findUnique({
    where: { id: actor.userId },
    select: { email: true, noticeChoices: { select: { group: true, way: true } } },
  })
  if (!user) return null
  const wayOf = new Map(user.noticeChoices.map(({ group, way }) => [group, way]))
  const missing = user.email ? null : 'NO_ADDRESS'
  return {
    choices: chosenGroups.map((group) => ({ group, way: wayOf.get(group) ?? 'MAIL' })),
    withoutMail: sendsMail ? missing : 'NOT_SET_UP',
  }
}
