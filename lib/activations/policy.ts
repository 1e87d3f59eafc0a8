import { insures, isMunicipal, nothing, type Actor } from '@/lib/access/actor'
import { toDate } from '@/lib/core/clock'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleEnterprises } from '@/lib/enterprises/policy'

/**
 * Enterprises of which the actor follows whether they have come: the city's, those that a jurisdiction supervises, today's
 * members of a coordinator's alliances. An enterprise follows nobody, its lead company neither.
 */
export const visibleActivations = (actor: Actor): Prisma.EnterpriseWhereInput =>
  actor.hat.kind === 'ENTERPRISE' ? nothing : visibleEnterprises(actor)

/** Whether there is anything to follow. */
export const canFollowActivations = ({ hat }: Actor): boolean =>
  hat.kind === 'MUNICIPAL' || hat.kind === 'JURISDICTION' || (hat.kind === 'INSURER' && hat.allianceIds.length > 0)

type OneEnterprise = { allianceIds: string[] }

/**
 * The bureau that keeps the registry lets enterprises in, and so does today's coordinator for today's members (notice
 * 三(一): the insurers see to how an alliance works). A jurisdiction sees who has not come, and asks them.
 */
export const canIssueCode = (actor: Actor, { allianceIds }: OneEnterprise): boolean =>
  isMunicipal(actor) || allianceIds.some((allianceId) => insures(actor, allianceId))

/** Whether the actor issues codes at all, as the job does for everything that it sees. */
export const canIssueCodes = (actor: Actor): boolean =>
  isMunicipal(actor) || (actor.hat.kind === 'INSURER' && actor.hat.allianceIds.length > 0)

/**
 * Enterprises that have come: somebody with an account that works can name their people, be it the principal or whoever
 * administers the office. To these a code would be a second way in.
 */
export function haveCome({ today }: Pick<Actor, 'today'>): Prisma.EnterpriseWhereInput {
  const day = toDate(today)
  const user = { passwordHash: { not: null }, disabledAt: null }
  return {
    OR: [
      {
        appointments: {
          some: {
            user,
            isAdministrator: true,
            startsOn: { lte: day },
            OR: [{ endsOn: null }, { endsOn: { gt: day } }],
          },
        },
      },
      {
        mandates: {
          some: {
            user,
            kind: 'PRINCIPAL',
            validFrom: { lte: day },
            OR: [{ validTo: null }, { validTo: { gte: day } }],
          },
        },
      },
    ],
  }
}

/** Enterprises that a code may be issued to: neither closed nor come already. */
export const mayBeIssued = (actor: Pick<Actor, 'today'>): Prisma.EnterpriseWhereInput => ({
  AND: [isOpen(actor), { NOT: haveCome(actor) }],
})

/** What the figures count: a closed enterprise is nobody who has not come. */
export const isOpen = ({ today }: Pick<Actor, 'today'>): Prisma.EnterpriseWhereInput => ({
  OR: [{ closedOn: null }, { closedOn: { gt: toDate(today) } }],
})

/** Whoever is signed in for an enterprise, or for nobody yet. Bureaus and insurers represent no enterprise. */
export const canClaimAsMyself = ({ hat }: Actor): boolean => hat.kind === 'ENTERPRISE' || hat.kind === 'NONE'
