import { answers, everyone, type AddressRow } from '../../support/addresses'

/** Everyone who has signed in has an account of their own. */
const own = answers(200)

export const addresses: AddressRow[] = [
  { route: '/portal/account/contacts', path: () => '/portal/account/contacts', expected: own },
  { route: '/portal/account/notices', path: () => '/portal/account/notices', expected: own },
  { route: '/portal/account/codes', path: () => '/portal/account/codes', expected: own },
  { route: '/portal/account/codes/recovery', path: () => '/portal/account/codes/recovery', expected: own },
  { route: '/portal/account/data', path: () => '/portal/account/data', expected: own },
  {
    route: '/api/account/data.xlsx',
    path: () => '/api/account/data.xlsx',
    expected: answers(200, { anonymous: 404, disabled: 404, revoked: 404 }),
  },
  // Nobody has proved a password on the way here; whoever has signed in is sent on.
  { route: '/sign-in/code', path: () => '/sign-in/code', expected: everyone('redirect') },
  { route: '/contact/[token]', path: () => '/contact/spent', expected: everyone(200) },
]
