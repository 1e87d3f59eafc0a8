import { isInAlliance, nothing, type Actor } from '@/lib/access/actor'
import { canScheduleActivity } from '@/lib/activities/policy'
import type { Alliance, DatePoll, Prisma } from '@/lib/core/prisma/client'

type OneAlliance = Pick<Alliance, 'id' | 'slug'>
type OnePoll = Pick<DatePoll, 'allianceId'> & { alliance: OneAlliance }

/** A poll is between an alliance's members and those who run it; a jurisdiction hears of the activity. */
export function visibleDatePolls({ hat }: Actor): Prisma.DatePollWhereInput {
  if (hat.kind === 'MUNICIPAL') return {}
  if (hat.kind === 'INSURER' || hat.kind === 'ENTERPRISE') return { allianceId: { in: hat.allianceIds } }
  return nothing
}

export const canOpenPoll = (actor: Actor, alliance: OneAlliance): boolean => canScheduleActivity(actor, alliance)
export const canChooseDate = (actor: Actor, { alliance }: OnePoll): boolean => canScheduleActivity(actor, alliance)
export const canCancelPoll = (actor: Actor, { alliance }: OnePoll): boolean => canScheduleActivity(actor, alliance)

/** Who would come answers: whoever holds a mandate of a member (三(一): 主要负责人或指定专人). */
export const canAnswerPoll = (actor: Actor, { allianceId }: Pick<DatePoll, 'allianceId'>): boolean =>
  isInAlliance(actor, allianceId) && actor.hat.kind === 'ENTERPRISE' && actor.hat.mandateKind !== null
