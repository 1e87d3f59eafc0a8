import type { Actor } from '@/lib/access/actor'
import { fromDate, fromDateOrNull, type Day } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import type { MandateKind } from '@/lib/core/prisma/enums'
import { visibleDossiers, visibleMandateRows, visibleMandates } from './policy'

export type MandateRow = {
  id: string
  person: string
  kind: MandateKind
  validFrom: Day
  validTo: Day | null
  isHeld: boolean
  /** What its letter is called, where there is one. */
  letter: string | null
}

/**
 * Who may represent an enterprise, and who might or did: those that hold today first. What never held is left out. A
 * coordinator sees those that have a letter.
 */
export async function listMandates(actor: Actor, enterpriseId: string): Promise<MandateRow[]> {
  if (!isId(enterpriseId)) return []
  const records = await db.mandate.findMany({
    where: { AND: [{ enterpriseId }, visibleMandateRows(actor)] },
    select: {
      id: true,
      kind: true,
      validFrom: true,
      validTo: true,
      user: { select: { name: true } },
      letter: { select: { fileName: true } },
    },
    orderBy: [{ validFrom: 'desc' }, { id: 'asc' }],
  })
  const rows = records.map(({ user, validFrom, validTo, letter, ...mandate }) => {
    const from = fromDate(validFrom)
    const to = fromDateOrNull(validTo)
    const isHeld = from <= actor.today && (to === null || to >= actor.today)
    return { ...mandate, person: user.name, validFrom: from, validTo: to, isHeld, letter: letter?.fileName ?? null }
  })
  return rows
    .filter(({ validFrom, validTo }) => validTo === null || validTo >= validFrom)
    .toSorted((a, b) => Number(b.isHeld) - Number(a.isHeld))
}

export type MandatingEnterprise = { id: string; name: string; supervisingJurisdictionId: string }

const enterpriseSelect = { id: true, name: true, supervisingJurisdictionId: true } as const

/** An enterprise whose dossier the actor reads: the one for which a mandate is to be given. */
export const mandatingEnterprise = (
  tx: Tx,
  actor: Actor,
  { enterpriseId }: { enterpriseId: string },
): Promise<MandatingEnterprise | null> =>
  tx.enterprise.findFirst({ where: { AND: [visibleDossiers(actor), { id: enterpriseId }] }, select: enterpriseSelect })

export type MandateSubject = {
  id: string
  kind: MandateKind
  validFrom: Date
  validTo: Date | null
  user: { id: string; name: string }
  enterprise: MandatingEnterprise
}

/** A mandate that the actor knows of. */
export const mandateSubject = (
  tx: Tx,
  actor: Actor,
  { mandateId }: { mandateId: string },
): Promise<MandateSubject | null> =>
  tx.mandate.findFirst({
    where: { AND: [{ id: mandateId }, visibleMandates(actor)] },
    select: {
      id: true,
      kind: true,
      validFrom: true,
      validTo: true,
      user: { select: { id: true, name: true } },
      enterprise: { select: enterpriseSelect },
    },
  })

/** For the page on which an enterprise's people are named; null: absent, or not the actor's to look into. */
export const getMandatingEnterprise = async (actor: Actor, id: string): Promise<MandatingEnterprise | null> =>
  isId(id) ? mandatingEnterprise(db, actor, { enterpriseId: id }) : null
