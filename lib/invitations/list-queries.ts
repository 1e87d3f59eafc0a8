import type { Actor } from '@/lib/access/actor'
import { answerPathOf } from '@/lib/access/answer-link'
import type { Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { cutPage, decodeCursor, pageSize, type Page } from '@/lib/core/paging'
import type { Activity, Prisma } from '@/lib/core/prisma/client'
import type { RegistrationState } from '@/lib/core/prisma/enums'
import { audienceOf } from '@/lib/places/audience-policy'
import { visibleInvitations } from './policy'

/** An activity whose invitations the actor reads. */
type InvitingActivity = Pick<Activity, 'id'>

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
  /** No longer of the audience: whether the link goes on answering, because something had been answered. */
  left: 'KEPT' | 'ENDED' | null
}

type Found = {
  id: string
  userId: string
  revokedAt: Date | null
  leftAt: Date | null
  isKept: boolean
  urges: { createdAt: Date }[]
  user: { name: string; namePinyin: string }
}
type Represented = { userId: string; id: string; name: string }

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
    // Sorted by the people's names: joined, what belongs to a row would be read of thousands before fifty are taken.
    relationLoadStrategy: 'query',
    where: { AND: [where, cursor ? beyond(String(cursor.value), cursor.id, isBackwards) : {}] },
    select: {
      id: true,
      userId: true,
      revokedAt: true,
      leftAt: true,
      isKept: true,
      urges: { select: { createdAt: true }, orderBy: { day: 'desc' }, take: 1 },
      user: { select: { name: true, namePinyin: true } },
    },
    orderBy: [{ user: { namePinyin: order } }, { id: order }],
    take: pageSize + 1,
  })
  const page = cutPage(read, cursor, ({ user }) => user.namePinyin)
  return { ...page, rows: await withAnswers(activity.id, page.rows, actor.today) }
}

const beyond = (namePinyin: string, id: string, isBackwards: boolean): Prisma.InvitationWhereInput =>
  isBackwards
    ? { OR: [{ user: { namePinyin: { lt: namePinyin } } }, { user: { namePinyin }, id: { lt: id } }] }
    : { OR: [{ user: { namePinyin: { gt: namePinyin } } }, { user: { namePinyin }, id: { gt: id } }] }

/** For which enterprises the audience meets each of these people. */
async function metFor(activityId: string, userIds: string[], today: Day): Promise<Represented[]> {
  if (userIds.length === 0) return []
  return db.$queryRaw<Represented[]>`
    WITH ${audienceOf(activityId, today)}
    SELECT met.user_id AS "userId", e.id, e.name FROM met JOIN enterprises e ON e.id = met.enterprise_id
    WHERE met.user_id = ANY(${userIds}::uuid[]) ORDER BY e.name, e.id`
}

async function withAnswers(activityId: string, found: Found[], today: Day): Promise<InvitationRow[]> {
  const userIds = found.map(({ userId }) => userId)
  const represented = await metFor(activityId, userIds, today)
  const enterpriseIds = represented.map(({ id }) => id)
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
  return found.map(({ id, userId, revokedAt, leftAt, isKept, urges, user }) => {
    const enterprises = new Map(represented.filter((one) => one.userId === userId).map((one) => [one.id, one.name]))
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
      left: leftOf(leftAt, isKept),
    }
  })
}

const leftOf = (leftAt: Date | null, isKept: boolean): InvitationRow['left'] => {
  if (!leftAt) return null
  return isKept ? 'KEPT' : 'ENDED'
}

const answerOf = (own: RegistrationState | undefined, others: { answered: number; of: number }): Answered => {
  if (own && own !== 'WITHDRAWN') return own
  if (others.answered === 0) return 'NONE'
  return others.answered === others.of ? 'OTHER' : 'PARTLY'
}

export type InvitationTally = { people: number; enterprises: number; answered: number }

/** How many people are invited, for how many enterprises, and how many of those have a place, a wait or leave. */
export async function tallyInvitations(activity: InvitingActivity, today: Day): Promise<InvitationTally> {
  const [tally] = await db.$queryRaw<InvitationTally[]>`
    WITH ${audienceOf(activity.id, today)},
    asked AS (SELECT user_id FROM invitations WHERE activity_id = ${activity.id}::uuid AND left_at IS NULL),
    concerned AS (SELECT DISTINCT met.enterprise_id FROM asked JOIN met USING (user_id))
    SELECT (SELECT count(*)::int FROM asked) AS people, count(*)::int AS enterprises,
      count(*) FILTER (WHERE EXISTS (SELECT 1 FROM registrations r
        WHERE r.activity_id = ${activity.id}::uuid AND r.enterprise_id = c.enterprise_id
          AND r.state <> 'WITHDRAWN'))::int AS answered
    FROM concerned c`
  return tally ?? { people: 0, enterprises: 0, answered: 0 }
}
