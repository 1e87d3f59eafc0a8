import type { ActivitySubject } from '@/lib/activities/queries'
import { dayOf } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Prisma } from '@/lib/core/prisma/client'
import { notify } from '@/lib/notifications/mutations'
import { coordinatorsOf, mandateHoldersOf } from '@/lib/registry/notice-mutations'
import type { VisitHostRow } from './queries'

type Visit = Pick<ActivitySubject, 'title' | 'startsAt' | 'endsAt' | 'place'>

const paramsOf = ({ title, startsAt, endsAt, place }: Visit, enterprise: string, reason: string) => ({
  title,
  enterprise,
  reason,
  place,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
})

const pageOf = (id: string): string => `/portal/hosts/${id}`

type ToHost = {
  id: string
  enterpriseId: string
  activity: Visit
  kind: 'HOST_ASKED' | 'HOST_RELEASED'
  reason: string
  at: Date
}

/** Tells whoever holds a mandate of the enterprise: its principal and those whom it designated. */
export const tellHost = (tx: Tx, { id, enterpriseId, activity, kind, reason, at }: ToHost): Promise<number> =>
  notify(tx, {
    kind,
    params: paramsOf(activity, '', reason),
    href: pageOf(id),
    at,
    before: activity.startsAt,
    to: mandateHoldersOf(enterpriseId, dayOf(at)),
  })

type ToSeekers = {
  host: VisitHostRow
  kind: 'HOST_AGREED' | 'HOST_DECLINED' | 'HOST_WITHDREW'
  reason: string
  at: Date
}

/** Tells who serves the alliance today, and who asked. */
export const tellSeekers = (tx: Tx, { host, kind, reason, at }: ToSeekers): Promise<number> =>
  notify(tx, {
    kind,
    params: paramsOf(host.activity, host.enterprise.name, reason),
    href: pageOf(host.id),
    at,
    before: host.activity.startsAt,
    to: Prisma.sql`${coordinatorsOf(host.activity.hostAllianceId, dayOf(at))}
      UNION SELECT asked_by_id FROM visit_hosts WHERE id = ${host.id}::uuid`,
  })
