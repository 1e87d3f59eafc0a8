import { randomUUID } from 'node:crypto'
import { answerPathOf } from '@/lib/access/answer-link'
import { loadIdentity, mintActor, wornHat } from '@/lib/access/identity'
import { sign } from '@/lib/access/signing'
import { publishActivity } from '@/lib/activities/mutations'
import { activitySubject } from '@/lib/activities/queries'
import { writeClaim } from '@/lib/attendance/claim-rules'
import { scannedToken, stepAt } from '@/lib/attendance/code-rules'
import { db } from '@/lib/core/db'
import { now, today } from '@/lib/core/now'
import { sendOutbox } from '@/lib/notifications/jobs'

/**
 * `publish` schedules a meeting of all alliances that is about to begin, publishes it to everybody, sends what waits for the
 * mail server and registers 500 people; it prints what each took and whom to send to it. `sight` prints what is seen of it
 * now: the scanned address and a claim to have seen it.
 */
const [task, ...rest] = process.argv.slice(2)
const registered = 500

async function took<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const began = performance.now()
  const result = await work()
  return { seconds: (performance.now() - began) / 1_000, result }
}

async function officer() {
  const user = await db.user.findUniqueOrThrow({ where: { email: 'officer@demo.test' }, select: { id: true } })
  const identity = await loadIdentity(db, user.id, today())
  if (!identity) throw new Error('the officer is nobody')
  return mintActor(identity, wornHat(identity, null), null, today())
}

/** A draft of all nine alliances whose door is open already. */
async function schedule(createdById: string): Promise<string> {
  const alliances = await db.alliance.findMany({ select: { id: true }, orderBy: { sortOrder: 'asc' } })
  const [host] = alliances
  if (!host) throw new Error('there is no alliance')
  const inMinutes = (minutes: number) => new Date(now().getTime() + minutes * 60_000)
  const { id } = await db.activity.create({
    data: {
      code: 'BENCH234',
      kind: 'EXCHANGE_MEETING',
      title: '九个安全联盟交流会',
      place: '上海展览中心',
      hostAllianceId: host.id,
      alliances: { create: alliances.map((alliance) => ({ allianceId: alliance.id })) },
      startsAt: inMinutes(30),
      endsAt: inMinutes(210),
      checkInSecret: randomUUID(),
      createdById,
    },
    select: { id: true },
  })
  return id
}

/** Places for the first of those who were invited, as their enterprises took them. */
async function register(activityId: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO registrations (id, activity_id, enterprise_id, user_id, state, created_by_id, updated_at)
    SELECT gen_random_uuid(), ${activityId}::uuid, own.enterprise_id, i.user_id, 'PLACED', i.user_id, now()
    FROM invitations i
    JOIN LATERAL (SELECT enterprise_id FROM mandates m
      WHERE m.user_id = i.user_id AND m.valid_to IS NULL ORDER BY m.id LIMIT 1) own ON true
    WHERE i.activity_id = ${activityId}::uuid ORDER BY i.id LIMIT ${registered}`
  await db.activity.update({ where: { id: activityId }, data: { placesTaken: registered }, select: { id: true } })
}

async function publish() {
  const actor = await officer()
  const id = await schedule(actor.userId ?? '')
  const published = await took(() =>
    db.$transaction(
      async (tx) => {
        const activity = await activitySubject(tx, actor, { id })
        if (!activity) throw new Error('the draft is gone')
        return publishActivity(tx, { activity, at: now() })
      },
      { timeout: 60_000 },
    ),
  )
  const people = await db.invitation.count({ where: { activityId: id } })
  const notices = await db.notification.count({
    where: { kind: 'ACTIVITY_INVITED', href: `/portal/activities/${id}` },
  })
  const mails = await db.outboxMessage.count({ where: { state: 'WAITING' } })
  const drained = await took(sendOutbox)
  const left = await db.outboxMessage.count({ where: { state: 'WAITING' } })
  await register(id)
  const guests = await db.invitation.findMany({
    where: { activityId: id },
    select: { id: true, userId: true },
    orderBy: { id: 'asc' },
  })
  return {
    id,
    people,
    notices,
    mails: mails - left,
    publishSeconds: published.seconds,
    drainSeconds: drained.seconds,
    answerPath: guests[0] ? answerPathOf(guests[0].id) : null,
    userIds: guests.map(({ userId }) => userId),
  }
}

async function sight(activityId = '') {
  const { code, ...key } = await db.activity.findUniqueOrThrow({
    where: { id: activityId },
    select: { id: true, code: true, checkInSecret: true },
  })
  const seen = { activityId, code, purpose: 'CHECK_IN' as const, seenAt: now(), method: 'CODE_SCANNED' as const }
  return {
    path: `/c/${code}`,
    scanned: `/c/${code}?t=${encodeURIComponent(scannedToken(key, stepAt(now())))}`,
    claim: sign('check-in-claim', writeClaim(seen)),
  }
}

console.log(JSON.stringify(task === 'publish' ? await publish() : await sight(rest[0])))
await db.$disconnect()
