import { dayOf } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { type Prisma } from '@/lib/core/prisma/client'
import { notify } from '@/lib/notifications/mutations'
import type { NotificationKind } from '@/lib/notifications/rules'
import { coordinatorsOf, mandateHoldersOf, officersOf } from '@/lib/registry/notice-mutations'
import type { GuidanceSubject } from './queries'

type Told = {
  request: Pick<GuidanceSubject, 'id' | 'title' | 'enterpriseId' | 'enterprise'>
  kind: NotificationKind
  day?: string
  reason?: string
  count?: number
  to: Prisma.Sql
}

const tell = (tx: Tx, { request, kind, day = '', reason = '', count = 0, to }: Told): Promise<number> =>
  notify(tx, {
    kind,
    params: { title: request.title, enterprise: request.enterprise.name, day, reason, count: String(count) },
    href: `/portal/guidances/${request.id}`,
    at: now(),
    to,
  })

/** Tells whoever holds a mandate of the enterprise. Nothing confidential is in the words: they go by mail. */
export const tellRequester = (tx: Tx, told: Omit<Told, 'to'>): Promise<number> =>
  tell(tx, { ...told, to: mandateHoldersOf(told.request.enterpriseId, dayOf(now())) })

/** Tells the bureau that supervises the enterprise. */
export const tellBureau = (tx: Tx, told: Omit<Told, 'to'>): Promise<number> =>
  tell(tx, { ...told, to: officersOf([told.request.enterprise.supervisingJurisdictionId], dayOf(now())) })

/** Tells the coordinator who arranges the visit, where the bureau has given it to one. */
export async function tellOrganiser(tx: Tx, organiserAllianceId: string | null, told: Omit<Told, 'to'>): Promise<void> {
  if (organiserAllianceId === null) return
  await tell(tx, { ...told, to: coordinatorsOf(organiserAllianceId, dayOf(now())) })
}
