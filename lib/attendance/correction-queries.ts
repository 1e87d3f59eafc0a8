import { isSignedIn, type Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { now } from '@/lib/core/now'
import type { Prisma } from '@/lib/core/prisma/client'
import type { AttendanceMethod, AttendanceVerdict, MandateKind } from '@/lib/core/prisma/enums'
import { weighed, type Weighing } from './list-rules'
import { canCorrectAttendance, visibleAttendances } from './policy'
import type { Standing } from './rules'
import { standingsOf } from './standing-queries'

const correctedSelect = {
  id: true,
  version: true,
  userId: true,
  user: { select: { name: true } },
  enterpriseId: true,
  enterprise: { select: { name: true } },
  checkedInAt: true,
  method: true,
  mandateKind: true,
  checkedOutAt: true,
  onlineMinutes: true,
  verdict: true,
  isExcluded: true,
  recordedBy: { select: { name: true } },
  reason: true,
  undoneAt: true,
  activity: {
    select: {
      id: true,
      title: true,
      state: true,
      startsAt: true,
      endsAt: true,
      checksOut: true,
      presenceShareMin: true,
      hostAllianceId: true,
    },
  },
} satisfies Prisma.AttendanceSelect

export type Corrected = Prisma.AttendanceGetPayload<{ select: typeof correctedSelect }> & ReturnType<typeof weighed>

/** One attendance with what it may be corrected to and what became of it, for whoever may correct it; null otherwise. */
export async function getCorrection(
  actor: Actor,
  activityId: string,
  id: string,
): Promise<{ attendance: Corrected; standings: Standing[]; history: HistoryLine[] } | null> {
  if (!isId(activityId) || !isId(id)) return null
  const attendance = await db.attendance.findFirst({
    where: { AND: [{ id, activityId }, visibleAttendances(actor), { activity: visibleActivities(actor) }] },
    select: correctedSelect,
  })
  if (!attendance || !canCorrectAttendance(actor, attendance.activity)) return null
  const [standings, history] = await Promise.all([
    standingsOf(db, attendance.activity, [attendance.userId]),
    listHistory(attendance),
  ])
  const counted = weighed(attendance, { ...attendance.activity, at: now() })
  return { attendance: { ...attendance, ...counted }, standings, history }
}

const verbs = [
  'check-in',
  'check-in-at-door',
  'sync-check-in',
  'undo-check-in',
  'sync-undo',
  'check-out',
  'check-out-at-door',
  'sync-check-out',
  'confirm-online',
  'confirm-proposals',
  'add',
  'correct',
  'judge',
  'answer-dispute',
  'strike',
] as const

export type HistoryVerb = (typeof verbs)[number]

export type HistoryLine = {
  id: string
  at: Date
  verb: HistoryVerb
  by: string
  hat: string
  reason: string
  /** What a correction changed, before and after; enterprises by name. */
  enterprise: [string | null, string | null] | null
  checkedInAt: [string, string] | null
  checkedOutAt: [string | null, string | null] | null
  verdict: [AttendanceVerdict | null, AttendanceVerdict] | null
  mandateKind: [MandateKind | null, MandateKind | null] | null
  method: [AttendanceMethod, AttendanceMethod] | null
}

/** What the trail says of one attendance, the latest first. An event names the attendances that it made or took back. */
async function listHistory({ id, activity }: { id: string; activity: { id: string } }): Promise<HistoryLine[]> {
  const events = await db.auditEvent.findMany({
    where: {
      subjectType: 'activity',
      subjectId: activity.id,
      verb: { in: verbs.map((verb) => `attendance.${verb}`) },
      OR: [
        { changes: { path: ['attendance', '0'], equals: id } },
        { changes: { path: ['attendances', '0'], array_contains: [id] } },
        { changes: { path: ['attendances', '1'], array_contains: [id] } },
      ],
    },
    select: { id: true, at: true, verb: true, actorName: true, actorHat: true, changes: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  const pairs = events.map(({ changes }) => changes as Partial<Record<string, [unknown, unknown]>>)
  const ids = pairs.flatMap(({ enterpriseId }) => enterpriseId ?? []).filter((value) => typeof value === 'string')
  const enterprises = await db.enterprise.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(enterprises.map((enterprise) => [enterprise.id, enterprise.name]))
  return events.map((event, index) => toLine(event, pairs[index] ?? {}, names))
}

type Event = { id: string; at: Date; verb: string; actorName: string; actorHat: string }

function toLine(event: Event, changes: Partial<Record<string, [unknown, unknown]>>, names: Map<string, string>) {
  const verb = verbs.find((one) => `attendance.${one}` === event.verb) ?? 'correct'
  /** Only of a correction, and only what became another. */
  const changed = <T>(field: string): [T, T] | null => {
    const pair = verb === 'correct' ? changes[field] : undefined
    return pair && JSON.stringify(pair[0]) !== JSON.stringify(pair[1]) ? (pair as [T, T]) : null
  }
  const pairOf = <Before, After>(field: string) => (changes[field] as [Before, After] | undefined) ?? null
  const moved = changed<string | null>('enterpriseId')
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  return {
    id: event.id,
    at: event.at,
    verb,
    by: event.actorName,
    hat: event.actorHat,
    reason: String(changes['reason']?.[1] ?? ''),
    enterprise: moved && ([nameOf(moved[0]), nameOf(moved[1])] satisfies HistoryLine['enterprise']),
    checkedInAt: changed<string>('checkedInAt'),
    checkedOutAt: pairOf<string | null, string | null>('checkedOutAt'),
    verdict: pairOf<AttendanceVerdict | null, AttendanceVerdict>('presenceVerdict'),
    mandateKind: changed<MandateKind | null>('mandateKind'),
    method: changed<AttendanceMethod>('method'),
  }
}

const ownSelect = {
  checkedOutAt: true,
  onlineMinutes: true,
  isExcluded: true,
  undoneAt: true,
  verdict: true,
  id: true,
  user: { select: { name: true } },
  enterprise: { select: { name: true } },
  checkedInAt: true,
  method: true,
  mandateKind: true,
} satisfies Prisma.AttendanceSelect

export type OwnAttendance = Prisma.AttendanceGetPayload<{ select: typeof ownSelect }> & ReturnType<typeof weighed>

/** Who came for the actor's own enterprise, and the actor: an enterprise's record on the activity's page, nobody else's. */
export async function listOwnAttendance(
  actor: Actor,
  activity: Omit<Weighing, 'at'> & { id: string },
): Promise<OwnAttendance[]> {
  const { hat } = actor
  if (!isSignedIn(actor) || hat.kind !== 'ENTERPRISE') return []
  const rows = await db.attendance.findMany({
    where: {
      AND: [
        { activityId: activity.id, undoneAt: null },
        visibleAttendances(actor),
        { OR: [{ enterpriseId: hat.enterpriseId }, { userId: actor.userId }] },
      ],
    },
    select: ownSelect,
    orderBy: [{ checkedInAt: 'asc' }, { id: 'asc' }],
  })
  const weighing = { ...activity, at: now() }
  return rows.map((row) => ({ ...row, ...weighed(row, weighing) }))
}
