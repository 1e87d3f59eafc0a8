import { everyone, type AddressRow, type OtherRoute } from '../../support/addresses'

export const addresses: AddressRow[] = [{ route: '/', path: () => '/', expected: everyone(200) }]

export const otherRoutes: OtherRoute[] = [
  { route: '/api/preferences', covered: 'answers POST alone: writes cookies of whoever asks, no row (tests/built)' },
]
