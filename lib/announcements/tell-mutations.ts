import type { Tx } from '@/lib/core/db'
import type { Day } from '@/lib/core/clock'
import { Prisma } from '@/lib/core/prisma/client'
import type { AnnouncementAudience } from '@/lib/core/prisma/enums'
import { notify } from '@/lib/notifications/mutations'

type Untold = { id: string; title: string; audience: AnnouncementAudience; createdById: string }

/**
 * Takes the announcement that has waited longest of those whose hour has come, and tells its audience in the same
 * transaction: either both are done or neither, so that no retry tells twice. False: nothing waits.
 */
export async function tellNext(tx: Tx, { at, today }: { at: Date; today: Day }): Promise<boolean> {
  const [next] = await tx.$queryRaw<Untold[]>`
    UPDATE announcements SET told_at = ${at}
    WHERE id = (
      SELECT id FROM announcements WHERE told_at IS NULL AND withdrawn_at IS NULL AND publish_at <= ${at}
      ORDER BY publish_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, title, audience, created_by_id AS "createdById"`
  if (!next) return false
  await notify(tx, {
    kind: 'ANNOUNCEMENT_PUBLISHED',
    params: { title: next.title },
    href: `/portal/announcements/${next.id}`,
    at,
    to: Prisma.sql`SELECT told.id FROM (${audienceOf(next, today)}) AS told (id) WHERE told.id <> ${next.createdById}::uuid`,
  })
  return true
}

/** The people who act today for those addressed: of enterprises, of jurisdictions, and of the insurers of alliances. */
function audienceOf({ id, audience }: Untold, today: Day): Prisma.Sql {
  if (audience === 'PUBLIC' || audience === 'EVERYONE') return Prisma.sql`SELECT id FROM users`
  const addressed = Prisma.sql`SELECT jurisdiction_id, alliance_id FROM announcement_addressees WHERE announcement_id = ${id}::uuid`
  const enterprises = Prisma.sql`
    SELECT e.id FROM enterprises e JOIN (${addressed}) AS a ON a.jurisdiction_id = e.supervising_jurisdiction_id
    UNION SELECT m.enterprise_id FROM memberships m JOIN (${addressed}) AS a ON a.alliance_id = m.alliance_id
    WHERE m.joined_on <= ${today}::date AND (m.left_on IS NULL OR m.left_on > ${today}::date)`
  return Prisma.sql`
    SELECT user_id FROM mandates
    WHERE enterprise_id IN (${enterprises}) AND valid_from <= ${today}::date AND (valid_to IS NULL OR valid_to >= ${today}::date)
    UNION SELECT p.user_id FROM appointments p
    WHERE (p.enterprise_id IN (${enterprises}) OR p.jurisdiction_id IN (SELECT jurisdiction_id FROM (${addressed}) AS a))
      AND p.starts_on <= ${today}::date AND (p.ends_on IS NULL OR p.ends_on > ${today}::date)
    UNION SELECT unnest(ARRAY[i.coordinator_id, i.deputy_id]) FROM insurer_appointments i
    WHERE i.alliance_id IN (SELECT alliance_id FROM (${addressed}) AS a)
      AND i.starts_on <= ${today}::date AND (i.ends_on IS NULL OR i.ends_on > ${today}::date)
    UNION SELECT c.deputy_id FROM covers c JOIN insurer_appointments i ON i.id = c.appointment_id
    WHERE i.alliance_id IN (SELECT alliance_id FROM (${addressed}) AS a)
      AND c.starts_on <= ${today}::date AND c.ends_on > ${today}::date`
}
