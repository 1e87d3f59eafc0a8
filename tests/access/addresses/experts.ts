import { makeExpert } from '../../experts/register'
import { answers, type AddressRow } from '../../support/addresses'
import type { World } from '../../support/world'

const made = { expert: '' }

export async function prepare(world: World): Promise<void> {
  made.expert = await makeExpert(world)
}

const nobody = '00000000-0000-7000-8000-000000000000'

const keepers = { administrator: 200, officer: 200, coordinator: 200, deputy: 200, otherCoordinator: 200 } as const

/** The district bureaus read the register; enterprises, and insurers' people without an alliance, have none. */
const readers = answers(404, { ...keepers, jinshan: 200, jinshanAdministrator: 200, fengxian: 200 })

export const addresses: AddressRow[] = [
  { route: '/portal/experts', path: () => '/portal/experts', expected: readers },
  { route: '/portal/experts/new', path: () => '/portal/experts/new', expected: answers(404, keepers) },
  {
    route: '/portal/experts/[expert]',
    path: () => `/portal/experts/${made.expert}`,
    absent: () => `/portal/experts/${nobody}`,
    expected: readers,
  },
  {
    route: '/portal/experts/[expert]/revise',
    path: () => `/portal/experts/${made.expert}/revise`,
    absent: () => `/portal/experts/${nobody}/revise`,
    expected: answers(404, keepers),
  },
]
