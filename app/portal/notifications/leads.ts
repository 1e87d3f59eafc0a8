import type { Actor } from '@/lib/access/actor'
import { listSeenActivityIds } from '@/lib/activities/seen-queries'
import { listAlliances } from '@/lib/alliances/year-queries'
import { listSeenAnnouncementIds } from '@/lib/announcements/queries'
import { listSeenSelfCheckIds } from '@/lib/cases/check-queries'
import { hasDossiers } from '@/lib/enterprises/policy'
import { whichEnterprises } from '@/lib/enterprises/queries'
import { isId } from '@/lib/core/id'
import { listSeenGuidanceIds } from '@/lib/guidances/queries'
import { listSeenHostIds } from '@/lib/hosts/queries'
import { listSeenPairIds } from '@/lib/inspections/queries'
import { listSeenPollIds } from '@/lib/polls/queries'
import { listSeenPracticeIds } from '@/lib/practices/list-queries'
import { listSeenProblemIds } from '@/lib/problems/queries'

/** One's own account is there for everybody. */
const ownAccount = '/portal/account'

type Seen = (actor: Actor, ids: string[]) => Promise<string[]>

/** What notifications speak of: where it stands, and who is asked whether the reader still sees it. */
const subjects: Record<string, Seen> = {
  '/portal/activities/': (actor, ids) => listSeenActivityIds(actor, ids.filter(isId)),
  '/portal/announcements/': (actor, ids) => listSeenAnnouncementIds(actor, ids.filter(isId)),
  '/portal/practices/': (actor, ids) => listSeenPracticeIds(actor, ids.filter(isId)),
  '/portal/guidances/': (actor, ids) => listSeenGuidanceIds(actor, ids.filter(isId)),
  '/portal/hosts/': (actor, ids) => listSeenHostIds(actor, ids.filter(isId)),
  '/portal/inspections/': (actor, ids) => listSeenPairIds(actor, ids.filter(isId)),
  '/portal/polls/': (actor, ids) => listSeenPollIds(actor, ids.filter(isId)),
  '/portal/problems/': (actor, ids) => listSeenProblemIds(actor, ids.filter(isId)),
  '/portal/self-checks/': (actor, ids) => listSeenSelfCheckIds(actor, ids.filter(isId)),
  '/portal/enterprises/': async (actor, ids) => [...(await whichEnterprises(actor, ids.filter(isId)))],
  '/portal/alliances/': async (actor) => (await listAlliances(actor)).map(({ slug }) => slug),
}

/** Lists that notifications lead to, and who has them. */
const lists: Record<string, (actor: Actor) => boolean> = {
  '/portal/enterprises/licences': hasDossiers,
  '/portal/certificates': ({ userId }) => userId !== null,
  '/portal/problems?state=OVERDUE': ({ hat }) => hat.kind !== 'NONE',
}

export const leadsTo = Object.keys(subjects)

const idUnder = (place: string, href: string): string | undefined =>
  href.startsWith(place) ? href.slice(place.length).split(/[/?#]/)[0] : undefined

/** Those of the addresses whose subject the actor sees; all others lead nowhere. One query for each kind of subject. */
export async function visibleLeads(actor: Actor, hrefs: string[]): Promise<Set<string>> {
  const seen = await Promise.all(
    Object.entries(subjects).map(async ([place, listSeen]) => {
      const ids = new Set(
        await listSeen(
          actor,
          hrefs.flatMap((href) => idUnder(place, href) ?? []),
        ),
      )
      return hrefs.filter((href) => ids.has(idUnder(place, href) ?? ''))
    }),
  )
  const alone = hrefs.filter((href) => href === ownAccount || lists[href]?.(actor))
  return new Set([...seen.flat(), ...alone])
}
