import type { Actor } from '@/lib/access/actor'
import { listClashes } from '@/lib/plans/clash-queries'
import type { PlanLine } from '@/lib/plans/preview-queries'

type Previewed = { alliance: { id: string }; lines: PlanLine[] }

/** What would stand in the way of the dates that can be made. */
export const clashesOfPreview = (actor: Actor, { alliance, lines }: Previewed) =>
  listClashes(
    actor,
    lines
      .filter(({ status }) => status === 'NEW')
      .map(({ key, title, allianceIds, startsAt, endsAt }) => ({
        ...{ key, isMade: false, title, hostAllianceId: alliance.id, allianceIds, startsAt, endsAt },
      })),
  )
