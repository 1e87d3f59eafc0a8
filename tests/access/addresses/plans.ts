import { answers, type AddressRow } from '../../support/addresses'

const outsiders = {
  hatless: 404,
  insurerAdministrator: 404,
  otherCoordinator: 404,
  formerCoordinator: 404,
  otherLead: 404,
  expired: 404,
  stranger: 404,
} as const

/** Who runs the activities of coatings. */
const planners = answers(404, { administrator: 200, officer: 200, coordinator: 200, deputy: 200, lead: 200 })

export const addresses: AddressRow[] = [
  {
    route: '/portal/alliances/[alliance]/plan',
    path: () => '/portal/alliances/coatings/plan?year=2027',
    absent: () => '/portal/alliances/absentee/plan',
    expected: answers(200, outsiders),
  },
  {
    route: '/portal/alliances/[alliance]/plan/series',
    path: () => '/portal/alliances/coatings/plan/series?year=2027',
    absent: () => '/portal/alliances/absentee/plan/series',
    expected: planners,
  },
  {
    route: '/portal/alliances/[alliance]/plan/copy',
    path: () => '/portal/alliances/coatings/plan/copy?year=2027',
    absent: () => '/portal/alliances/absentee/plan/copy',
    expected: planners,
  },
  {
    route: '/portal/alliances/[alliance]/plan/poll',
    path: () => '/portal/alliances/coatings/plan/poll',
    absent: () => '/portal/alliances/absentee/plan/poll',
    expected: planners,
  },
]
