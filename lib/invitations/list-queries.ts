import type { Actor } from '@/lib/access/actor'
import { answerPathOf } from '@/lib/access/answer-link'
import { dayOf, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { cutPage, decodeCursor, pageSize, type Page } from '@/lib/core/paging'
import type { Activity, Prisma } from '@/lib/core/prisma/client'
import type { RegistrationState } from '@/lib/core/prisma/enums'
import { membershipsConcerned } from '@/lib/places/policy'
import { visibleInvitations } from './policy'
import { heldOn } from './queries'

/** An activity whose invitations the actor reads. */
type InvitingActivity = Pick<Activity, 'id' | 'startsAt'>

/** OTHER: by others, for all of the person's enterprises; PARTLY: for some of them. */
export type Answered = 'PLACED' | 'WAITING' | 'ON_LEAVE' | 'OTHER' | 'PARTLY' | 'NONE'

export type InvitationRow = {
  id: string
  person: string
  enterprises: string[]
  isRead: boolean
  answer: Answered
  /** Some enterprise of the person's has answered nothing. */
  isUnanswered: boolean
  urgedAt: Date | null
  /** null: shut. */
  path: string | null
}

type Found = {
  id: string
  userId: string
  revokedAt: Date | null
  urges: { createdAt: Date }[]
  user: { name: string; namePinyin: string; mandates: Mandate[] }
}
type Mandate = { enterprise: { id: string; name: string } }

/** Who was invited, by name in pinyin, one page, with what each of them and their enterprises have answered. */
export async function listInvitations(
  actor: Actor,
  activity: InvitingActivity,
  cursorText?: string,
): Promise<Page<InvitationRow>> {
  const cursor = decodeCursor(cursorText)
  const isBackwards = cursor?.direction === 'before'
  const order = isBackwards ? 'desc' : 'asc'
  const where = { AND: [{ activityId: activity.id }, visibleInvitations(actor)] }
  const read: Found[] = await db.invitation.findMany({
    where: { AND: [where, cursor ? beyond(String(cursor.value), cursor.id, isBackwards) : {}] },
    select: {
      id: true,
      userId: true,
      revokedAt: true,
      urges: { select: { createdAt: true }, orderBy: { day: 'desc' }, take: 1 },
      user: { select: { name: true, namePinyin: true, mandates: mandatesFor(activity, actor.today) } },
    },
    orderBy: [{ user: { namePinyin: order } }, { id: order }],
    take: pageSize + 1,
  })
  const page = cutPage(read, cursor, ({ user }) => user.namePinyin)
  return { ...page, rows: await withAnswers(activity.id, page.rows) }
}

const beyond = (namePinyin: string, id: string, isBackwards: boolean): Prisma.InvitationWhereInput =>
  isBackwards
    ? { OR: [{ user: { namePinyin: { lt: namePinyin } } }, { user: { namePinyin }, id: { lt: id } }] }
    : { OR: [{ user: { namePinyin: { gt: namePinyin } } }, { user: { namePinyin }, id: { gt: id } }] }

/** Mandates of today, of enterprises that the activity is open to on its day. */
function mandatesFor(activity: InvitingActivity, today: Day) {
  const isMember = membershipsConcerned(activity)
  return {
    where: { AND: [heldOn(today), { enterprise: { memberships: { some: isMember } } }] },
    select: { enterprise: { select: { id: true, name: true } } },
    orderBy: { enterprise: { name: 'asc' } },
  } satisfies Prisma.User$mandatesArgs
}

async function withAnswers(activityId: string, found: Found[]): Promise<InvitationRow[]> {
  const userIds = found.map(({ userId }) => userId)
  const enterpriseIds = found.flatMap(({ user }) => user.mandates.map(({ enterprise }) => enterprise.id))
  const [places, read] = await Promise.all([
    db.registration.findMany({
      where: {
        activityId,
        state: { not: 'WITHDRAWN' },
        OR: [{ userId: { in: userIds } }, { enterpriseId: { in: enterpriseIds } }],
      },
      select: { userId: true, enterpriseId: true, state: true },
      orderBy: { state: 'asc' },
    }),
    db.notification.findMany({
      where: {
        href: `/portal/activities/${activityId}`,
        kind: 'ACTIVITY_INVITED',
        userId: { in: userIds },
        readAt: { not: null },
      },
      select: { userId: true },
    }),
  ])
  const readers = new Set(read.map(({ userId }) => userId))
  return found.map(({ id, userId, revokedAt, urges, user }) => {
    const enterprises = new Map(user.mandates.map(({ enterprise }) => [enterprise.id, enterprise.name]))
    const own = places.find((place) => place.userId === userId)?.state
    const answered = new Set(places.map(({ enterpriseId }) => enterpriseId).filter((one) => enterprises.has(one)))
    return {
      id,
      person: user.name,
      enterprises: [...enterprises.values()],
      isRead: readers.has(userId),
      answer: answerOf(own, { answered: answered.size, of: enterprises.size }),
      isUnanswered: answered.size < enterprises.size,
      urgedAt: urges[0]?.createdAt ?? null,
      path: revokedAt ? null : answerPathOf(id),
    }
  })
}

const answerOf = (own: RegistrationState | undefined, others: { answered: number; of: number }): Answered => {
  if (own && own !== 'WITHDRAWN') return own
  if (others.answered === 0) return 'NONE'
  return others.answered === others.of ? 'OTHER' : 'PARTLY'
}

export type InvitationTally = { people: number; enterprises: number; answered: number }

/** How many people were invited, for how many enterprises, and how many of those have a place, a wait or leave. */
export async function tallyInvitations(activity: InvitingActivity, today: Day): Promise<InvitationTally> {
  const [tally] = await db.$queryRaw<InvitationTally[]>`
    WITH asked AS (SELECT user_id FROM invitations WHERE activity_id = ${activity.id}::uuid),
    concerned AS (
      SELECT DISTINCT m.enterprise_id FROM asked JOIN mandates m USING (user_id)
      JOIN memberships s ON s.enterprise_id = m.enterprise_id
        AND s.joined_on <= ${dayOf(activity.startsAt)}::date
        AND (s.left_on IS NULL OR s.left_on > ${dayOf(activity.startsAt)}::date)
      JOIN activity_alliances aa ON aa.alliance_id = s.alliance_id AND aa.activity_id = ${activity.id}::uuid
      WHERE m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to >= ${today}::date))
    SELECT (SELECT count(*)::int FROM asked) AS people, count(*)::int AS enterprises,
      count(*) FILTER (WHERE EXISTS (SELECT 1 FROM registrations r
        WHERE r.activity_id = ${activity.id}::uuid AND r.enterprise_id = c.enterprise_id
          AND r.state <> 'WITHDRAWN'))::int AS answered
    FROM concerned c`
  return tally ?? { people: 0, enterprises: 0, answered: 0 }
}
