import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import * as actions from '@/lib/attendance/actions'
import { toLocal } from '@/lib/core/clock'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, type World } from '../support/world'
import { attend, claimFor, hallNow, publishHall, type Hall } from './hall'

let world: World
/** One for checking in: whoever did has been there, and sees it from then on. */
let open: Hall
let hall: Hall
beforeAll(async () => {
  world = await buildWorld()
  open = await publishHall(world)
  hall = await publishHall(world)
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
])
