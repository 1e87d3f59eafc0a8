import type { Actor } from '@/lib/access/actor'
import { enterableAlliances } from '@/lib/alliances/policy'
import { db, type Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { canKeepRobot, visibleRobotMessages } from './policy'

const allianceSelect = { id: true, slug: true, shortName: true } satisfies Prisma.AllianceSelect

export type RobotSubject = Prisma.AllianceGetPayload<{ select: typeof allianceSelect }>

/** The alliance whose robot it is, of those that the actor enters. */
export const robotSubject = (
  tx: Tx,
  actor: Actor,
  { allianceId }: { allianceId: string },
): Promise<RobotSubject | null> =>
  tx.alliance.findFirst({ where: { AND: [{ id: allianceId }, enterableAlliances(actor)] }, select: allianceSelect })

export type RobotMessageSubject = { id: string; alliance: RobotSubject }

export const robotMessageSubject = (
  tx: Tx,
  actor: Actor,
  { id }: { id: string },
): Promise<RobotMessageSubject | null> =>
  tx.robotMessage.findFirst({
    where: { AND: [{ id }, visibleRobotMessages(actor)] },
    select: { id: true, alliance: { select: allianceSelect } },
  })

const robotSelect = {
  keyEnd: true,
  setAt: true,
  setBy: { select: { name: true } },
} satisfies Prisma.AllianceRobotSelect

/** The key itself is not asked for. */
export type RobotView = Prisma.AllianceRobotGetPayload<{ select: typeof robotSelect }>

export async function getRobot(actor: Actor, alliance: { id: string; slug: string }): Promise<RobotView | null> {
  if (!canKeepRobot(actor, alliance)) return null
  return db.allianceRobot.findUnique({ where: { allianceId: alliance.id }, select: robotSelect })
}

const messageSelect = {
  id: true,
  body: true,
  state: true,
  attempts: true,
  problem: true,
  nextAt: true,
  sentAt: true,
  createdAt: true,
} satisfies Prisma.RobotMessageSelect

export type RobotMessageRow = Prisma.RobotMessageGetPayload<{ select: typeof messageSelect }>

const messagesMax = 20

/** The last messages of an alliance, newest first: sent, waiting, or given up. */
export const listRobotMessages = (actor: Actor, allianceId: string): Promise<RobotMessageRow[]> =>
  db.robotMessage.findMany({
    where: { AND: [{ allianceId }, visibleRobotMessages(actor)] },
    select: messageSelect,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: messagesMax,
  })
