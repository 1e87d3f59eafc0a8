import { db } from '@/lib/core/db'
import { answers, type AddressRow } from '../../support/addresses'
import type { World } from '../../support/world'

/** Something unread, so that a GET that marked it as read would be seen. */
export async function prepare(world: World): Promise<void> {
  await db.notification.createMany({
    data: [world.people.principal, world.people.officer].map(({ userId }) => ({
      userId,
      kind: 'PLACE_GIVEN',
      params: { title: '交流会' },
      href: '/portal/activities',
    })),
  })
}

/** Whoever has signed in has a bell, with or without a hat. */
export const addresses: AddressRow[] = [
  { route: '/portal/notifications', path: () => '/portal/notifications', expected: answers(200) },
]
