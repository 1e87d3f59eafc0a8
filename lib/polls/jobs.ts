import { dayOf, plusDays, toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { log } from '@/lib/core/log'
import { now } from '@/lib/core/now'
import { remindOfPoll } from './reminder-mutations'

/** The round: one transaction for each poll that closes today or tomorrow. */
export async function remindOfPolls(): Promise<void> {
  const at = now()
  const today = dayOf(at)
  const closing = await db.datePoll.findMany({
    where: {
      state: 'OPEN',
      remindedAt: null,
      closesOn: { gte: toDate(today), lte: toDate(plusDays(today, 1)) },
    },
    select: { id: true, allianceId: true, title: true, closesOn: true, createdAt: true },
    orderBy: { id: 'asc' },
  })
  let told = 0
  for (const poll of closing) told += await db.$transaction((tx) => remindOfPoll(tx, poll, at))
  if (told > 0) log.info({ people: told }, 'reminded of date polls')
}
