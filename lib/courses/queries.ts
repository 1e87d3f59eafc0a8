import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { listSeenActivityIds } from '@/lib/activities/seen-queries'
import { fromDateOrNull, type Day } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleCourses, visibleRegulationItems } from './policy'
import { instantOf } from './rules'

const trainingSelect = {
  id: true,
  kind: true,
  state: true,
  title: true,
  startsAt: true,
  endsAt: true,
  hostAllianceId: true,
} satisfies Prisma.ActivitySelect

export type CourseTraining = Prisma.ActivityGetPayload<{ select: typeof trainingSelect }>

export const courseTraining = (
  tx: Tx,
  actor: Actor,
  { activityId }: { activityId: string },
): Promise<CourseTraining | null> =>
  tx.activity.findFirst({ where: { AND: [{ id: activityId }, visibleActivities(actor)] }, select: trainingSelect })

/** Of a lecturer: name, organisation and fields; neither telephone nor the way to the register. */
const courseSelect = {
  id: true,
  title: true,
  hours: true,
  startMinute: true,
  endMinute: true,
  expertId: true,
  lecturer: true,
  version: true,
  expert: { select: { name: true, organization: true, fields: true } },
} satisfies Prisma.CourseSelect

const courseSubjectSelect = { ...courseSelect, activity: { select: trainingSelect } } satisfies Prisma.CourseSelect

export type CourseSubject = Prisma.CourseGetPayload<{ select: typeof courseSubjectSelect }>

export const courseSubject = (
  tx: Tx,
  actor: Actor,
  { courseId }: { courseId: string },
): Promise<CourseSubject | null> =>
  tx.course.findFirst({ where: { AND: [{ id: courseId }, visibleCourses(actor)] }, select: courseSubjectSelect })

const regulationSelect = {
  id: true,
  title: true,
  number: true,
  effectiveOn: true,
  points: true,
} satisfies Prisma.RegulationItemSelect

const regulationSubjectSelect = {
  ...regulationSelect,
  activity: { select: trainingSelect },
} satisfies Prisma.RegulationItemSelect

export type RegulationSubject = Prisma.RegulationItemGetPayload<{ select: typeof regulationSubjectSelect }>

export const regulationSubject = (
  tx: Tx,
  actor: Actor,
  { regulationId }: { regulationId: string },
): Promise<RegulationSubject | null> =>
  tx.regulationItem.findFirst({
    where: { AND: [{ id: regulationId }, visibleRegulationItems(actor)] },
    select: regulationSubjectSelect,
  })

type CourseRecord = Prisma.CourseGetPayload<{ select: typeof courseSelect }>

export type CourseRow = Omit<CourseRecord, 'startMinute' | 'endMinute'> & { startsAt: Date | null; endsAt: Date | null }

/** The courses of a training in the order of the day; those without a time come last. */
export async function listCourses(actor: Actor, activity: { id: string; startsAt: Date }): Promise<CourseRow[]> {
  const records = await db.course.findMany({
    where: { AND: [{ activityId: activity.id }, visibleCourses(actor)] },
    select: courseSelect,
    orderBy: [{ startMinute: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  })
  const at = (minutes: number | null) => (minutes === null ? null : instantOf(activity.startsAt, minutes))
  return records.map(({ startMinute, endMinute, ...row }) => ({
    ...row,
    startsAt: at(startMinute),
    endsAt: at(endMinute),
  }))
}

export type RegulationRow = Omit<
  Prisma.RegulationItemGetPayload<{ select: typeof regulationSelect }>,
  'effectiveOn'
> & {
  effectiveOn: Day | null
}

export async function listRegulations(actor: Actor, activityId: string): Promise<RegulationRow[]> {
  const records = await db.regulationItem.findMany({
    where: { AND: [{ activityId }, visibleRegulationItems(actor)] },
    select: regulationSelect,
    orderBy: { id: 'asc' },
  })
  return records.map((row) => ({ ...row, effectiveOn: fromDateOrNull(row.effectiveOn) }))
}

export type Clash = {
  courseId: string
  startsAt: Date
  endsAt: Date
  /** null: the actor does not see that activity. */
  activity: { id: string; title: string } | null
}

/**
 * Where a lecturer of this training is booked elsewhere at the same time, drafts included: a warning, never a refusal,
 * because two offices may settle it between themselves. A course without a time lasts as long as its training.
 */
export async function listClashes(actor: Actor, activityId: string): Promise<Clash[]> {
  const rows = await db.$queryRaw<{ courseId: string; id: string; title: string; startsAt: Date; endsAt: Date }[]>`
    WITH booked AS (
      SELECT c.id, c.expert_id, a.id AS activity_id, a.title,
        a.starts_at + coalesce(c.start_minute, 0) * interval '1 minute' AS starts_at,
        CASE WHEN c.end_minute IS NULL THEN a.ends_at
          ELSE a.starts_at + c.end_minute * interval '1 minute' END AS ends_at
      FROM courses c JOIN activities a ON a.id = c.activity_id AND a.state <> 'CANCELLED'
      WHERE c.expert_id IN (SELECT expert_id FROM courses WHERE activity_id = ${activityId}::uuid))
    SELECT own.id AS "courseId", other.activity_id AS id, other.title, other.starts_at AS "startsAt", other.ends_at AS "endsAt"
    FROM booked own JOIN booked other ON other.expert_id = own.expert_id AND other.activity_id <> own.activity_id
      AND other.starts_at < own.ends_at AND own.starts_at < other.ends_at
    WHERE own.activity_id = ${activityId}::uuid ORDER BY own.id, other.starts_at, other.id`
  const seen = new Set(
    await listSeenActivityIds(
      actor,
      rows.map(({ id }) => id),
    ),
  )
  return rows.map(({ id, title, ...row }) => ({ ...row, activity: seen.has(id) ? { id, title } : null }))
}
