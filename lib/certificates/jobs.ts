import { dayOf, plusDays, toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { log } from '@/lib/core/log'
import { now } from '@/lib/core/now'
import { remindOfEnding } from './reminder-mutations'
import { endingSteps } from './rules'

/** The daily round: one transaction for each enterprise, so that one that fails keeps no other from being told. */
export async function remindOfCertificates(): Promise<void> {
  const at = now()
  const today = dayOf(at)
  const ending = await db.certificate.findMany({
    where: { revokedAt: null, validUntil: { gte: toDate(today), lte: toDate(plusDays(today, endingSteps[0])) } },
    select: { enterpriseId: true },
    distinct: ['enterpriseId'],
    orderBy: { enterpriseId: 'asc' },
  })
  let told = 0
  for (const { enterpriseId } of ending)
    told += await db.$transaction((tx) => remindOfEnding(tx, { enterpriseId, today, at }), { timeout: 60_000 })
  if (told > 0) log.info({ certificates: told }, 'reminded of certificates that end')
}
