import { unseal } from '@/lib/access/sealing'
import { daysBefore, inBatches } from '@/lib/core/batches'
import { db, type Tx } from '@/lib/core/db'
import { RobotProblem, sayInGroup } from '@/lib/core/group-robot'
import { log } from '@/lib/core/log'
import { now as clock } from '@/lib/core/now'
import { isNight } from '@/lib/notifications/delivery-rules'
import type { Settings } from '@/lib/settings/rules'
import { robotMessagesPerMinute } from './rules'

/** After so many attempts, over about an hour, a message is given up: an old one in a group only confuses. */
const attemptsMax = 7

type Waiting = { id: string; allianceId: string; sealedKey: string; body: string; attempts: number }

/** Says what waits, one after the other, as fast as the service takes it. Any number of workers may do so at once. */
export async function sendRobotMessages(): Promise<void> {
  const next = () => db.$transaction((tx) => takeNext(tx))
  for (let message = await next(); message; message = await next()) await send(message)
}

/**
 * Takes the message that is due longest of a robot that may still speak, and notes the attempt in the robot's row, which
 * nobody else touches meanwhile: so twenty a minute are never exceeded, by however many workers. When it is due again is
 * set at once, as for mail.
 */
async function takeNext(tx: Tx): Promise<Waiting | undefined> {
  const isDay = !isNight(clock())
  const [robot] = await tx.$queryRaw<{ allianceId: string }[]>`
    UPDATE alliance_robots SET recent = (recent || clock_timestamp()::timestamptz(3))[greatest(1, cardinality(recent) + 2 - ${robotMessagesPerMinute}::int):]
    WHERE alliance_id = (
      SELECT r.alliance_id FROM alliance_robots r
      WHERE (cardinality(r.recent) < ${robotMessagesPerMinute}::int OR r.recent[1] < clock_timestamp() - interval '1 minute')
        AND EXISTS (SELECT 1 FROM robot_messages m WHERE m.alliance_id = r.alliance_id AND m.state = 'WAITING'
          AND m.next_at <= now() AND (NOT m.can_wait OR ${isDay}))
      ORDER BY r.alliance_id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING alliance_id AS "allianceId"`
  if (!robot) return undefined
  const [message] = await tx.$queryRaw<Waiting[]>`
    UPDATE robot_messages m
    SET attempts = attempts + 1, next_at = now() + least(power(2, attempts), 60) * interval '1 minute'
    FROM alliance_robots r
    WHERE r.alliance_id = m.alliance_id AND m.id = (
      SELECT id FROM robot_messages WHERE alliance_id = ${robot.allianceId}::uuid AND state = 'WAITING'
        AND next_at <= now() AND (NOT can_wait OR ${isDay})
      ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING m.id, m.alliance_id AS "allianceId", r.sealed_key AS "sealedKey", m.body, m.attempts`
  return message
}

async function send({ id, allianceId, sealedKey, body, attempts }: Waiting): Promise<void> {
  try {
    const key = unseal('group-robot', allianceId, sealedKey)
    if (key === null) throw new RobotProblem('KEY_UNREADABLE')
    await sayInGroup(key, body)
    await db.$executeRaw`UPDATE robot_messages SET state = 'SENT', sent_at = now(), problem = NULL WHERE id = ${id}::uuid`
  } catch (error) {
    const problem = error instanceof RobotProblem ? error.code : 'UNKNOWN'
    log.warn({ robotMessageId: id, attempts, problem }, 'group not told')
    await db.robotMessage.updateMany({
      where: { id },
      data: { problem, ...(attempts >= attemptsMax && { state: 'FAILED' as const }) },
    })
  }
}

/** Forgets messages that were sent or given up long ago. */
export async function sweepRobotMessages({ outboxDays }: Settings['retention'], at: Date): Promise<void> {
  const before = daysBefore(at, outboxDays)
  await inBatches(
    (most) => db.$executeRaw`DELETE FROM robot_messages WHERE id IN (
      SELECT id FROM robot_messages WHERE state <> 'WAITING' AND created_at < ${before}
      LIMIT ${most} FOR UPDATE SKIP LOCKED)`,
  )
}
