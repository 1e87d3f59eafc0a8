import { answers, type AddressRow } from '../../support/addresses'

const absent = '00000000-0000-7000-8000-000000000000'

/** The registry is kept by the municipal bureau; nobody else is shown two entries beside each other. */
const keepers = answers(404, { administrator: 200, officer: 200 })

export const addresses: AddressRow[] = [
  { route: '/portal/enterprises/duplicates', path: () => '/portal/enterprises/duplicates', expected: keepers },
  {
    route: '/portal/enterprises/duplicates/[first]/[second]',
    path: ({ enterprises }) => `/portal/enterprises/duplicates/${enterprises.member}/${enterprises.lead}`,
    absent: ({ enterprises }) => `/portal/enterprises/duplicates/${enterprises.member}/${absent}`,
    expected: keepers,
  },
  {
    route: '/portal/enterprises/duplicates/[first]/[second]/merge',
    path: ({ enterprises }) => `/portal/enterprises/duplicates/${enterprises.member}/${enterprises.lead}/merge`,
    absent: ({ enterprises }) => `/portal/enterprises/duplicates/${enterprises.member}/${absent}/merge`,
    expected: keepers,
  },
]
