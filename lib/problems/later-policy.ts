import type { Day } from '@/lib/core/clock'
import { Prisma } from '@/lib/core/prisma/client'

/**
 * Members of today (`enterprise_id`) that joined since a problem was sent, and have no to-do of it. Members of before that
 * were not chosen are none: whoever sent it left them out.
 */
export const laterMembers = (problemId: string, today: Day): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT s.enterprise_id FROM problems p
  JOIN alliance_years y ON y.id = p.alliance_year_id
  JOIN memberships s ON s.alliance_id = y.alliance_id AND s.joined_on <= ${today}::date
    AND s.joined_on >= (p.sent_at AT TIME ZONE 'Asia/Shanghai')::date
    AND (s.left_on IS NULL OR s.left_on > ${today}::date)
  WHERE p.id = ${problemId}::uuid AND p.state = 'SENT' AND NOT EXISTS (
    SELECT FROM problem_todos t WHERE t.problem_id = p.id AND t.enterprise_id = s.enterprise_id)`
