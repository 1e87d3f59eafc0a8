import type { Actor } from '@/lib/access/actor'
import { visibleAllianceYears } from '@/lib/alliances/policy'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { lockAlliances } from './copy-queries'

const standingSelect = {
  id: true,
  state: true,
  meetingTarget: true,
  trainingMinimum: true,
  version: true,
  alliance: { select: { id: true, name: true, slug: true } },
} satisfies Prisma.AllianceYearSelect

export type StandingYear = Prisma.AllianceYearGetPayload<{ select: typeof standingSelect }>

/** A year of every alliance that the actor sees, inside the transaction that sets them up. */
export async function standingYearsSubject(
  tx: Tx,
  actor: Actor,
  { year }: { year: number },
): Promise<{ year: number; years: StandingYear[] }> {
  await lockAlliances(tx)
  const years = await tx.allianceYear.findMany({
    where: { AND: [{ year }, visibleAllianceYears(actor)] },
    select: standingSelect,
    orderBy: { id: 'asc' },
  })
  return { year, years }
}
