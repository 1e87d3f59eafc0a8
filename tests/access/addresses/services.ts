import { answers, type AddressRow } from '../../support/addresses'

/** Whoever wears a hat has a list, of its own services. */
const hatless = { hatless: 404, expired: 404 } as const

export const addresses: AddressRow[] = [
  { route: '/portal/services', path: () => '/portal/services', expected: answers(200, hatless) },
  {
    route: '/api/services/export.xlsx',
    path: () => '/api/services/export.xlsx?year=2026',
    expected: answers(200, { ...hatless, anonymous: 404, disabled: 404, revoked: 404 }),
  },
]
