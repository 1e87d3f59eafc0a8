import { answers, type AddressRow } from '../../support/addresses'

/** Everyone who has signed in may search; what is found is narrowed to what each one sees (tests/search). */
export const addresses: AddressRow[] = [
  { route: '/portal/search', path: () => '/portal/search?q=%E6%B6%82%E6%96%99', expected: answers(200) },
  {
    route: '/api/search',
    path: () => '/api/search?q=%E6%B6%82%E6%96%99',
    expected: answers(200, { anonymous: 404, disabled: 404, revoked: 404 }),
  },
]
