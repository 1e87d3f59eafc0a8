import { cache } from 'react'
import type { Actor } from '@/lib/access/actor'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import type { Prisma } from '@/lib/core/prisma/client'
import { calendarSelect, type CalendarActivity } from '@/lib/places/calendar-documents'
import { removedActivityFiles, visibleActivities, visibleActivityFiles } from './policy'

const allianceMark = { id: true, slug: true, name: true, nameEn: true, shortName: true, sortOrder: true } as const

/** What decisions and the trail need of an activity. */
export const activitySubjectSelect = {
  id: true,
  kind: true,
  state: true,
  mode: true,
  title: true,
  description: true,
  hostAllianceId: true,
  hostAlliance: { select: { id: true, slug: true } },
  startsAt: true,
  endsAt: true,
  place: true,
  onlineUrl: true,
  capacity: true,
  placesTaken: true,
  registrationOpensAt: true,
  registrationClosesAt: true,
  checksOut: true,
  presenceShareMin: true,
  minutes: true,
  version: true,
  alliances: { select: { allianceId: true, alliance: { select: { shortName: true } } } },
  agenda: { select: { startsAt: true, title: true, speaker: true }, orderBy: { position: 'asc' } },
  visitHosts: {
    where: { state: 'AGREED' },
    select: { agreedStartsAt: true, visitorsMax: true, enterprise: { select: { name: true } } },
  },
  inspectionPairs: { select: { id: true }, take: 1 },
} satisfies Prisma.ActivitySelect

export type ActivitySubject = Prisma.ActivityGetPayload<{ select: typeof activitySubjectSelect }>

export const activitySubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<ActivitySubject | null> =>
  tx.activity.findFirst({ where: { AND: [{ id }, visibleActivities(actor)] }, select: activitySubjectSelect })

/** The same, for what names the activity beside other things. */
export const namedActivitySubject = (
  tx: Tx,
  actor: Actor,
  { activityId }: { activityId: string },
): Promise<ActivitySubject | null> => activitySubject(tx, actor, { id: activityId })

/** The alliance that is to hold something. That it exists is public; who may schedule for it is the policy's answer. */
export const hostAllianceSubject = (tx: Tx, id: string): Promise<{ id: string; slug: string } | null> =>
  tx.alliance.findUnique({ where: { id }, select: { id: true, slug: true } })

const activityFileSubjectSelect = {
  id: true,
  file: { select: { fileName: true } },
  activity: { select: { id: true, title: true, hostAllianceId: true } },
} satisfies Prisma.ActivityFileSelect

export type ActivityFileSubject = Prisma.ActivityFileGetPayload<{ select: typeof activityFileSubjectSelect }>

export const activityFileSubject = (
  tx: Tx,
  actor: Actor,
  { id }: { id: string },
): Promise<ActivityFileSubject | null> =>
  tx.activityFile.findFirst({
    where: { AND: [{ id }, { activity: visibleActivities(actor) }] },
    select: activityFileSubjectSelect,
  })

const activityDetailSelect = {
  ...activitySubjectSelect,
  code: true,
  hostAlliance: { select: allianceMark },
  insurer: { select: { name: true } },
  alliances: {
    select: { allianceId: true, alliance: { select: allianceMark }, capacity: true, placesTaken: true },
    orderBy: { alliance: { sortOrder: 'asc' } },
  },
  perEnterprise: true,
  offerHours: true,
  cancelReason: true,
  sequence: true,
  createdBy: { select: { name: true } },
  createdAt: true,
  updatedAt: true,
  publishedAt: true,
  closedAt: true,
} satisfies Prisma.ActivitySelect

export type ActivityDetail = Prisma.ActivityGetPayload<{ select: typeof activityDetailSelect }>

/** One activity with all that its page says; null where it is absent or not for this actor. Once per request. */
export const getActivity = cache(async (actor: Actor, id: string): Promise<ActivityDetail | null> =>
  isId(id)
    ? db.activity.findFirst({ where: { AND: [{ id }, visibleActivities(actor)] }, select: activityDetailSelect })
    : null,
)

export const getCalendarActivity = async (actor: Actor, id: string): Promise<CalendarActivity | null> =>
  isId(id)
    ? db.activity.findFirst({ where: { AND: [{ id }, visibleActivities(actor)] }, select: calendarSelect })
    : null

const fileSelect = {
  id: true,
  kind: true,
  createdAt: true,
  file: { select: { fileName: true, mediaType: true, sizeBytes: true, createdBy: { select: { name: true } } } },
} satisfies Prisma.ActivityFileSelect

const removedShownMax = 10

export type ActivityFileRow = Prisma.ActivityFileGetPayload<{ select: typeof fileSelect }>

/** Materials first, then the minutes; in the order in which they came. */
export const listActivityFiles = (actor: Actor, activityId: string): Promise<ActivityFileRow[]> =>
  db.activityFile.findMany({
    where: { AND: [{ activityId }, visibleActivityFiles(actor)] },
    select: fileSelect,
    orderBy: [{ kind: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })

/** What was taken away from the activity and can be put back by the actor, latest first. */
export const listRemovedActivityFiles = (actor: Actor, activityId: string): Promise<ActivityFileRow[]> =>
  db.activityFile.findMany({
    where: { AND: [{ activityId }, removedActivityFiles(actor)] },
    select: fileSelect,
    orderBy: [{ removedAt: 'desc' }, { id: 'desc' }],
    take: removedShownMax,
  })

const downloadSelect = {
  file: { select: { storageKey: true, fileName: true, mediaType: true, sizeBytes: true } },
} satisfies Prisma.ActivityFileSelect

export type ActivityDownload = Prisma.ActivityFileGetPayload<{ select: typeof downloadSelect }>['file']

/** The bytes' key of one file, by both its ids: a file of another activity is not found through this one. */
export async function getActivityFile(actor: Actor, activityId: string, id: string): Promise<ActivityDownload | null> {
  if (!isId(activityId) || !isId(id)) return null
  const row = await db.activityFile.findFirst({
    where: { AND: [{ id, activityId }, visibleActivityFiles(actor)] },
    select: downloadSelect,
  })
  return row?.file ?? null
}
