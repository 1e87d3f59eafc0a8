import { belongsTo, insures, isMunicipal, nothing, type Actor } from '@/lib/access/actor'
import type { Activity, FindingFile, InspectionPair, Prisma } from '@/lib/core/prisma/client'
import type { FindingSide } from '@/lib/core/prisma/enums'

type HostedActivity = Pick<Activity, 'hostAllianceId'>
type OnePair = Pick<InspectionPair, 'inspectorId' | 'inspectedId'> & { activity: HostedActivity }

const told = { activity: { state: { not: 'DRAFT' } } } as const satisfies Prisma.InspectionPairWhereInput

/**
 * The pairs whose findings the actor reads. What is wrong at a plant is known to the two members of the pair, to the bureau
 * and the jurisdiction that supervises the inspected one, and to today's coordinator of the alliance. Not to other members,
 * and not to the lead company, which competes with them.
 */
export function insidePairs(actor: Actor): Prisma.InspectionPairWhereInput {
  const { hat } = actor
  if (hat.kind === 'MUNICIPAL') return {}
  if (hat.kind === 'JURISDICTION')
    return { AND: [told, { inspected: { supervisingJurisdictionId: hat.jurisdictionId } }] }
  if (hat.kind === 'INSURER') return { activity: { hostAllianceId: { in: hat.allianceIds } } }
  if (hat.kind === 'NONE') return nothing
  return { AND: [told, { OR: [{ inspectorId: hat.enterpriseId }, { inspectedId: hat.enterpriseId }] }] }
}

/** Who goes to whom: beside them the lead company, which publishes the activity. No other member learns of a pair. */
export function visiblePairs(actor: Actor): Prisma.InspectionPairWhereInput {
  const { hat } = actor
  if (hat.kind !== 'ENTERPRISE') return insidePairs(actor)
  return { OR: [insidePairs(actor), { activity: { hostAllianceId: { in: hat.leadAllianceIds } } }] }
}

export const visibleFindings = (actor: Actor): Prisma.InspectionFindingWhereInput => ({ pair: insidePairs(actor) })

/** The lead company does not choose whom it inspects. */
const arranges = (actor: Actor, { hostAllianceId }: HostedActivity): boolean =>
  isMunicipal(actor) || insures(actor, hostAllianceId)

export const canPairMembers = (actor: Actor, activity: HostedActivity): boolean => arranges(actor, activity)
export const canUnpairMembers = (actor: Actor, { activity }: { activity: HostedActivity }): boolean =>
  arranges(actor, activity)

/** The inspecting member, and whoever takes it down for it. */
const inspects = (actor: Actor, { inspectorId, activity }: OnePair): boolean =>
  belongsTo(actor, inspectorId) || arranges(actor, activity)

export const canRecordFinding = (actor: Actor, pair: OnePair): boolean => inspects(actor, pair)
export const canWithdrawFinding = (actor: Actor, { pair }: { pair: OnePair }): boolean => inspects(actor, pair)

/** Nobody answers for an enterprise but its own people; two parties: the other one confirms. */
export const canAnswerFinding = (actor: Actor, { pair }: { pair: OnePair }): boolean =>
  belongsTo(actor, pair.inspectedId)
export const canCloseFinding = (actor: Actor, { pair }: { pair: OnePair }): boolean => inspects(actor, pair)
export const canReturnFinding = (actor: Actor, { pair }: { pair: OnePair }): boolean => inspects(actor, pair)

/** For which side the actor shows files; null: reads, and shows none. Nobody stands on both: a pair is of two members. */
export function sideOf(actor: Actor, pair: OnePair): FindingSide | null {
  if (belongsTo(actor, pair.inspectedId)) return 'MENDED'
  return inspects(actor, pair) ? 'FOUND' : null
}

export const canAddFindingFile = (actor: Actor, { pair }: { pair: OnePair }): boolean => sideOf(actor, pair) !== null

type OneFile = Pick<FindingFile, 'side'> & { finding: { pair: OnePair } }

/** Each side its own. */
const keeps = (actor: Actor, { side, finding }: OneFile): boolean => sideOf(actor, finding.pair) === side

export const canRemoveFindingFile = (actor: Actor, file: OneFile): boolean => keeps(actor, file)
export const canRestoreFindingFile = (actor: Actor, file: OneFile): boolean => keeps(actor, file)

/** Files belong to whoever reads the finding; one that was taken away is seen by nobody until it is put back. */
export const visibleFindingFiles = (actor: Actor): Prisma.FindingFileWhereInput => ({
  AND: [{ removedAt: null }, { finding: visibleFindings(actor) }],
})

/** What the actor's own side can put back. */
export function removedFindingFiles(actor: Actor): Prisma.FindingFileWhereInput {
  const { hat } = actor
  if (hat.kind === 'JURISDICTION' || hat.kind === 'NONE') return nothing
  const own: Prisma.FindingFileWhereInput =
    hat.kind === 'ENTERPRISE'
      ? {
          OR: [
            { side: 'MENDED', finding: { pair: { inspectedId: hat.enterpriseId } } },
            { side: 'FOUND', finding: { pair: { inspectorId: hat.enterpriseId } } },
          ],
        }
      : { side: 'FOUND' }
  return { AND: [{ removedAt: { not: null } }, own, { finding: visibleFindings(actor) }] }
}
