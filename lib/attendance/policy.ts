import { insures, isMunicipal, isSignedIn, leads, nothing, type Actor } from '@/lib/access/actor'
import { entriesInSight, servedActivities } from '@/lib/activities/policy'
import { toDate, type Day } from '@/lib/core/clock'
import type { Activity, Prisma } from '@/lib/core/prisma/client'

type HostedActivity = Pick<Activity, 'hostAllianceId'>

/** Who came. */
export const visibleAttendances = (actor: Actor): Prisma.AttendanceWhereInput => entriesInSight(actor)

const notDraft: Prisma.ActivityWhereInput = { state: { not: 'DRAFT' } }

/**
 * The activities whose attendance list the actor reads: whoever runs or served them, and a jurisdiction, whose list holds
 * its own enterprises only. A member has no list: its own record stands on the activity's page.
 */
export function listedActivities(actor: Actor): Prisma.ActivityWhereInput {
  const { hat } = actor
  if (hat.kind === 'MUNICIPAL' || hat.kind === 'JURISDICTION') return notDraft
  if (hat.kind === 'NONE') return nothing
  if (hat.kind === 'ENTERPRISE') return { AND: [notDraft, { hostAllianceId: { in: hat.leadAllianceIds } }] }
  const hosted = { hostAllianceId: { in: hat.allianceIds } }
  return { AND: [notDraft, { OR: [hosted, servedActivities(actor, hat.insurerId)] }] }
}

/** Whom the door desk finds: who is registered, and who represents a member of an alliance that the activity is open to. */
export function peopleAtTheDoor(activityId: string, allianceIds: string[], on: Day): Prisma.UserWhereInput {
  const day = toDate(on)
  const members: Prisma.EnterpriseWhereInput = {
    memberships: {
      some: {
        allianceId: { in: allianceIds },
        joinedOn: { lte: day },
        OR: [{ leftOn: null }, { leftOn: { gt: day } }],
      },
    },
  }
  const mandate = { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }], enterprise: members }
  const office = { startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gt: day } }], enterprise: members }
  return {
    OR: [
      { registrations: { some: { activityId, state: { not: 'WITHDRAWN' } } } },
      { mandates: { some: mandate } },
      { appointments: { some: office } },
      { attendances: { some: { activityId, undoneAt: null } } },
    ],
  }
}

/** 四(一): the insurer runs the service, 三(一): the lead company convenes, and the bureau may in any case. */
const runs = (actor: Actor, { hostAllianceId }: HostedActivity): boolean =>
  isMunicipal(actor) || insures(actor, hostAllianceId) || leads(actor, hostAllianceId)

/** Whoever saw the code in the hall may say that they are there; for whom is another question. */
export const canCheckIn = (actor: Actor, _activity: Pick<Activity, 'id'>): boolean => isSignedIn(actor)

export const canShowCheckInCode = (actor: Actor, activity: HostedActivity): boolean => runs(actor, activity)
export const canCheckInAtDoor = (actor: Actor, activity: HostedActivity): boolean => runs(actor, activity)
export const canUndoCheckIn = (actor: Actor, activity: HostedActivity): boolean => runs(actor, activity)
export const canPrintSignInSheet = (actor: Actor, activity: HostedActivity): boolean => runs(actor, activity)

/**
 * Afterwards it is a record that inspections may follow from, so the lead company, itself a member, cannot touch it; and
 * once the activity is closed only the bureau can.
 */
const corrects = (actor: Actor, { hostAllianceId, state }: Pick<Activity, 'hostAllianceId' | 'state'>): boolean =>
  isMunicipal(actor) || (insures(actor, hostAllianceId) && state !== 'CLOSED')

/** Whoever saw the code in the hall, as with checking in. */
export const canCheckOut = canCheckIn
export const canAnswerSpotCheck = canCheckIn

export const canCheckOutAtDoor = (actor: Actor, activity: HostedActivity): boolean => runs(actor, activity)
export const canStartSpotCheck = (actor: Actor, activity: HostedActivity): boolean => runs(actor, activity)
export const canSetPresenceRule = (actor: Actor, activity: HostedActivity): boolean => runs(actor, activity)
/** Whoever runs the activity sees what is to be looked at; deciding is a correction. */
export const canReviewPresence = (actor: Actor, activity: HostedActivity): boolean => runs(actor, activity)

type CorrectedActivity = Pick<Activity, 'hostAllianceId' | 'state'>

export const canAddAttendance = (actor: Actor, activity: CorrectedActivity): boolean => corrects(actor, activity)
export const canCorrectAttendance = (actor: Actor, activity: CorrectedActivity): boolean => corrects(actor, activity)
export const canStrikeAttendance = (actor: Actor, activity: CorrectedActivity): boolean => corrects(actor, activity)
export const canJudgeAttendance = (actor: Actor, activity: CorrectedActivity): boolean => corrects(actor, activity)
