import { db } from '@/lib/core/db'
import { answers, type AddressRow } from '../../support/addresses'
import type { World } from '../../support/world'

let post = ''

export async function prepare(world: World): Promise<void> {
  const found = await db.insurerAppointment.findFirstOrThrow({
    where: { coordinatorId: world.people.coordinator.userId },
    select: { id: true },
  })
  post = found.id
}

const absent = '00000000-0000-7000-8000-000000000000'

export const addresses: AddressRow[] = [
  {
    route: '/portal/covers',
    path: () => '/portal/covers',
    expected: answers(404, {
      administrator: 200,
      officer: 200,
      coordinator: 200,
      deputy: 200,
      insurerAdministrator: 200,
      otherCoordinator: 200,
      formerCoordinator: 200,
    }),
  },
  {
    route: '/portal/covers/[appointment]',
    path: () => `/portal/covers/${post}`,
    absent: () => `/portal/covers/${absent}`,
    expected: answers(404, { administrator: 200, officer: 200, coordinator: 200, insurerAdministrator: 200 }),
  },
  {
    route: '/portal/users/[user]/hand-over',
    path: (world) => `/portal/users/${world.people.coordinator.userId}/hand-over?office=INSURER:${world.insurers.own}`,
    absent: (world) => `/portal/users/${absent}/hand-over?office=INSURER:${world.insurers.own}`,
    expected: answers(404, { administrator: 200, insurerAdministrator: 200 }),
  },
]
