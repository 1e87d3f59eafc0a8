import { AttendancePanel, OwnAttendance } from '@/components/attendance/attendance-panel'
import type { Actor } from '@/lib/access/actor'
import { canEditActivity, canWriteMinutes } from '@/lib/activities/policy'
import type { ActivityDetail } from '@/lib/activities/queries'
import { isHeld, takesCheckIns } from '@/lib/activities/rules'
import { listOwnAttendance } from '@/lib/attendance/correction-queries'
import { getListedActivity, tallyAttendance } from '@/lib/attendance/list-queries'
import { canCheckInAtDoor, canShowCheckInCode } from '@/lib/attendance/policy'
import { canBeAdded } from '@/lib/attendance/rules'
import { now } from '@/lib/core/now'
import { canSeeInvitations } from '@/lib/invitations/policy'
import { Served } from './served'

type Props = { actor: Actor; activity: ActivityDetail }

/** What the actor may do with the activity and its check-in, for the buttons over the page. */
export const activityRights = async (actor: Actor, activity: ActivityDetail) => ({
  edit: canEditActivity(actor, activity),
  desk: canCheckInAtDoor(actor, activity) && takesCheckIns(activity),
  projector: canShowCheckInCode(actor, activity) && takesCheckIns(activity),
  list: (await getListedActivity(actor, activity.id)) !== null,
  invitations: canSeeInvitations(actor, activity),
  notice: activity.state !== 'CANCELLED',
  minutes: canWriteMinutes(actor, activity) && isHeld(activity),
})

/** Who came, once people can have come: figures for whoever reads the attendance list, for a member its own people. */
export async function CheckIns({ actor, activity }: Props) {
  if (!canBeAdded(activity, now())) return null
  const listed = await getListedActivity(actor, activity.id)
  if (listed) return <AttendancePanel activityId={activity.id} tally={await tallyAttendance(actor, listed)} />
  if (actor.hat.kind !== 'ENTERPRISE') return null
  return (
    <>
      <OwnAttendance attendances={await listOwnAttendance(actor, activity)} />
      <Served actor={actor} activity={activity} />
    </>
  )
}
