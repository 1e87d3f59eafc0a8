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
import { countDisputes } from '@/lib/disputes/queries'
import { canSeeInvitations } from '@/lib/invitations/policy'
import { Disputed } from './disputed'
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
  const isMember = actor.hat.kind === 'ENTERPRISE'
  if (listed) {
    const [tally, disputes] = await Promise.all([
      tallyAttendance(actor, listed),
      isMember ? 0 : countDisputes(actor, activity.id),
    ])
    return (
      <>
        <AttendancePanel activityId={activity.id} tally={tally} disputes={disputes} />
        <Disputed actor={actor} activity={activity} />
      </>
    )
  }
  if (!isMember) return null
  return (
    <>
      <OwnAttendance attendances={await listOwnAttendance(actor, activity)} />
      <Disputed actor={actor} activity={activity} />
      <Served actor={actor} activity={activity} />
    </>
  )
}
