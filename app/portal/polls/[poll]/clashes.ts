import type { Actor } from '@/lib/access/actor'
import { now } from '@/lib/core/now'
import { listClashes } from '@/lib/plans/clash-queries'
import type { PollDetail } from '@/lib/polls/queries'

/** What stands in the way of each proposed date that lies ahead. Only one of them will be, so each is looked at alone. */
export function clashesOfPoll(actor: Actor, { allianceId, title, dates }: PollDetail) {
  const at = now()
  return listClashes(
    actor,
    dates
      .filter(({ startsAt }) => startsAt > at)
      .map(({ id, startsAt, endsAt }) => ({
        ...{ key: id, isMade: false, title, hostAllianceId: allianceId, allianceIds: [allianceId], startsAt, endsAt },
      })),
    'alternatives',
  )
}
