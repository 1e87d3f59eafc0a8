import { dayOf, toDate, type Day } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { Prisma } from '@/lib/core/prisma/client'
import { notify } from '@/lib/notifications/mutations'
import { readGaps, type AllianceGap } from './coverage-queries'
import { coverageWarnDays, warningDue } from './coverage-rules'

/**
 * Once a day: tells the bureau, and the insurer's people that serve today, of days to come on which an alliance has no
 * named person (四(一)). Each stretch is told at most once for each number of days ahead, however often this runs.
 */
export async function watchCoverage(): Promise<void> {
  const today = dayOf(now())
  const [farthest = 0] = coverageWarnDays
  const gaps = await readGaps(db, today, farthest + 1)
  for (const gap of gaps) await db.$transaction((tx) => warn(tx, gap, today))
}

async function warn(tx: Tx, { id, slug, name, gap }: AllianceGap, today: Day): Promise<void> {
  const daysBefore = warningDue(gap.from, today)
  if (daysBefore === null) return
  const told = await tx.coverageWarning.createMany({
    data: [{ allianceId: id, gapFrom: toDate(gap.from), daysBefore, toldAt: now() }],
    skipDuplicates: true,
  })
  if (told.count === 0) return
  const day = Prisma.sql`${today}::date`
  await notify(tx, {
    kind: 'COVERAGE_ENDS',
    params: { title: name, from: gap.from },
    href: `/portal/alliances/${slug}/insurer`,
    at: now(),
    to: Prisma.sql`
      SELECT user_id FROM appointments
      WHERE role = 'MUNICIPAL' AND starts_on <= ${day} AND (ends_on IS NULL OR ends_on > ${day})
      UNION SELECT unnest(ARRAY[coordinator_id, deputy_id]) FROM insurer_appointments
      WHERE alliance_id = ${id}::uuid AND starts_on <= ${day} AND (ends_on IS NULL OR ends_on > ${day})`,
  })
}
