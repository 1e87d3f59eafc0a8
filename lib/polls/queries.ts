import type { Actor } from '@/lib/access/actor'
import { fromDate, toDate, type Day } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import type { DateAnswer, Prisma } from '@/lib/core/prisma/client'
import { canAnswerPoll, visibleDatePolls } from './policy'
import type { DateCount } from './rules'

const allianceMark = { id: true, slug: true, name: true, nameEn: true, shortName: true, sortOrder: true } as const

const inOrder = [{ startsAt: 'asc' }, { id: 'asc' }] satisfies Prisma.ProposedDateOrderByWithRelationInput[]

const subjectSelect = {
  id: true,
  allianceId: true,
  alliance: { select: { id: true, slug: true } },
  kind: true,
  title: true,
  place: true,
  state: true,
  dates: { select: { id: true, startsAt: true, endsAt: true }, orderBy: inOrder },
} satisfies Prisma.DatePollSelect

export type PollSubject = Prisma.DatePollGetPayload<{ select: typeof subjectSelect }>

export const pollSubject = (tx: Tx, actor: Actor, { pollId }: { pollId: string }): Promise<PollSubject | null> =>
  tx.datePoll.findFirst({ where: { AND: [{ id: pollId }, visibleDatePolls(actor)] }, select: subjectSelect })

const pollSelect = {
  ...subjectSelect,
  alliance: { select: allianceMark },
  note: true,
  closesOn: true,
  chosenDateId: true,
  activityId: true,
  cancelReason: true,
  createdBy: { select: { name: true } },
} satisfies Prisma.DatePollSelect

type PollRecord = Prisma.DatePollGetPayload<{ select: typeof pollSelect }>

export type PollDate = PollRecord['dates'][number] & { counts: DateCount[]; own: DateAnswer | null }

/** A poll with what came of it so far, and the reader's own answers. */
export type PollDetail = Omit<PollRecord, 'closesOn' | 'dates'> & {
  closesOn: Day
  dates: PollDate[]
  /** People and enterprises that are asked today, and those of them who have answered. */
  asked: Standing
  answered: Standing
}

type Standing = { people: number; enterprises: number }

export async function getPoll(actor: Actor, id: string): Promise<PollDetail | null> {
  if (!isId(id)) return null
  const poll = await db.datePoll.findFirst({ where: { AND: [{ id }, visibleDatePolls(actor)] }, select: pollSelect })
  if (!poll) return null
  const [counts, standing, own] = await Promise.all([
    countAnswers(actor, poll),
    countAsked(actor, poll),
    db.datePollAnswer.findMany({
      where: { userId: actor.userId ?? '', date: { pollId: id } },
      select: { dateId: true, answer: true },
    }),
  ])
  return {
    ...poll,
    ...standing,
    closesOn: fromDate(poll.closesOn),
    dates: poll.dates.map((date) => ({
      ...date,
      counts: counts.filter(({ dateId }) => dateId === date.id),
      own: own.find(({ dateId }) => dateId === date.id)?.answer ?? null,
    })),
  }
}

type OnePoll = Pick<PollRecord, 'id' | 'allianceId'>

/** Who answers for which members today: a person with mandates of several firms answers for each of them. */
const countAnswers = ({ today }: Actor, { id, allianceId }: OnePoll): Promise<(DateCount & { dateId: string })[]> =>
  db.$queryRaw`
    SELECT a.date_id AS "dateId", a.answer::text AS answer, count(DISTINCT a.user_id)::int AS people,
      count(DISTINCT s.enterprise_id)::int AS enterprises
    FROM date_poll_answers a JOIN proposed_dates d ON d.id = a.date_id AND d.poll_id = ${id}::uuid
    JOIN mandates m ON m.user_id = a.user_id AND m.valid_from <= ${today}::date
      AND (m.valid_to IS NULL OR m.valid_to >= ${today}::date)
    JOIN memberships s ON s.enterprise_id = m.enterprise_id AND s.alliance_id = ${allianceId}::uuid
      AND s.joined_on <= ${today}::date AND (s.left_on IS NULL OR s.left_on > ${today}::date)
    GROUP BY a.date_id, a.answer`

async function countAsked(
  { today }: Actor,
  { id, allianceId }: OnePoll,
): Promise<{ asked: Standing; answered: Standing }> {
  const [row] = await db.$queryRaw<{ people: number; firms: number; answeredPeople: number; answeredFirms: number }[]>`
    WITH asked AS (
      SELECT m.user_id, s.enterprise_id, EXISTS (SELECT 1 FROM date_poll_answers a JOIN proposed_dates d
        ON d.id = a.date_id AND d.poll_id = ${id}::uuid WHERE a.user_id = m.user_id) AS has_answered
      FROM memberships s JOIN mandates m ON m.enterprise_id = s.enterprise_id AND m.valid_from <= ${today}::date
        AND (m.valid_to IS NULL OR m.valid_to >= ${today}::date)
      JOIN users u ON u.id = m.user_id AND u.disabled_at IS NULL
      WHERE s.alliance_id = ${allianceId}::uuid AND s.joined_on <= ${today}::date
        AND (s.left_on IS NULL OR s.left_on > ${today}::date))
    SELECT count(DISTINCT user_id)::int AS people, count(DISTINCT enterprise_id)::int AS firms,
      (count(DISTINCT user_id) FILTER (WHERE has_answered))::int AS "answeredPeople",
      (count(DISTINCT enterprise_id) FILTER (WHERE has_answered))::int AS "answeredFirms"
    FROM asked`
  return {
    asked: { people: row?.people ?? 0, enterprises: row?.firms ?? 0 },
    answered: { people: row?.answeredPeople ?? 0, enterprises: row?.answeredFirms ?? 0 },
  }
}

const lineSelect = { id: true, title: true, kind: true, closesOn: true } satisfies Prisma.DatePollSelect

type LineRecord = Prisma.DatePollGetPayload<{ select: typeof lineSelect }>

export type PollLine = Omit<LineRecord, 'closesOn'> & { closesOn: Day }

const asLine = ({ closesOn, ...row }: LineRecord): PollLine => ({ ...row, closesOn: fromDate(closesOn) })

const soonest = [{ closesOn: 'asc' }, { id: 'asc' }] satisfies Prisma.DatePollOrderByWithRelationInput[]

/** The polls of an alliance that nobody has settled yet. */
export async function listOpenPolls(actor: Actor, allianceId: string): Promise<PollLine[]> {
  const rows = await db.datePoll.findMany({
    where: { AND: [{ allianceId, state: 'OPEN' }, visibleDatePolls(actor)] },
    select: lineSelect,
    orderBy: soonest,
  })
  return rows.map(asLine)
}

/** What the actor could answer today and has not. */
export async function listUnansweredPolls(actor: Actor): Promise<PollLine[]> {
  const { hat, userId, today } = actor
  if (hat.kind !== 'ENTERPRISE' || !hat.allianceIds.some((allianceId) => canAnswerPoll(actor, { allianceId })))
    return []
  const rows = await db.datePoll.findMany({
    where: {
      AND: [
        {
          state: 'OPEN',
          closesOn: { gte: toDate(today) },
          dates: { none: { answers: { some: { userId: userId ?? '' } } } },
        },
        visibleDatePolls(actor),
      ],
    },
    select: lineSelect,
    orderBy: soonest,
  })
  return rows.map(asLine)
}

/** Those of the ids whose poll the actor sees. */
export async function listSeenPollIds(actor: Actor, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db.datePoll.findMany({
    where: { AND: [{ id: { in: ids } }, visibleDatePolls(actor)] },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
