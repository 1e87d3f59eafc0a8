import { dayOf, fromDate, plusDays, startOfDay, toDate } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Prisma, type DatePoll } from '@/lib/core/prisma/client'
import { notify } from '@/lib/notifications/mutations'
import { remindedFrom } from './rules'

type ClosingPoll = Pick<DatePoll, 'id' | 'allianceId' | 'title' | 'closesOn' | 'createdAt'>

/**
 * Tells whoever is asked today and has not answered that the poll is about to close: once, because the row keeps that it
 * was done. How many people.
 */
export async function remindOfPoll(tx: Tx, poll: ClosingPoll, at: Date): Promise<number> {
  const today = dayOf(at)
  const closesOn = fromDate(poll.closesOn)
  const { count } = await tx.datePoll.updateMany({
    where: {
      id: poll.id,
      state: 'OPEN',
      remindedAt: null,
      closesOn: { gte: toDate(today), lte: toDate(plusDays(today, 1)) },
    },
    data: { remindedAt: at },
  })
  // Whoever was asked the day before has just read of it.
  if (count === 0 || poll.createdAt >= remindedFrom(closesOn)) return 0
  return notify(tx, {
    kind: 'DATE_POLL_CLOSES',
    params: { title: poll.title, day: closesOn },
    href: `/portal/polls/${poll.id}`,
    at,
    before: startOfDay(plusDays(closesOn, 1)),
    to: Prisma.sql`
      SELECT m.user_id FROM memberships s JOIN mandates m ON m.enterprise_id = s.enterprise_id
        AND m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to >= ${today}::date)
      WHERE s.alliance_id = ${poll.allianceId}::uuid AND s.joined_on <= ${today}::date
        AND (s.left_on IS NULL OR s.left_on > ${today}::date)
        AND NOT EXISTS (SELECT FROM date_poll_answers a JOIN proposed_dates d ON d.id = a.date_id
          WHERE d.poll_id = ${poll.id}::uuid AND a.user_id = m.user_id)`,
  })
}
