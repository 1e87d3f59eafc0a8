import { beforeAll } from 'vitest'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/handovers/actions'
import { describePermissions, verdicts, type PermissionRow } from '../support/permissions'
import { buildWorld, type World } from '../support/world'

let world: World
let postId: string
beforeAll(async () => {
  world = await buildWorld()
  const post = await db.insurerAppointment.findFirstOrThrow({
    where: { coordinatorId: world.people.coordinator.userId },
    select: { id: true },
  })
  postId = post.id
})

/** The coordinator, the insurer's administrator and the bureau arrange it; whoever else knows of the post does not. */
const arranged = verdicts('FORBIDDEN', {
  administrator: 'ok',
  officer: 'ok',
  coordinator: 'ok',
  insurerAdministrator: 'ok',
  hatless: 'NOT_FOUND',
  otherCoordinator: 'NOT_FOUND',
  formerCoordinator: 'NOT_FOUND',
  otherLead: 'NOT_FOUND',
  expired: 'NOT_FOUND',
  stranger: 'NOT_FOUND',
})

let serial = 0

/** Each in a month of its own, so that one does not stand in another's way. */
function month(): { startsOn: string; lastDay: string } {
  serial += 1
  const from = new Date(Date.UTC(2027, serial, 1))
  return {
    startsOn: from.toISOString().slice(0, 10),
    lastDay: new Date(from.getTime() + 6 * 86_400_000).toISOString().slice(0, 10),
  }
}

async function cover(): Promise<string> {
  const { startsOn, lastDay } = month()
  const { id } = await db.cover.create({
    data: {
      appointmentId: postId,
      deputyId: world.people.deputy.userId,
      startsOn: toDate(startsOn),
      endsOn: toDate(lastDay),
      reason: '出差',
      createdById: world.people.coordinator.userId,
    },
    select: { id: true },
  })
  return id
}

/** A colleague of the insurer with nothing open. */
async function colleague(): Promise<string> {
  serial += 1
  const { id } = await db.user.create({ data: { name: `同事${serial}`, email: `colleague-${serial}@world.test` } })
  await db.appointment.create({
    data: { userId: id, role: 'INSURER', insurerId: world.insurers.own, startsOn: toDate('2026-01-01') },
  })
  return id
}

const rows: PermissionRow[] = [
  {
    action: actions.beginCover,
    input: () => ({ appointmentId: postId, deputyId: world.people.deputy.userId, ...month(), reason: '外出培训' }),
    expected: arranged,
  },
  { action: actions.endCover, input: async () => ({ coverId: await cover() }), expected: arranged },
  {
    action: actions.leaveOffice,
    input: async () => ({
      userId: await colleague(),
      office: `INSURER:${world.insurers.own}`,
      successorId: null,
      passMandate: false,
    }),
    expected: verdicts('NOT_FOUND', { administrator: 'ok', insurerAdministrator: 'ok' }),
  },
]

describePermissions('handovers', () => world, rows)
