import { z } from 'zod'
import { NotificationWay } from '@/lib/core/prisma/enums'

/** `ids` null: everything there is to read. */
export const markReadInput = z.strictObject({ ids: z.array(z.uuid()).max(100).nullable() })

export type MarkReadInput = z.input<typeof markReadInput>

export const openNotificationInput = z.strictObject({ id: z.uuid() })

/** What the list is narrowed to; an address that makes no sense narrows nothing. */
export const notificationFilter = z.object({
  show: z.literal('unread').optional().catch(undefined),
  cursor: z.string().optional().catch(undefined),
})

export type NotificationFilter = z.output<typeof notificationFilter>

export const sendTestMailInput = z.strictObject({})

export const sendMailAgainInput = z.strictObject({ id: z.uuid() })

const way = z.enum(NotificationWay, 'REQUIRED')

/** A way for each group that leaves a choice. */
export const chooseNoticesInput = z.strictObject({
  INVITATIONS: way,
  REMINDERS: way,
  RESULTS: way,
  ANNOUNCEMENTS: way,
})

export type ChooseNoticesInput = z.output<typeof chooseNoticesInput>
