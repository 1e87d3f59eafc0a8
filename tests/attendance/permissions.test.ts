import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import * as actions from '@/lib/attendance/actions'
import * as desk from '@/lib/attendance/desk-actions'
import * as presence from '@/lib/attendance/presence-actions'
import { db } from '@/lib/core/db'
import { toLocal } from '@/lib/core/clock'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, type ActorName, type World } from '../support/world'
import { attend, claimFor, hallNow, publishHall, type Hall } from './hall'

let world: World
/** One for checking in: whoever did has been there, and sees it from then on. */
let open: Hall
let hall: Hall
beforeAll(async () => {
  world = await buildWorld()
  open = await publishHall(world)
  hall = await publishHall(world)
  await db.activity.updateMany({ where: { id: { in: [open.id, hall.id] } }, data: { checksOut: true } })
})

/** The bureau, the alliance's insurer of today, and its lead company run what it holds; others see it or do not. */
const running = verdicts('FORBIDDEN', {
  hatless: 'NOT_FOUND',
  administrator: 'ok',
  officer: 'ok',
  coordinator: 'ok',
  deputy: 'ok',
  lead: 'ok',
  insurerAdministrator: 'NOT_FOUND',
  otherCoordinator: 'NOT_FOUND',
  formerCoordinator: 'NOT_FOUND',
  otherLead: 'NOT_FOUND',
  expired: 'NOT_FOUND',
  stranger: 'NOT_FOUND',
})

/** The lead company, itself a member, runs the door and does not touch the record afterwards. */
const correcting = { ...running, lead: 'FORBIDDEN' } as const

/** Of the record the others see what concerns their own enterprises; the attendance in question is the member's. */
const correctingOne = { ...correcting, fengxian: 'NOT_FOUND', neighbour: 'NOT_FOUND' } as const

const reason = '现场核对签到表后补正'
const fresh = () => attend(hall, { userId: world.people.designated.userId, enterpriseId: world.enterprises.member })

/** Whoever is to leave has come. */
async function comes(to: Hall, actor: ActorName): Promise<void> {
  if (actor !== 'anonymous') await attend(to, { userId: world.people[actor].userId, enterpriseId: null })
}

const spotCheck = (of: Hall) =>
  db.spotCheck.upsert({
    where: { id: of.id },
    create: {
      id: of.id,
      activityId: of.id,
      startsAt: new Date(hallNow.getTime() - 60_000),
      endsAt: new Date(hallNow.getTime() + 3_600_000),
      startedById: world.people.coordinator.userId,
    },
    update: {},
  })

describePermissions('attendance', () => world, [
  {
    action: actions.checkIn,
    input: () => ({ claim: claimFor(open), enterpriseIds: [] }),
    expected: verdicts('ok', {}),
  },
  {
    action: actions.checkInAtDoor,
    input: () => ({ activityId: hall.id, userId: world.people.neighbour.userId, enterpriseIds: [] }),
    expected: running,
  },
  {
    action: actions.syncCheckIn,
    input: () => ({
      activityId: hall.id,
      userId: world.people.neighbour.userId,
      enterpriseIds: [],
      key: randomUUID(),
      pressedAt: 0,
      sentAt: 60_000,
    }),
    expected: running,
  },
  {
    action: desk.syncCheckOut,
    input: async () => {
      await fresh()
      const { userId } = world.people.designated
      return { activityId: hall.id, userId, key: randomUUID(), pressedAt: 0, sentAt: 60_000 }
    },
    expected: running,
  },
  {
    action: desk.syncUndo,
    input: async () => {
      const [userId, enterpriseId] = [world.people.principal.userId, world.enterprises.member]
      await attend(hall, { userId, enterpriseId })
      const press = { key: randomUUID(), pressedAt: 0, sentAt: 0 }
      return { activityId: hall.id, userId, enterpriseIds: [enterpriseId], ...press }
    },
    expected: running,
  },
  {
    action: actions.undoCheckIn,
    input: async () => {
      await attend(hall, { userId: world.people.principal.userId, enterpriseId: world.enterprises.member })
      return {
        activityId: hall.id,
        userId: world.people.principal.userId,
        enterpriseIds: [world.enterprises.member],
      }
    },
    expected: running,
  },
  {
    action: actions.addAttendance,
    input: async () => {
      const person = await hall.guest(world.enterprises.member)
      return {
        activityId: hall.id,
        userId: person,
        enterpriseId: world.enterprises.member,
        checkedInAt: toLocal(hallNow),
        reason,
      }
    },
    expected: correcting,
  },
  {
    action: actions.correctAttendance,
    input: async () => ({
      id: await fresh(),
      version: 1,
      enterpriseId: world.enterprises.member,
      checkedInAt: toLocal(hallNow),
      reason,
    }),
    expected: correctingOne,
  },
  {
    action: actions.strikeAttendance,
    input: async () => ({ id: await fresh(), version: 1, reason }),
    expected: correctingOne,
  },
  {
    action: presence.checkOut,
    input: async (_world, actor) => {
      await comes(open, actor)
      return { claim: claimFor(open, 0, 'CODE_SCANNED', 'CHECK_OUT') }
    },
    expected: verdicts('ok', {}),
  },
  {
    action: presence.answerSpotCheck,
    input: async (_world, actor) => {
      await comes(open, actor)
      await spotCheck(open)
      return { claim: claimFor(open, 0, 'CODE_SCANNED', 'SPOT_CHECK') }
    },
    expected: verdicts('ok', {}),
  },
  {
    action: presence.checkOutAtDoor,
    input: async () => {
      await fresh()
      return { activityId: hall.id, userId: world.people.designated.userId }
    },
    expected: running,
  },
  {
    action: presence.startSpotCheck,
    input: async () => {
      await db.spotCheck.deleteMany({ where: { activityId: hall.id } })
      return { activityId: hall.id, minutes: 5 }
    },
    expected: running,
  },
  {
    action: presence.setPresenceRule,
    input: () => ({ activityId: hall.id, checksOut: true, presenceShareMin: 70 }),
    expected: running,
  },
  {
    action: presence.judgeAttendance,
    input: async () => ({ id: await fresh(), version: 1, verdict: 'COUNTS', reason }),
    expected: correctingOne,
  },
])
