import { randomUUID } from 'node:crypto'
import { sign } from '@/lib/access/signing'
import { writeClaim } from '@/lib/attendance/claim-rules'
import type { CodePurpose } from '@/lib/attendance/code-rules'
import { dayOf, toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import type { AttendanceMethod, MandateKind } from '@/lib/core/prisma/enums'
import type { World } from '../support/world'

/** The instant at which these tests run, as actions are told it. */
export const hallNow = now()

export type Hall = {
  id: string
  code: string
  checkInSecret: string
  startsAt: Date
  endsAt: Date
  /** A new person with an account and a mandate of the enterprise; its id. */
  guest: (enterpriseId: string, kind?: MandateKind) => Promise<string>
}

const inMinutes = (minutes: number) => new Date(hallNow.getTime() + minutes * 60_000)

type Shape = {
  startsInMinutes?: number
  lastsMinutes?: number
  state?: 'DRAFT' | 'PUBLISHED' | 'HELD' | 'CLOSED' | 'CANCELLED'
}

/** An exchange meeting of the coatings alliance that goes on now. */
export async function publishHall(
  world: World,
  { startsInMinutes = -10, lastsMinutes = 120, state = 'PUBLISHED' }: Shape = {},
): Promise<Hall> {
  const startsAt = inMinutes(startsInMinutes)
  const endsAt = inMinutes(startsInMinutes + lastsMinutes)
  const { coatings } = world.alliances
  const activity = await db.activity.create({
    data: {
      code: randomUUID().slice(0, 8).toUpperCase(),
      kind: 'EXCHANGE_MEETING',
      state,
      title: '涂料安全交流会',
      place: '金山区会议中心',
      hostAllianceId: coatings,
      insurerId: world.insurers.own,
      startsAt,
      endsAt,
      checkInSecret: randomUUID(),
      createdById: world.people.coordinator.userId,
      alliances: { create: [{ allianceId: coatings }] },
    },
    select: { id: true, code: true, checkInSecret: true, startsAt: true, endsAt: true },
  })
  return { ...activity, guest }
}

export async function guest(enterpriseId: string, kind: MandateKind = 'DESIGNATED'): Promise<string> {
  const name = `guest-${randomUUID()}`
  const user = await db.user.create({
    data: {
      name,
      email: `${name}@world.test`,
      mandates: { create: [{ enterpriseId, kind, validFrom: toDate('2025-01-01') }] },
    },
    select: { id: true },
  })
  return user.id
}

/** The claim of whoever saw the hall's code, so many seconds ago. */
export const claimFor = (
  hall: Pick<Hall, 'id'>,
  secondsAgo = 0,
  method: 'CODE_SCANNED' | 'CODE_TYPED' = 'CODE_SCANNED',
  purpose: CodePurpose = 'CHECK_IN',
) =>
  sign(
    'check-in-claim',
    writeClaim({
      activityId: hall.id,
      code: 'HALL234',
      purpose,
      seenAt: new Date(now().getTime() - secondsAgo * 1_000),
      method,
    }),
  )

type Came = { userId: string; enterpriseId: string | null; method?: AttendanceMethod }

/** A recorded attendance, anew: what was recorded of the same person is taken back first. Its id. */
export async function attend(
  hall: Pick<Hall, 'id'>,
  { userId, enterpriseId, method = 'DOOR_DESK' }: Came,
): Promise<string> {
  await db.attendance.updateMany({
    where: { activityId: hall.id, userId, enterpriseId, undoneAt: null },
    data: { undoneAt: new Date(hallNow.getTime() - 3_600_000), checkedInAt: new Date(hallNow.getTime() - 3_600_000) },
  })
  const row = await db.attendance.create({
    data: { activityId: hall.id, userId, enterpriseId, method, checkedInAt: hallNow, mandateKind: 'DESIGNATED' },
    select: { id: true },
  })
  return row.id
}

let lent: string[] = []

/** Another mandate of a person of the world, until `forgetMandates`. */
export async function mandate(
  userId: string,
  enterpriseId: string,
  kind: MandateKind,
  validFrom: string,
  validTo: string | null,
): Promise<void> {
  const period = { validFrom: toDate(validFrom), validTo: validTo === null ? null : toDate(validTo) }
  const made = await db.mandate.create({ data: { userId, enterpriseId, kind, ...period }, select: { id: true } })
  lent.push(made.id)
}

export async function forgetMandates(): Promise<void> {
  await db.mandate.deleteMany({ where: { id: { in: lent } } })
  lent = []
}

export const dayOfHall = (hall: Pick<Hall, 'startsAt'>) => dayOf(hall.startsAt)
