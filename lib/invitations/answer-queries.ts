import type { Actor } from '@/lib/access/actor'
import { invitationOf } from '@/lib/access/answer-link'
import { db } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { audienceOf } from '@/lib/places/audience-policy'
import { membershipsConcerned } from '@/lib/places/policy'
import { answerable, heldOn } from './queries'
import type { EnterprisePlace } from './rules'

const activitySelect = {
  id: true,
  title: true,
  state: true,
  mode: true,
  place: true,
  startsAt: true,
  endsAt: true,
  registrationOpensAt: true,
  registrationClosesAt: true,
} satisfies Prisma.ActivitySelect

export type AnsweredActivity = Prisma.ActivityGetPayload<{ select: typeof activitySelect }>

type Person = { id: string; name: string }

export type AnswerPlace = EnterprisePlace & { name: string | null }

/** An enterprise that the person answers for: what stands for it, and whom else it may send. */
export type Represented = { id: string; name: string; places: AnswerPlace[]; people: Person[] }

export type AnswerView = { person: Person; activity: AnsweredActivity; represented: Represented[] }

/**
 * What the page of a link shows, whoever opens it: the activity, and the enterprises that its person represents today among
 * those it invites. Null: no link of ours, revoked, or its person may not sign in any more.
 */
export async function readAnswer(actor: Actor, token: string): Promise<AnswerView | null> {
  const id = invitationOf(token)
  const found =
    id &&
    (await db.invitation.findFirst({
      where: answerable(id),
      select: { user: { select: { id: true, name: true } }, activity: { select: activitySelect } },
    }))
  if (!found) return null
  const { user, activity } = found
  const enterprises = await representedBy(actor, user.id, activity)
  const ids = enterprises.map((enterprise) => enterprise.id)
  const [places, people] = await Promise.all([placesOf(activity.id, ids), peopleOf(ids, user.id)])
  const represented = enterprises.map((enterprise) => ({
    ...enterprise,
    places: places.filter(({ enterpriseId }) => enterpriseId === enterprise.id),
    people: people.filter(({ enterpriseIds }) => enterpriseIds.includes(enterprise.id)),
  }))
  return { person: user, activity, represented }
}

/** Those that the audience means, and those for which something stands already. */
async function representedBy(actor: Actor, userId: string, activity: AnsweredActivity) {
  const firms = await db.$queryRaw<{ id: string }[]>`
    WITH ${audienceOf(activity.id, actor.today)}
    SELECT DISTINCT f.enterprise_id AS id FROM firm f JOIN mandates m USING (enterprise_id) WHERE m.user_id = ${userId}::uuid`
  const answered = { activityId: activity.id, state: { not: 'WITHDRAWN' } } as const
  return db.enterprise.findMany({
    where: {
      mandates: { some: { AND: [{ userId }, heldOn(actor.today)] } },
      memberships: { some: membershipsConcerned(activity) },
      OR: [{ id: { in: firms.map(({ id }) => id) } }, { registrations: { some: answered } }],
    },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
}

async function placesOf(
  activityId: string,
  enterpriseIds: string[],
): Promise<(AnswerPlace & { enterpriseId: string })[]> {
  const rows = await db.registration.findMany({
    where: { activityId, enterpriseId: { in: enterpriseIds }, state: { not: 'WITHDRAWN' } },
    select: {
      id: true,
      state: true,
      userId: true,
      offeredUntil: true,
      enterpriseId: true,
      user: { select: { name: true } },
    },
    orderBy: [{ state: 'asc' }, { queuedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ user, ...row }) => ({ ...row, name: user?.name ?? null }))
}

async function peopleOf(enterpriseIds: string[], exceptId: string): Promise<(Person & { enterpriseIds: string[] })[]> {
  const there = { enterpriseId: { in: enterpriseIds } }
  const rows = await db.user.findMany({
    where: {
      disabledAt: null,
      id: { not: exceptId },
      OR: [{ mandates: { some: there } }, { appointments: { some: there } }],
    },
    select: {
      id: true,
      name: true,
      mandates: { where: there, select: { enterpriseId: true } },
      appointments: { where: there, select: { enterpriseId: true } },
    },
    orderBy: [{ namePinyin: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name, mandates, appointments }) => ({
    id,
    name,
    enterpriseIds: [...mandates, ...appointments].flatMap((row) => row.enterpriseId ?? []),
  }))
}
