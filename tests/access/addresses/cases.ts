import { answers, type AddressRow } from '../../support/addresses'
import type { World } from '../../support/world'
import { makeCheck } from '../../cases/library'

const made = { case: '', check: '', reply: '' }

export async function prepare(world: World): Promise<void> {
  const { caseId, checkId, own } = await makeCheck(world)
  Object.assign(made, { case: caseId, check: checkId, reply: own })
}

const nobody = '00000000-0000-7000-8000-000000000000'

const keepers = { administrator: 200, officer: 200, coordinator: 200, deputy: 200, otherCoordinator: 200 } as const

/** Whoever wears a hat reads the library. */
const readers = answers(200, { hatless: 404, expired: 404 })

const trusted = {
  administrator: 200,
  officer: 200,
  coordinator: 200,
  deputy: 200,
  jinshan: 200,
  jinshanAdministrator: 200,
  principal: 200,
  designated: 200,
  clerk: 200,
} as const

export const addresses: AddressRow[] = [
  { route: '/portal/cases', path: () => '/portal/cases', expected: readers },
  { route: '/portal/cases/new', path: () => '/portal/cases/new', expected: answers(404, keepers) },
  {
    route: '/portal/cases/[case]',
    path: () => `/portal/cases/${made.case}`,
    absent: () => `/portal/cases/${nobody}`,
    expected: readers,
  },
  {
    route: '/portal/cases/[case]/revise',
    path: () => `/portal/cases/${made.case}/revise`,
    absent: () => `/portal/cases/${nobody}/revise`,
    expected: answers(404, keepers),
  },
  {
    // Sent to the member and to a neighbour: each knows it, and so do their districts.
    route: '/portal/self-checks/[check]',
    path: () => `/portal/self-checks/${made.check}`,
    absent: () => `/portal/self-checks/${nobody}`,
    expected: answers(404, { ...trusted, fengxian: 200, neighbour: 200 }),
  },
  {
    route: '/portal/self-checks/[check]/[reply]',
    path: () => `/portal/self-checks/${made.check}/${made.reply}`,
    absent: () => `/portal/self-checks/${made.check}/${nobody}`,
    expected: answers(404, trusted),
  },
]
