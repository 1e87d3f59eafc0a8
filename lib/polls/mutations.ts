import type { AuditFacts, Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { scheduleActivity } from '@/lib/activities/mutations'
import { fromLocal, plusDays, startOfDay, toDate, toLocal, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Prisma, type DateAnswer, type DatePollState } from '@/lib/core/prisma/client'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { notify, withdrawWaiting } from '@/lib/notifications/mutations'
import { messagesOf } from '@/lib/text/messages'
import type { PollSubject } from './queries'
import type { OpenPollInput } from './schema'

type Writer = { userId: string; today: Day; at: Date }

const pageOf = (id: string): string => `/portal/polls/${id}`

const facts = ({ id, title }: { id: string; title: string }, changes: Changes): AuditFacts => ({
  subjectType: 'datePoll',
  subjectId: id,
  subjectLabel: title,
  changes,
})

/**
 * Asks whoever holds a mandate of a member today (三(一): 主要负责人或指定专人). One alliance asks under one title once at a
 * time, so a second press finds the poll there.
 */
export async function openPoll(
  tx: Tx,
  input: OpenPollInput,
  { userId, today, at }: Writer,
): Promise<Outcome<{ pollId: string }>> {
  const { dates, closesOn, ...what } = input
  if (closesOn < today) throw new Refusal('INVALID', { closesOn: 'IN_THE_PAST' })
  const [poll] = await tx.datePoll.createManyAndReturn({
    data: [{ ...what, openTitle: what.title, closesOn: toDate(closesOn), createdById: userId, createdAt: at }],
    select: { id: true, title: true },
    skipDuplicates: true,
  })
  if (!poll) throw new Refusal('POLL_ALREADY_OPEN', { title: 'POLL_ALREADY_OPEN' })
  const proposed = dates.map(({ day, from, to }) => ({
    startsAt: fromLocal(`${day}T${from}`),
    endsAt: fromLocal(`${day}T${to}`),
  }))
  await tx.proposedDate.createMany({ data: proposed.map((date) => ({ ...date, pollId: poll.id })) })
  await notify(tx, {
    kind: 'DATE_POLL_OPENED',
    params: { title: what.title, day: closesOn },
    href: pageOf(poll.id),
    at,
    before: startOfDay(plusDays(closesOn, 1)),
    to: Prisma.sql`
      SELECT m.user_id FROM memberships s JOIN mandates m ON m.enterprise_id = s.enterprise_id
        AND m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to >= ${today}::date)
      WHERE s.alliance_id = ${what.allianceId}::uuid AND s.joined_on <= ${today}::date
        AND (s.left_on IS NULL OR s.left_on > ${today}::date)`,
  })
  const written = proposed.map(({ startsAt }) => stamp(startsAt))
  const changes: Changes = { kind: [null, what.kind], dates: [[], written], dueOn: [null, closesOn] }
  return { data: { pollId: poll.id }, record: facts(poll, changes) }
}

const stamp = (instant: Date): string => toLocal(instant).replace('T', ' ')

type Locked = { state: DatePollState; chosenDateId: string | null; activityId: string | null; isDue: boolean }

/** Whoever settles a poll stands in line; answers come in beside each other, and none beside that. */
async function lockPoll(tx: Tx, id: string, today: Day, how: 'answer' | 'settle'): Promise<Locked> {
  const strength = how === 'answer' ? Prisma.sql`FOR SHARE` : Prisma.sql`FOR UPDATE`
  const [row] = await tx.$queryRaw<Locked[]>`
    SELECT state::text AS state, chosen_date_id AS "chosenDateId", activity_id AS "activityId",
      closes_on >= ${today}::date AS "isDue" FROM date_polls WHERE id = ${id}::uuid ${strength}`
  if (!row) throw new Refusal('NOT_FOUND')
  return row
}

/** One's own answer to every date, until the poll closes; the same again changes nothing. */
export async function answerPoll(
  tx: Tx,
  poll: PollSubject,
  { answers, userId, today, at }: Writer & { answers: Record<string, DateAnswer> },
): Promise<Outcome<{ pollId: string }>> {
  const missing = poll.dates.filter(({ id }) => !answers[id]).map(({ id }) => [`answers.${id}`, 'CHOOSE_ONE'])
  if (missing.length > 0) throw new Refusal('INVALID', Object.fromEntries(missing))
  refuseUnless(Object.keys(answers).length === poll.dates.length, 'INVALID')
  const { state, isDue } = await lockPoll(tx, poll.id, today, 'answer')
  refuseUnless(state === 'OPEN' && isDue, 'POLL_CLOSED')
  const before = await tx.datePollAnswer.findMany({
    where: { userId, date: { pollId: poll.id } },
    select: { dateId: true, answer: true },
  })
  const was = Object.fromEntries(before.map(({ dateId, answer }) => [dateId, answer]))
  const moved = poll.dates.filter(({ id }) => was[id] !== answers[id])
  if (moved.length === 0) return { data: { pollId: poll.id }, record: null }
  const ids = moved.map(({ id }) => id)
  const given = ids.map((id) => answers[id] ?? 'NO')
  await tx.$executeRaw`
    INSERT INTO date_poll_answers (date_id, user_id, answer, answered_at)
    SELECT g.date_id, ${userId}::uuid, g.answer::"DateAnswer", ${at}
    FROM unnest(${ids}::uuid[], ${given}::text[]) AS g(date_id, answer)
    ON CONFLICT (date_id, user_id) DO UPDATE SET answer = EXCLUDED.answer, answered_at = EXCLUDED.answered_at`
  const written = (of: Record<string, DateAnswer>) =>
    moved.flatMap(({ id, startsAt }) => (of[id] ? [`${stamp(startsAt)} ${answerWord(of[id])}`] : []))
  return { data: { pollId: poll.id }, record: facts(poll, { dates: [written(was), written(answers)] }) }
}

/** The trail is kept in Chinese, like the titles in it. */
const answerWord = (answer: DateAnswer): string => messagesOf('zh-CN').polls.answerName[answer]

/**
 * Makes the chosen date a draft and tells those who answered. The poll is locked and taken by the first: a second press for
 * the same date is told the draft that there is, another date is refused.
 */
export async function chooseDate(
  tx: Tx,
  poll: PollSubject,
  { dateId, userId, today, at }: Writer & { dateId: string },
): Promise<Outcome<{ activityId: string }>> {
  const date = poll.dates.find(({ id }) => id === dateId)
  if (!date) throw new Refusal('INVALID', { dateId: 'NOT_A_CHOICE' })
  const { state, chosenDateId, activityId: there } = await lockPoll(tx, poll.id, today, 'settle')
  if (there && chosenDateId === dateId) return { data: { activityId: there }, record: null }
  refuseUnless(state === 'OPEN', 'POLL_SETTLED')
  refuseUnless(date.startsAt > at, 'POLL_DATE_PAST')
  const { id: activityId } = await scheduleActivity(tx, { input: draftOf(poll, date), createdById: userId, at })
  const { count } = await tx.datePoll.updateMany({
    where: { id: poll.id, state: 'OPEN' },
    data: { state: 'CHOSEN', openTitle: null, settledAt: at, chosenDateId: dateId, activityId },
  })
  refuseUnless(count === 1, 'POLL_SETTLED')
  const params = { startsAt: date.startsAt.toISOString(), endsAt: date.endsAt.toISOString(), place: poll.place }
  await tellAnswered(tx, poll, { kind: 'DATE_POLL_SETTLED', params, at })
  return { data: { activityId }, record: facts(poll, { startsAt: [null, date.startsAt], endsAt: [null, date.endsAt] }) }
}

/** The activity that a chosen date becomes; everything else is filled in before it is published. */
export const draftOf = (
  { kind, title, place, allianceId }: PollSubject,
  { startsAt, endsAt }: PollSubject['dates'][number],
): Parameters<typeof scheduleActivity>[1]['input'] => ({
  ...{ hostAllianceId: allianceId, kind, title, place, startsAt, endsAt, mode: 'ON_SITE', onlineUrl: '' },
  ...{ description: '', capacity: null, registrationOpensAt: null, registrationClosesAt: null },
  ...{ allianceIds: [], agenda: [] },
})

/** Nothing comes of it; whoever answered is told why. */
export async function cancelPoll(
  tx: Tx,
  poll: PollSubject,
  { reason, today, at }: Omit<Writer, 'userId'> & { reason: string },
): Promise<Outcome<{ pollId: string }>> {
  const { state } = await lockPoll(tx, poll.id, today, 'settle')
  if (state === 'CANCELLED') return { data: { pollId: poll.id }, record: null }
  const { count } = await tx.datePoll.updateMany({
    where: { id: poll.id, state: 'OPEN' },
    data: { state: 'CANCELLED', openTitle: null, settledAt: at, cancelReason: reason },
  })
  refuseUnless(count === 1, 'POLL_SETTLED')
  await tellAnswered(tx, poll, { kind: 'DATE_POLL_CANCELLED', params: { reason }, at })
  return { data: { pollId: poll.id }, record: facts(poll, { reason: [null, reason] }) }
}

type Told = {
  kind: 'DATE_POLL_SETTLED' | 'DATE_POLL_CANCELLED'
  params: Record<string, string>
  at: Date
}

/** What was to be answered and has not left yet is overtaken. */
async function tellAnswered(tx: Tx, { id, title }: PollSubject, { kind, params, at }: Told): Promise<void> {
  await withdrawWaiting(tx, pageOf(id))
  await notify(tx, {
    kind,
    params: { title, ...params },
    href: pageOf(id),
    at,
    to: Prisma.sql`SELECT a.user_id FROM date_poll_answers a JOIN proposed_dates d ON d.id = a.date_id
      WHERE d.poll_id = ${id}::uuid`,
  })
}
