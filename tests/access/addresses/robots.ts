import { answers, type AddressRow } from '../../support/addresses'

/** Whoever keeps the group: the bureau and those who serve the alliance. */
export const addresses: AddressRow[] = [
  {
    route: '/portal/alliances/[alliance]/robot',
    path: () => '/portal/alliances/coatings/robot',
    absent: () => '/portal/alliances/nowhere/robot',
    expected: answers(404, { administrator: 200, officer: 200, coordinator: 200, deputy: 200 }),
  },
]
