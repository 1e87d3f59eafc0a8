import { answers, type AddressRow } from '../../support/addresses'

/** What only the municipal bureau has: everybody else is told that there is nothing. */
const municipal = answers(404, { administrator: 200, officer: 200 })

export const addresses: AddressRow[] = [
  { route: '/portal/alliances/copy', path: () => '/portal/alliances/copy', expected: municipal },
  {
    route: '/portal/alliances/years/[year]',
    path: () => '/portal/alliances/years/2026',
    absent: () => '/portal/alliances/years/1999',
    expected: municipal,
  },
  {
    route: '/portal/alliances/years/[year]/start',
    path: () => '/portal/alliances/years/2026/start',
    absent: () => '/portal/alliances/years/never/start',
    expected: municipal,
  },
]
