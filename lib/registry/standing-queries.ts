import type { Actor } from '@/lib/access/actor'
import { fromDate, fromDateOrNull, toDate, type Day } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleDossiers } from '@/lib/enterprises/policy'

const placeSelect = { id: true, shortName: true, nameEn: true } satisfies Prisma.JurisdictionSelect

const subjectSelect = {
  id: true,
  name: true,
  version: true,
  closedOn: true,
  mergedIntoId: true,
  supervisingJurisdictionId: true,
  supervisingJurisdiction: { select: placeSelect },
} satisfies Prisma.EnterpriseSelect

export type StandingSubject = Prisma.EnterpriseGetPayload<{ select: typeof subjectSelect }>

export const standingSubject = (
  tx: Tx,
  actor: Actor,
  { enterpriseId }: { enterpriseId: string },
): Promise<StandingSubject | null> =>
  tx.enterprise.findFirst({
    where: { AND: [{ id: enterpriseId }, visibleDossiers(actor)] },
    select: subjectSelect,
  })

const standingSelect = (today: Day) =>
  ({
    ...subjectSelect,
    supervisions: {
      select: { id: true, jurisdiction: { select: placeSelect }, startsOn: true, endsOn: true, reason: true },
      orderBy: { endsOn: 'desc' },
    },
    closures: {
      select: { id: true, closedOn: true, reopenedOn: true, closeReason: true, reopenReason: true },
      orderBy: { closedOn: 'desc' },
    },
    memberships: {
      where: { OR: [{ leftOn: null }, { leftOn: { gt: toDate(today) } }] },
      select: {
        id: true,
        kind: true,
        joinedOn: true,
        alliance: { select: { slug: true, name: true, nameEn: true, shortName: true, sortOrder: true } },
      },
      orderBy: [{ joinedOn: 'asc' }, { id: 'asc' }],
    },
  }) satisfies Prisma.EnterpriseSelect

type StandingRecord = Prisma.EnterpriseGetPayload<{ select: ReturnType<typeof standingSelect> }>

export type Place = { id: string; shortName: string; nameEn: string }

export type Standing = Pick<StandingSubject, 'id' | 'name' | 'version' | 'supervisingJurisdictionId'> & {
  closedOn: Day | null
  /** Who supervised it, the present one first: without a last day. */
  stints: { jurisdiction: Place; startsOn: Day | null; endsOn: Day | null; reason: string }[]
  closures: { id: string; closedOn: Day; reopenedOn: Day | null; closeReason: string; reopenReason: string }[]
  memberships: (Omit<StandingRecord['memberships'][number], 'joinedOn'> & { joinedOn: Day })[]
  /** What closing it would end beside its memberships. */
  people: number
  places: number
}

/** Where an enterprise stands: open or closed, under whom, in which alliances; null for whoever reads no dossier of it. */
export async function getStanding(actor: Actor, id: string): Promise<Standing | null> {
  if (!isId(id)) return null
  const record = await db.enterprise.findFirst({
    where: { AND: [{ id }, visibleDossiers(actor)] },
    select: standingSelect(actor.today),
  })
  if (!record) return null
  const [ends] = await db.$queryRaw<{ people: number; places: number }[]>`
    SELECT (SELECT count(*)::int FROM (
        SELECT user_id FROM mandates WHERE enterprise_id = ${id}::uuid AND (valid_to IS NULL OR valid_to >= ${actor.today}::date)
        UNION SELECT user_id FROM appointments WHERE enterprise_id = ${id}::uuid AND (ends_on IS NULL OR ends_on > ${actor.today}::date)) p) AS people,
      (SELECT count(*)::int FROM registrations r JOIN activities a ON a.id = r.activity_id
        WHERE r.enterprise_id = ${id}::uuid AND r.state IN ('PLACED', 'WAITING') AND a.state = 'PUBLISHED'
          AND (a.starts_at AT TIME ZONE 'Asia/Shanghai')::date >= ${actor.today}::date) AS places`
  return { ...asStanding(record), people: ends?.people ?? 0, places: ends?.places ?? 0 }
}

function asStanding(record: StandingRecord): Omit<Standing, 'people' | 'places'> {
  const { supervisions, closures, memberships, closedOn, supervisingJurisdiction, ...rest } = record
  const since = supervisions[0]?.endsOn ?? null
  return {
    ...rest,
    closedOn: fromDateOrNull(closedOn),
    memberships: memberships.map((one) => ({ ...one, joinedOn: fromDate(one.joinedOn) })),
    stints: [
      { jurisdiction: supervisingJurisdiction, startsOn: fromDateOrNull(since), endsOn: null, reason: '' },
      ...supervisions.map(({ jurisdiction, startsOn, endsOn, reason }) => ({
        jurisdiction,
        startsOn: fromDateOrNull(startsOn),
        endsOn: fromDate(endsOn),
        reason,
      })),
    ],
    closures: closures.map((closure) => ({
      ...closure,
      closedOn: fromDate(closure.closedOn),
      reopenedOn: fromDateOrNull(closure.reopenedOn),
    })),
  }
}
