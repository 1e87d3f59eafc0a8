import { makeHost, makeSiteVisit } from '../../hosts/site-visit'
import { answers, type AddressRow } from '../../support/addresses'
import type { World } from '../../support/world'

const made = { activity: '', asked: '', agreed: '' }

export async function prepare(world: World): Promise<void> {
  made.activity = await makeSiteVisit(world)
  made.asked = await makeHost(world, { activityId: made.activity })
  const activityId = await makeSiteVisit(world, { state: 'PUBLISHED' })
  made.agreed = await makeHost(world, { activityId, visitorsMax: 20 })
}

const runs = { administrator: 200, officer: 200, coordinator: 200, deputy: 200, lead: 200 } as const

/** Between whoever runs the visit and the member asked. */
const between = { ...runs, principal: 200, designated: 200, clerk: 200 } as const

const absent = '00000000-0000-7000-8000-000000000000'

export const addresses: AddressRow[] = [
  {
    route: '/portal/activities/[activity]/host',
    path: () => `/portal/activities/${made.activity}/host`,
    absent: () => `/portal/activities/${absent}/host`,
    expected: answers(404, runs),
  },
  {
    route: '/portal/hosts/[host]',
    path: () => `/portal/hosts/${made.asked}`,
    absent: () => `/portal/hosts/${absent}`,
    expected: answers(404, { ...between, jinshan: 200, jinshanAdministrator: 200 }),
  },
  {
    route: '/api/hosts/[id]/gate-list.xlsx',
    path: () => `/api/hosts/${made.agreed}/gate-list.xlsx`,
    absent: () => `/api/hosts/${absent}/gate-list.xlsx`,
    expected: answers(404, { ...between, anonymous: 404, disabled: 404, revoked: 404 }),
  },
]
