import { beforeAll } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/robots/actions'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, worldNow, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

/** Who enters the alliance sees that it has a robot at most; who does not is told that there is nothing. */
const keepers = verdicts('FORBIDDEN', {
  administrator: 'ok',
  officer: 'ok',
  coordinator: 'ok',
  deputy: 'ok',
  hatless: 'NOT_FOUND',
  insurerAdministrator: 'NOT_FOUND',
  otherCoordinator: 'NOT_FOUND',
  formerCoordinator: 'NOT_FOUND',
  otherLead: 'NOT_FOUND',
  expired: 'NOT_FOUND',
  stranger: 'NOT_FOUND',
})

const organisers = verdicts('NOT_FOUND', { administrator: 'ok', officer: 'ok', coordinator: 'ok', deputy: 'ok' })

const withRobot = async ({ alliances, people }: World) => {
  const allianceId = alliances.coatings
  const robot = { sealedKey: 'x', keyEnd: 'abcd', setById: people.coordinator.userId, setAt: worldNow }
  await db.allianceRobot.upsert({ where: { allianceId }, create: { allianceId, ...robot }, update: robot })
  return { allianceId }
}

const failed = async (w: World) => {
  const { allianceId } = await withRobot(w)
  const data = {
    allianceId,
    body: '消息',
    state: 'FAILED' as const,
    canWait: false,
    nextAt: worldNow,
    createdAt: worldNow,
  }
  return db.robotMessage.create({ data, select: { id: true } })
}

const address = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7dda-4bc4-97a0-0ec25ffa5aaa'

describePermissions('robots', () => world, [
  { action: actions.setRobot, input: (w) => ({ allianceId: w.alliances.coatings, address }), expected: keepers },
  { action: actions.testRobot, input: withRobot, expected: keepers },
  { action: actions.removeRobot, input: withRobot, expected: keepers },
  { action: actions.sendRobotMessageAgain, input: failed, expected: organisers },
])
