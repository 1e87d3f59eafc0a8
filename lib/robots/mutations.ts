import { seal } from '@/lib/access/sealing'
import type { Tx } from '@/lib/core/db'
import { publicUrl } from '@/lib/core/env'
import { enqueue } from '@/lib/core/jobs'
import { refuseUnless } from '@/lib/core/result'
import { timingOf } from '@/lib/notifications/delivery-rules'
import { wordsOf, type NotificationKind, type NotificationParams } from '@/lib/notifications/rules'
import { messagesOf } from '@/lib/text/messages'
import { fitted } from './rules'

/** Keeps the robot of an alliance, or another one in its place. The end of the former key; null: there was none. */
export async function setRobot(
  tx: Tx,
  { allianceId, key, setById, at }: { allianceId: string; key: string; setById: string; at: Date },
): Promise<{ before: string | null; after: string }> {
  const former = await tx.allianceRobot.findUnique({ where: { allianceId }, select: { keyEnd: true } })
  const robot = { sealedKey: seal('group-robot', allianceId, key), keyEnd: key.slice(-4), setById, setAt: at }
  await tx.allianceRobot.upsert({
    where: { allianceId },
    create: { allianceId, ...robot },
    update: { ...robot, recent: [] },
    select: { allianceId: true },
  })
  return { before: former?.keyEnd ?? null, after: robot.keyEnd }
}

/** Forgets the robot, and what it has not said yet. The end of its key. */
export async function removeRobot(tx: Tx, allianceId: string): Promise<string> {
  const [gone] = await tx.$queryRaw<{ keyEnd: string }[]>`
    DELETE FROM alliance_robots WHERE alliance_id = ${allianceId}::uuid RETURNING key_end AS "keyEnd"`
  refuseUnless(gone !== undefined, 'NO_ROBOT')
  await tx.robotMessage.deleteMany({ where: { allianceId, state: 'WAITING' } })
  return gone?.keyEnd ?? ''
}

type Said = { allianceIds: string[]; href: string; body: string; at: Date; leavesAt: Date; canWait: boolean }

/** Puts a message for those of the alliances that have a robot. How many. */
async function queueMessages(tx: Tx, said: Said): Promise<number> {
  const { allianceIds, href, body, at, leavesAt, canWait } = said
  const count = await tx.$executeRaw`
    INSERT INTO robot_messages (id, alliance_id, href, body, can_wait, next_at, created_at)
    SELECT gen_random_uuid(), alliance_id, ${href}, ${fitted(body)}, ${canWait}, ${leavesAt}, ${at}
    FROM alliance_robots WHERE alliance_id = ANY(${allianceIds}::uuid[])`
  if (count > 0) await enqueue(tx, 'robots.send', {})
  return count
}

export async function sayTest(tx: Tx, allianceId: string, at: Date): Promise<void> {
  const body = messagesOf('zh-CN').robots.testText
  const count = await queueMessages(tx, { allianceIds: [allianceId], href: '', body, at, leavesAt: at, canWait: false })
  refuseUnless(count === 1, 'NO_ROBOT')
}

type Told = {
  kind: NotificationKind
  params: NotificationParams
  href: string
  at: Date
  before: Date
  allianceIds: string[]
}

/**
 * Tells the groups of alliances something, in the transaction in which it came true. What was to be said of the same thing
 * and has not left yet is overtaken. A group reads Chinese, and no link of anybody's own.
 */
export async function tellGroups(tx: Tx, { kind, params, href, at, before, allianceIds }: Told): Promise<number> {
  await tx.robotMessage.deleteMany({ where: { href, state: 'WAITING', canWait: true, attempts: 0 } })
  const { title, text } = wordsOf('zh-CN', kind, params)
  const { leavesAt, canWait } = timingOf(kind, at, before)
  const body = `${title}\n${text}\n${publicUrl}${href}`
  return queueMessages(tx, { allianceIds, href, body, at, leavesAt, canWait })
}

/** The groups that have read of something. */
export async function groupsThatHeard(tx: Tx, href: string): Promise<string[]> {
  const said = await tx.robotMessage.findMany({
    where: { href, state: 'SENT' },
    select: { allianceId: true },
    distinct: ['allianceId'],
  })
  return said.map(({ allianceId }) => allianceId)
}

/** Takes back what was to be said of something and has not left yet. */
export async function hushGroups(tx: Tx, href: string): Promise<void> {
  await tx.robotMessage.deleteMany({ where: { href, state: 'WAITING', attempts: 0 } })
}

/** Gives a message that was given up its attempts anew. */
export async function sendRobotMessageAgain(tx: Tx, id: string, at: Date): Promise<void> {
  const { count } = await tx.robotMessage.updateMany({
    where: { id, state: 'FAILED', alliance: { robot: { isNot: null } } },
    data: { state: 'WAITING', attempts: 0, nextAt: at },
  })
  refuseUnless(count === 1, 'ROBOT_MESSAGE_NOT_FAILED')
  await enqueue(tx, 'robots.send', {})
}
