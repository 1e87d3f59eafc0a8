import type { Actor } from '@/lib/access/actor'
import { fromDateOrNull, type Day } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleEnterprises } from './policy'
import { recordSelect } from './queries'
import { maskPhone } from './rules'

const correctionSelect = {
  ...recordSelect,
  version: true,
} satisfies Prisma.EnterpriseSelect

type CorrectionRecord = Prisma.EnterpriseGetPayload<{ select: typeof correctionSelect }>

export type EnterpriseSubject = Omit<CorrectionRecord, 'standardizationValidTo'> & {
  standardizationValidTo: Day | null
}

const asSubject = (record: CorrectionRecord): EnterpriseSubject => ({
  ...record,
  standardizationValidTo: fromDateOrNull(record.standardizationValidTo),
})

export async function enterpriseSubject(
  tx: Tx,
  actor: Actor,
  { enterpriseId }: { enterpriseId: string },
): Promise<EnterpriseSubject | null> {
  const record = await tx.enterprise.findFirst({
    where: { AND: [{ id: enterpriseId }, visibleEnterprises(actor)] },
    select: correctionSelect,
  })
  return record && asSubject(record)
}

/** As it stands now, for whoever was allowed to change it and came too late. */
export const readCorrection = async (tx: Tx, id: string): Promise<EnterpriseSubject> =>
  asSubject(await tx.enterprise.findUniqueOrThrow({ where: { id }, select: correctionSelect }))

/** What the form of a correction is filled with; telephones masked, so that opening it shows none. */
export async function getCorrection(actor: Actor, id: string): Promise<EnterpriseSubject | null> {
  if (!isId(id)) return null
  const record = await db.enterprise.findFirst({
    where: { AND: [{ id }, visibleEnterprises(actor)] },
    select: correctionSelect,
  })
  if (!record) return null
  const masked = (phone: string | null) => phone && maskPhone(phone)
  return {
    ...asSubject(record),
    principalPhone: masked(record.principalPhone),
    safetyLeadPhone: masked(record.safetyLeadPhone),
  }
}
