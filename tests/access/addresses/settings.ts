import { answers, type AddressRow } from '../../support/addresses'

/** Settings are the municipal administrator's alone; nobody else is told that they exist. */
const administratorOnly = answers(404, { administrator: 200 })

const keys = ['footer', 'retention', 'mail', 'passwords', 'codes', 'year']

export const addresses: AddressRow[] = [
  { route: '/portal/settings', path: () => '/portal/settings', expected: administratorOnly },
  { route: '/portal/settings/holidays', path: () => '/portal/settings/holidays', expected: administratorOnly },
  {
    route: '/portal/settings/holidays',
    path: () => '/portal/settings/holidays?year=2027',
    expected: administratorOnly,
  },
  ...keys.map((key) => ({
    route: '/portal/settings/[setting]',
    path: () => `/portal/settings/${key}`,
    absent: () => '/portal/settings/unheard-of',
    expected: administratorOnly,
  })),
]
