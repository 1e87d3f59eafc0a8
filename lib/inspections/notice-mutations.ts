import { dayOf } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { Prisma } from '@/lib/core/prisma/client'
import { notify } from '@/lib/notifications/mutations'
import type { NotificationKind } from '@/lib/notifications/rules'
import { coordinatorsOf, mandateHoldersOf, officersOf } from '@/lib/registry/notice-mutations'
import type { PairSubject } from './queries'

type Told = {
  pair: PairSubject
  kind: NotificationKind
  to: Prisma.Sql
  before?: Date
  href?: string
  counts?: { count: string; days: string }
}

/** Never a word of what was found: it goes by mail too. */
function tell(
  tx: Tx,
  { pair, kind, to, before, counts, href = `/portal/inspections/${pair.id}` }: Told,
): Promise<number> {
  const { title, place, startsAt, endsAt } = pair.activity
  const params = {
    title,
    place,
    from: pair.inspector.name,
    enterprise: pair.inspected.name,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    ...counts,
  }
  return notify(tx, { kind, params, href, at: now(), to, ...(before && { before }) })
}

const holders = (enterpriseId: string): Prisma.Sql => mandateHoldersOf(enterpriseId, dayOf(now()))

const both = ({ inspectorId, inspectedId }: PairSubject): Prisma.Sql =>
  Prisma.sql`${holders(inspectorId)} UNION ${holders(inspectedId)}`

export const tellPaired = (tx: Tx, pair: PairSubject): Promise<number> =>
  tell(tx, { pair, kind: 'INSPECTION_PAIRED', to: both(pair), before: pair.activity.startsAt })

/** What they were told of is no longer there to be opened; the activity is. */
export const tellUnpaired = (tx: Tx, pair: PairSubject): Promise<number> =>
  tell(tx, {
    pair,
    kind: 'INSPECTION_UNPAIRED',
    to: both(pair),
    before: pair.activity.startsAt,
    href: `/portal/activities/${pair.activity.id}`,
  })

type ToInspected = 'FINDING_RECORDED' | 'FINDING_WITHDRAWN' | 'FINDING_RETURNED' | 'FINDING_CLOSED'

export const tellInspected = (tx: Tx, pair: PairSubject, kind: ToInspected): Promise<number> =>
  tell(tx, { pair, kind, to: holders(pair.inspectedId) })

/** A major one is also told to who serves the alliance: it can not wait for the next look at the page. */
export const tellOfMajor = (tx: Tx, pair: PairSubject): Promise<number> =>
  tell(tx, { pair, kind: 'FINDING_MAJOR', to: coordinatorsOf(pair.activity.hostAllianceId, dayOf(now())) })

/** Tells the inspecting member, and who took the finding down for it. */
export const tellInspecting = (tx: Tx, pair: PairSubject, recordedById: string): Promise<number> =>
  tell(tx, {
    pair,
    kind: 'FINDING_ANSWERED',
    to: Prisma.sql`${holders(pair.inspectorId)} UNION SELECT ${recordedById}::uuid`,
  })

/** Urges the inspected member about so many findings past their day. */
export const tellLate = (tx: Tx, pair: PairSubject, count: number): Promise<number> =>
  tell(tx, { pair, kind: 'FINDING_URGED', to: holders(pair.inspectedId), counts: { count: String(count), days: '' } })

type LongLate = { count: number; days: number; jurisdictionId: string }

/** Who reads the findings without being of the pair: today's coordinator, and the district that supervises. */
export const tellOfLongLate = (tx: Tx, pair: PairSubject, { count, days, jurisdictionId }: LongLate): Promise<number> =>
  tell(tx, {
    pair,
    kind: 'FINDING_OVERDUE',
    to: Prisma.sql`${coordinatorsOf(pair.activity.hostAllianceId, dayOf(now()))}
      UNION ${officersOf([jurisdictionId], dayOf(now()))}`,
    counts: { count: String(count), days: String(days) },
  })
