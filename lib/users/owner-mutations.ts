import type { Tx } from '@/lib/core/db'
import { Prisma } from '@/lib/core/prisma/client'
import { notify } from '@/lib/notifications/mutations'
import type { NotificationKind } from '@/lib/notifications/rules'

type AboutAccount = Extract<
  NotificationKind,
  'PASSWORD_CHANGED' | 'CONTACT_CHANGED' | 'CODES_ON' | 'CODES_OFF' | 'CODES_RESET'
>

/**
 * Tells a person that something about the own account has changed, in the portal and to the mail address that stands at
 * this moment: called before a new address replaces it.
 */
export const tellOwner = (tx: Tx, userId: string, kind: AboutAccount, at: Date): Promise<number> =>
  notify(tx, {
    kind,
    params: { changedAt: at.toISOString() },
    href: '/portal/account',
    at,
    to: Prisma.sql`SELECT ${userId}::uuid`,
  })
