import { belongsTo, insures, isMunicipal, leads, nothing, type Actor } from '@/lib/access/actor'
import type { Practice, PracticeVersion, Prisma } from '@/lib/core/prisma/client'

/** From within an alliance, or from a bureau: whoever reads what is shared with all alliances. */
function isInside({ hat }: Actor): boolean {
  if (hat.kind === 'MUNICIPAL' || hat.kind === 'JURISDICTION') return true
  return (hat.kind === 'INSURER' || hat.kind === 'ENTERPRISE') && hat.allianceIds.length > 0
}

type Shared = { shareClass: Prisma.EnumPracticeShareClassFilter; practice?: Prisma.PracticeWhereInput }

/** Which classes the actor reads, and where one is read in some alliances only, in which. */
function classesOf(actor: Actor): Shared[] {
  const { hat } = actor
  if (!isInside(actor)) return []
  const everywhere: Shared = { shareClass: { in: ['ALL_ALLIANCES', 'PUBLIC'] } }
  if (hat.kind === 'MUNICIPAL') return [everywhere, { shareClass: { equals: 'ALLIANCE' } }]
  if (hat.kind !== 'INSURER' && hat.kind !== 'ENTERPRISE') return [everywhere]
  return [everywhere, { shareClass: { equals: 'ALLIANCE' }, practice: { allianceId: { in: hat.allianceIds } } }]
}

export const ownPractices = ({ hat }: Actor): Prisma.PracticeWhereInput =>
  hat.kind === 'ENTERPRISE' ? { enterpriseId: hat.enterpriseId } : nothing

/** Practices whose current version the actor reads: the owner's own, and what is shared as far as the actor. */
export const insidePractices = (actor: Actor): Prisma.PracticeWhereInput => ({
  AND: [
    { withdrawnAt: null, currentVersionId: { not: null } },
    { OR: [ownPractices(actor), ...classesOf(actor).map(({ shareClass, practice }) => ({ ...practice, shareClass }))] },
  ],
})

/** Practices whose published text anybody reads, signed in or not. */
export const publicPractices: Prisma.PracticeWhereInput = {
  withdrawnAt: null,
  shareClass: 'PUBLIC',
  publicVersionId: { not: null },
}

/** Those that wait for the actor's alliance: never a practice of the actor's own enterprise (four eyes). */
function reviewedBy({ hat }: Actor): Prisma.PracticeWhereInput {
  if (hat.kind === 'INSURER') return { allianceId: { in: hat.allianceIds } }
  if (hat.kind === 'ENTERPRISE')
    return { allianceId: { in: hat.leadAllianceIds }, enterpriseId: { not: hat.enterpriseId } }
  return nothing
}

/** Versions that a yes has been said to, and that wait for the actor's review. */
export const reviewableVersions = (actor: Actor): Prisma.PracticeVersionWhereInput => ({
  state: 'IN_REVIEW',
  practice: { AND: [{ withdrawnAt: null }, reviewedBy(actor)] },
})

/** The one rule of reading practices: lists, pages, counts, searches, exports, files and actions stand on it. */
export const visiblePractices = (actor: Actor): Prisma.PracticeWhereInput => ({
  AND: [
    { withdrawnAt: null },
    {
      OR: [
        ownPractices(actor),
        insidePractices(actor),
        publicPractices,
        { versions: { some: reviewableVersions(actor) } },
      ],
    },
  ],
})

/**
 * Versions that the actor reads. A version that was replaced is read by its own class: what was for the own enterprise
 * does not come out because a later version is for all.
 */
export const visibleVersions = (actor: Actor): Prisma.PracticeVersionWhereInput => ({
  AND: [
    { state: { not: 'WITHDRAWN' }, practice: visiblePractices(actor) },
    {
      OR: [
        { practice: ownPractices(actor) },
        reviewableVersions(actor),
        { publicOf: publicPractices },
        ...classesOf(actor).map(({ shareClass, practice }) => ({
          state: { in: ['PUBLISHED' as const, 'REPLACED' as const] },
          shareClass,
          // A practice that was narrowed takes all of its versions along.
          practice: { AND: [insidePractices(actor), practice ?? {}] },
        })),
      ],
    },
  ],
})

export const visiblePracticeFiles = (actor: Actor): Prisma.PracticeFileWhereInput => ({
  version: visibleVersions(actor),
})

/** Where a practice stood that is withdrawn: whoever could read it is told that it is gone, and nothing else of it. */
export const visibleTombstones = (actor: Actor): Prisma.PracticeWhereInput => ({
  AND: [
    { withdrawnAt: { not: null } },
    {
      OR: [
        ownPractices(actor),
        {
          AND: [
            { currentVersionId: { not: null } },
            { OR: [nothing, ...classesOf(actor).map(({ shareClass, practice }) => ({ ...practice, shareClass }))] },
          ],
        },
        { shareClass: 'PUBLIC', madePublicAt: { not: null } },
      ],
    },
  ],
})

/** Who uses a practice is said to whoever reads it from within; outside only how many. */
export const canSeeAdopters = (actor: Actor): boolean => isInside(actor) || actor.hat.kind === 'ENTERPRISE'

type Owned = Pick<Practice, 'enterpriseId'>
type Reviewed = Pick<Practice, 'enterpriseId' | 'allianceId'>

export const canStartPractice = (actor: Actor, allianceId: string): boolean =>
  actor.hat.kind === 'ENTERPRISE' && actor.hat.allianceIds.includes(allianceId)

export const canWritePractices = (actor: Actor): boolean =>
  actor.hat.kind === 'ENTERPRISE' && actor.hat.allianceIds.length > 0

export const canSavePractice = (actor: Actor, practice: Owned): boolean => belongsTo(actor, practice.enterpriseId)
export const canRevisePractice = (actor: Actor, practice: Owned): boolean => belongsTo(actor, practice.enterpriseId)
export const canRecallPractice = (actor: Actor, practice: Owned): boolean => belongsTo(actor, practice.enterpriseId)
export const canAddPracticeFile = (actor: Actor, practice: Owned): boolean => belongsTo(actor, practice.enterpriseId)
export const canRemovePracticeFile = (actor: Actor, practice: Owned): boolean => belongsTo(actor, practice.enterpriseId)
export const canNarrowPractice = (actor: Actor, practice: Owned): boolean => belongsTo(actor, practice.enterpriseId)
export const canSeePracticeReaders = (actor: Actor, practice: Owned): boolean => belongsTo(actor, practice.enterpriseId)

/** Whoever represents the owner today: 主要负责人 or 指定专人 (三(一)). */
export const canConsentToPractice = (actor: Actor, practice: Owned): boolean =>
  belongsTo(actor, practice.enterpriseId) && actor.hat.kind === 'ENTERPRISE' && actor.hat.mandateKind !== null

/** The coordinator of the alliance or its lead company, and nobody who had a hand in it, under whatever hat. */
export const canReviewPractice = (
  actor: Actor,
  practice: Reviewed,
  version: Pick<PracticeVersion, 'authorId'> & { consent: { byId: string } | null },
): boolean =>
  (insures(actor, practice.allianceId) || leads(actor, practice.allianceId)) &&
  !belongsTo(actor, practice.enterpriseId) &&
  actor.userId !== version.authorId &&
  actor.userId !== version.consent?.byId

/** The queue is there for whoever reviews. */
export const canReviewPractices = ({ hat }: Actor): boolean =>
  (hat.kind === 'INSURER' && hat.allianceIds.length > 0) ||
  (hat.kind === 'ENTERPRISE' && hat.leadAllianceIds.length > 0)

export const canMakePracticePublic = isMunicipal

export const canWithdrawPractice = (actor: Actor, practice: Owned): boolean =>
  belongsTo(actor, practice.enterpriseId) || isMunicipal(actor)

/** Another enterprise, for itself. */
export const canAdoptPractice = (actor: Actor, practice: Owned): boolean =>
  actor.hat.kind === 'ENTERPRISE' && !belongsTo(actor, practice.enterpriseId)

export const canExportPractices = ({ hat }: Actor): boolean =>
  hat.kind === 'MUNICIPAL' || hat.kind === 'JURISDICTION' || (hat.kind === 'INSURER' && hat.allianceIds.length > 0)
