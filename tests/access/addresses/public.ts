import { everyone, type AddressRow, type OtherRoute } from '../../support/addresses'

const openPages = ['/', '/alliances', '/notice', '/help', '/accessibility', '/privacy']

export const addresses: AddressRow[] = [
  ...openPages.map((route) => ({ route, path: () => route, expected: everyone(200) })),
  { route: '/alliances/[slug]', path: () => '/alliances/coatings', expected: everyone(200) },
]

export const otherRoutes: OtherRoute[] = [
  { route: '/api/health', covered: 'says of the portal what everybody may know (tests/core/health)' },
  { route: '/api/ready', covered: 'says of the portal what everybody may know (tests/core/health)' },
  { route: '/api/preferences', covered: 'answers POST alone: writes cookies of whoever asks, no row (tests/built)' },
]
