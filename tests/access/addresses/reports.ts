import { answers, type AddressRow } from '../../support/addresses'

/** Whoever has an office or an enterprise reads a report, narrowed to what it may see (tests/reports); without one there is none. */
const withHat = answers(200, { hatless: 404, expired: 404 })

export const addresses: AddressRow[] = [
  { route: '/portal', path: () => '/portal', expected: answers(200) },
  { route: '/portal/reports', path: () => '/portal/reports?year=2026', expected: withHat },
  { route: '/portal/reports/list', path: () => '/portal/reports/list?year=2026&measure=present', expected: withHat },
  {
    route: '/api/reports/participation.xlsx',
    path: () => '/api/reports/participation.xlsx?year=2026',
    expected: answers(200, { anonymous: 404, disabled: 404, revoked: 404, hatless: 404, expired: 404 }),
  },
]
