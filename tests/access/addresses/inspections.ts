import { makeInspection, makePair } from '../../inspections/pair'
import { answers, type AddressRow } from '../../support/addresses'
import { makeActivity } from '../../support/stage'
import type { World } from '../../support/world'

const made = { draft: '', pair: '', discussion: '' }

export async function prepare(world: World): Promise<void> {
  made.draft = await makeInspection(world, 'DRAFT')
  made.pair = await makePair(world, await makeInspection(world))
  made.discussion = await makeActivity(world, { kind: 'DISCUSSION', state: 'DRAFT' })
}

const arranging = { administrator: 200, officer: 200, coordinator: 200, deputy: 200 } as const

const absent = '00000000-0000-7000-8000-000000000000'

export const addresses: AddressRow[] = [
  {
    // Set by the bureau or the coordinator; the lead company reads along.
    route: '/portal/activities/[activity]/pairs',
    path: () => `/portal/activities/${made.draft}/pairs`,
    absent: () => `/portal/activities/${absent}/pairs`,
    expected: answers(404, { ...arranging, lead: 200 }),
  },
  {
    // The two members, the jurisdiction of the inspected one, the bureau and the coordinator; not the lead company.
    route: '/portal/inspections/[pair]',
    path: () => `/portal/inspections/${made.pair}`,
    absent: () => `/portal/inspections/${absent}`,
    expected: answers(404, {
      ...arranging,
      jinshan: 200,
      jinshanAdministrator: 200,
      principal: 200,
      designated: 200,
      clerk: 200,
      neighbour: 200,
    }),
  },
  {
    route: '/portal/activities/[activity]/setup/own',
    path: () => `/portal/activities/${made.discussion}/setup/own`,
    absent: () => `/portal/activities/${absent}/setup/own`,
    expected: answers(404, { ...arranging, lead: 200 }),
  },
]
