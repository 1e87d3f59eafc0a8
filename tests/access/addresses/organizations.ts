import { answers, type AddressRow } from '../../support/addresses'

/** The directory is the municipal bureau's; its administrator alone enters one. */
const bureau = answers(404, { administrator: 200, officer: 200 })

export const addresses: AddressRow[] = [
  { route: '/portal/insurers', path: () => '/portal/insurers', expected: bureau },
  { route: '/portal/insurers/new', path: () => '/portal/insurers/new', expected: answers(404, { administrator: 200 }) },
  {
    route: '/portal/insurers/[insurer]',
    path: (world) => `/portal/insurers/${world.insurers.own}`,
    absent: () => '/portal/insurers/00000000-0000-7000-8000-000000000000',
    expected: bureau,
  },
]
