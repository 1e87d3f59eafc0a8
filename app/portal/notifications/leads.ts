import type { Actor } from '@/lib/access/actor'
import { listSeenActivityIds } from '@/lib/activities/seen-queries'
import { listSeenAnnouncementIds } from '@/lib/announcements/queries'
import { whichEnterprises } from '@/lib/enterprises/queries'
import { isId } from '@/lib/core/id'

type Seen = (actor: Actor, ids: string[]) => Promise<string[]>

/** What notifications speak of: where it stands, and who is asked whether the reader still sees it. */
const subjects: Record<string, Seen> = {
  '/portal/activities/': listSeenActivityIds,
  '/portal/announcements/': listSeenAnnouncementIds,
  '/portal/enterprises/': async (actor, ids) => [...(await whichEnterprises(actor, ids))],
}

export const leadsTo = Object.keys(subjects)

const idUnder = (place: string, href: string): string | undefined =>
  href.startsWith(place) ? href.slice(place.length).split(/[/?#]/)[0] : undefined

/** Those of the addresses whose subject the actor sees; all others lead nowhere. One query for each kind of subject. */
export async function visibleLeads(actor: Actor, hrefs: string[]): Promise<Set<string>> {
  const seen = await Promise.all(
    Object.entries(subjects).map(async ([place, listSeen]) => {
      const ids = new Set(await listSeen(actor, hrefs.map((href) => idUnder(place, href)).filter(isId)))
      return hrefs.filter((href) => ids.has(idUnder(place, href) ?? ''))
    }),
  )
  return new Set(seen.flat())
}
