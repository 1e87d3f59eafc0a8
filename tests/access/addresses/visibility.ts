import { db } from '@/lib/core/db'
import { answers, type AddressRow } from '../../support/addresses'
import type { World } from '../../support/world'

let activityId = ''

export async function prepare(world: World): Promise<void> {
  const { id } = await db.activity.create({
    data: {
      code: 'visbty',
      kind: 'DISCUSSION',
      state: 'DRAFT',
      title: '谁能看到',
      hostAllianceId: world.alliances.coatings,
      startsAt: new Date('2026-12-01T01:00:00Z'),
      endsAt: new Date('2026-12-01T03:00:00Z'),
      checkInSecret: 'secret',
      createdById: world.people.coordinator.userId,
      alliances: { create: { allianceId: world.alliances.coatings } },
    },
    select: { id: true },
  })
  activityId = id
}

/** Whoever sees the record may ask who else does; for all others there is neither. */
export const addresses: AddressRow[] = [
  {
    route: '/portal/visibility/[kind]/[id]',
    path: () => `/portal/visibility/activity/${activityId}`,
    absent: () => '/portal/visibility/activity/00000000-0000-7000-8000-000000000000',
    expected: answers(404, { administrator: 200, officer: 200, coordinator: 200, deputy: 200, lead: 200 }),
  },
]
