import { OwnPlaces } from '@/components/registrations/own-places'
import { PlacesTable } from '@/components/registrations/places-table'
import type { Actor } from '@/lib/access/actor'
import type { ActivityDetail } from '@/lib/activities/queries'
import { canSeeParticipants } from '@/lib/activities/policy'
import { isInvited } from '@/lib/audiences/queries'
import { dayOf } from '@/lib/core/clock'
import { now } from '@/lib/core/now'
import { isChangeable, registrationWindow } from '@/lib/places/rules'
import { listPlaces, listSendable, pagePlaces } from '@/lib/registrations/own-queries'
import { Inspections } from './inspections'
import { OwnFields } from './own-fields'
import { SiteVisit } from './site-visit'
import { Slots } from './slots'

type Props = { actor: Actor; activity: ActivityDetail; cursor: string | undefined }

/** An enterprise's own places; beside them everybody's for whoever runs the activity, a jurisdiction's own for it. */
export async function Places({ actor, activity, cursor }: Props) {
  const { hat } = actor
  const isOwn = hat.kind === 'ENTERPRISE'
  const seesAll = canSeeParticipants(actor, activity) || !isOwn
  return (
    <>
      <OwnFields actor={actor} activity={activity} />
      <Inspections actor={actor} activity={activity} />
      <SiteVisit actor={actor} activity={activity} />
      <Slots actor={actor} activity={activity} />
      {isOwn && activity.state !== 'DRAFT' && <Own actor={actor} activity={activity} enterpriseId={hat.enterpriseId} />}
      {seesAll && activity.state !== 'DRAFT' && (
        <PlacesTable path={`/portal/activities/${activity.id}`} page={await pagePlaces(actor, activity.id, cursor)} />
      )}
    </>
  )
}

async function Own({ actor, activity, enterpriseId }: Omit<Props, 'cursor'> & { enterpriseId: string }) {
  const at = now()
  const [places, people, invited] = await Promise.all([
    listPlaces(actor, activity.id, enterpriseId),
    listSendable(actor, enterpriseId, dayOf(activity.startsAt)),
    isInvited(actor, activity.id, enterpriseId),
  ])
  const isOutside = !invited && places.length === 0
  return (
    <OwnPlaces
      activity={activity}
      enterpriseId={enterpriseId}
      places={places}
      people={people}
      isRegistering={registrationWindow(activity, at) === 'OPEN' && !isOutside}
      isOutside={isOutside}
      isChangeable={isChangeable(activity, at)}
    />
  )
}
