import type { AuditFacts, Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { fromDate, plusDays, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { Prisma } from '@/lib/core/prisma/client'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { notify } from '@/lib/notifications/mutations'
import { caseFacts } from './mutations'
import { dueDaysMax } from './rules'
import type { SelfCheckAnswers } from './schema'
import type { ReplySubject, SelfCheckSubject, Sending } from './subject-queries'

type Writer = { userId: string; today: Day }

/** Asks the members of today, once for each alliance: whoever presses second finds what was sent. */
export async function sendCase(
  tx: Tx,
  { case: accident, allianceId, alliance }: Sending,
  { dueOn, userId, today }: Writer & { dueOn: Day },
): Promise<Outcome<{ selfCheckId: string }>> {
  if (dueOn < today) throw new Refusal('INVALID', { dueOn: 'IN_THE_PAST' })
  if (dueOn > plusDays(today, dueDaysMax)) throw new Refusal('INVALID', { dueOn: 'TOO_FAR' })
  const at = now()
  await tx.$queryRaw`SELECT id FROM accident_cases WHERE id = ${accident.id}::uuid FOR UPDATE`
  const { count } = await tx.selfCheck.createMany({
    data: { caseId: accident.id, allianceId, dueOn: toDate(dueOn), sentById: userId, sentAt: at },
    skipDuplicates: true,
  })
  const pair = { caseId_allianceId: { caseId: accident.id, allianceId } }
  const { id } = await tx.selfCheck.findUniqueOrThrow({ where: pair, select: { id: true } })
  if (count === 0) return { data: { selfCheckId: id }, record: null }
  const members = await tx.$executeRaw`
    INSERT INTO self_check_replies (id, self_check_id, enterprise_id)
    SELECT gen_random_uuid(), ${id}::uuid, s.enterprise_id FROM memberships s
    WHERE s.alliance_id = ${allianceId}::uuid AND s.joined_on <= ${today}::date
      AND (s.left_on IS NULL OR s.left_on > ${today}::date)
    ON CONFLICT DO NOTHING`
  refuseUnless(members > 0, 'PROBLEM_NOBODY_CONCERNED')
  await tellMembers(tx, { id, title: accident.title, dueOn }, { kind: 'SELF_CHECK_SENT', today, at })
  const changes: Changes = { alliance: [null, alliance], members: [null, members], dueOn: [null, dueOn] }
  return { data: { selfCheckId: id }, record: caseFacts(accident, changes) }
}

type Told = { kind: 'SELF_CHECK_SENT' | 'SELF_CHECK_URGED'; today: Day; at: Date }

/** Tells whoever holds a mandate today of the members that have not answered. */
const tellMembers = (
  tx: Tx,
  { id, title, dueOn }: { id: string; title: string; dueOn: Day },
  { kind, today, at }: Told,
): Promise<number> =>
  notify(tx, {
    kind,
    params: { title, day: dueOn },
    href: `/portal/self-checks/${id}`,
    at,
    to: Prisma.sql`
      SELECT m.user_id FROM self_check_replies r JOIN mandates m ON m.enterprise_id = r.enterprise_id
      WHERE r.self_check_id = ${id}::uuid AND r.answered_at IS NULL
        AND m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to >= ${today}::date)`,
  })

/** Urges whoever has not answered: once a day, by the guard on the day. */
export async function urgeSelfCheck(tx: Tx, check: SelfCheckSubject, today: Day): Promise<Outcome<{ urged: number }>> {
  const { count } = await tx.selfCheck.updateMany({
    where: { id: check.id, OR: [{ urgedOn: null }, { urgedOn: { lt: toDate(today) } }] },
    data: { urgedOn: toDate(today) },
  })
  refuseUnless(count === 1, 'SELF_CHECK_URGED_TODAY')
  const waiting = await tx.selfCheckReply.count({ where: { selfCheckId: check.id, answeredAt: null } })
  refuseUnless(waiting > 0, 'SELF_CHECK_ALL_ANSWERED')
  const told = { id: check.id, title: check.case.title, dueOn: fromDate(check.dueOn) }
  await tellMembers(tx, told, { kind: 'SELF_CHECK_URGED', today, at: now() })
  return { data: { urged: waiting }, record: selfCheckFacts(check, { urged: [null, waiting] }) }
}

const selfCheckFacts = ({ case: { id, title }, alliance }: SelfCheckSubject, changes: Changes): AuditFacts =>
  caseFacts({ id, title }, { alliance: [null, alliance.name], ...changes })

/** One answer for each question, all at once; said otherwise until the due day, a first time also later. */
export async function answerSelfCheck(
  tx: Tx,
  reply: ReplySubject,
  { version, answers, userId, today }: Writer & { version: number; answers: SelfCheckAnswers },
): Promise<Outcome<{ version: number }>> {
  const { id, enterpriseId, selfCheck } = reply
  const given = new Set(answers.map(({ questionId }) => questionId))
  const isWhole = answers.length === given.size && selfCheck.case.questions.every((one) => given.has(one.id))
  refuseUnless(isWhole && answers.length === selfCheck.case.questions.length, 'CONFLICT')
  const { count } = await tx.selfCheckReply.updateMany({
    where: { id, version, enterpriseId, OR: [{ answeredAt: null }, { selfCheck: { dueOn: { gte: toDate(today) } } }] },
    data: { answeredAt: now(), answeredById: userId, version: { increment: 1 } },
  })
  refuseUnless(count === 1 || !reply.answeredAt || today <= fromDate(selfCheck.dueOn), 'SELF_CHECK_OVER')
  refuseUnless(count === 1, 'CONFLICT')
  await tx.selfCheckAnswer.deleteMany({ where: { replyId: id } })
  await tx.selfCheckAnswer.createMany({ data: answers.map((one) => ({ replyId: id, ...one })) })
  const could = answers.filter(({ answer }) => answer === 'YES').length
  const changes: Changes = { enterprise: [null, reply.enterprise.name], couldHappen: [null, could] }
  return { data: { version: version + 1 }, record: selfCheckFacts(selfCheck, changes) }
}
