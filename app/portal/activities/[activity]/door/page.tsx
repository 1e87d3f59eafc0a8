import { notFound } from 'next/navigation'
import { DoorDesk } from '@/components/attendance/door-desk'
import { DoorHead, DoorNotes } from '@/components/attendance/door-frame'
import { Words } from '@/components/layout/words'
import { queryValue, type Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import { takesCheckIns } from '@/lib/activities/rules'
import { findAtDoor, getDoorActivity, listLatestArrivals } from '@/lib/attendance/door-queries'
import { tallyAttendance } from '@/lib/attendance/list-queries'
import { canCheckInAtDoor } from '@/lib/attendance/policy'
import { checkInStanding, keptUntil } from '@/lib/attendance/rules'
import { now } from '@/lib/core/now'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ activity: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('attendance.door.title')

export default async function DoorPage({ params, searchParams }: Props) {
  const { activity: id } = await params
  const path = `/portal/activities/${id}/door`
  const actor = await requireActor(path)
  const activity = (await getDoorActivity(actor, id)) ?? notFound()
  if (!canCheckInAtDoor(actor, activity) || !takesCheckIns(activity)) notFound()
  const query = queryValue(await searchParams, 'q')?.slice(0, 60) ?? ''
  const at = now()
  const standing = checkInStanding(activity, at)
  const [tally, found, latest] = await Promise.all([
    tallyAttendance(actor, activity),
    findAtDoor(actor, activity, query),
    query ? [] : listLatestArrivals(actor, activity),
  ])

  return (
    <Words of={['attendance']}>
      <DoorHead activity={activity} deskOf={actor.userId} tally={tally} standing={standing} />
      <DoorDesk
        activityId={id}
        deskOf={actor.userId}
        activityPath={`/portal/activities/${id}`}
        path={path}
        query={query}
        people={query ? found.people : latest}
        isOpen={standing === 'OPEN'}
        leaving={{ isAsked: activity.checksOut, hasBegun: activity.startsAt <= at }}
        keptUntil={keptUntil(activity, at)?.getTime() ?? null}
        heading={<DoorNotes query={query} found={found} hasArrivals={latest.length > 0} />}
      />
    </Words>
  )
}
