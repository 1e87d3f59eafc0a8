import { db } from '@/lib/core/db'
import type { MandateKind } from '@/lib/core/prisma/enums'
import { inDays, makeActivity } from '../support/stage'
import type { World } from '../support/world'

/** A training of the coatings alliance that was closed three weeks ago. */
export const closedTraining = (world: World, title = '静电安全培训'): Promise<string> =>
  makeActivity(world, { kind: 'TRAINING', state: 'CLOSED', title, startsAt: inDays(-21) })

type Came = { userId: string; enterpriseId: string | null; mandateKind?: MandateKind | null; isUndone?: boolean }

export async function came(activityId: string, { mandateKind = 'PRINCIPAL', isUndone, ...who }: Came): Promise<void> {
  await db.attendance.create({
    data: {
      ...who,
      activityId,
      mandateKind,
      method: 'DOOR_DESK',
      checkedInAt: inDays(-21),
      undoneAt: isUndone ? inDays(-20) : null,
    },
  })
}

let serial = 0

/** A certificate as it lies in the table, of the member enterprise's principal unless the test says otherwise; its id and code. */
export function certify(
  world: World,
  activityId: string,
  userId = world.people.principal.userId,
  enterpriseId = world.enterprises.member,
) {
  serial += 1
  return db.certificate.create({
    data: {
      number: `PX2026-TEST-${String(serial).padStart(3, '0')}`,
      code: String(serial).padStart(22, '0'),
      activityId,
      userId,
      enterpriseId,
      name: '王小明',
      enterpriseName: '上海成员化工有限公司',
      course: '静电安全培训',
      hours: 4,
      heldOn: inDays(-21),
      issuer: '涂料联盟',
      issuedAt: inDays(-20),
      issuedById: world.people.coordinator.userId,
    },
    select: { id: true, code: true },
  })
}
