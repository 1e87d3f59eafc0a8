import { answers, everyone, type AddressRow, type OtherRoute } from '../../support/addresses'

/** Whoever has signed in is sent on to the portal. */
const strangersOnly = answers('redirect', { anonymous: 200, disabled: 200, revoked: 200 })

/** Everyone who has signed in has an account of their own. */
const own = answers(200)

/** Administrators of accounts: of all, or of one office (a principal is one). */
const administrators = answers(404, {
  administrator: 200,
  jinshanAdministrator: 200,
  insurerAdministrator: 200,
  lead: 200,
  otherLead: 200,
  principal: 200,
  stranger: 200,
})

const absent = '00000000-0000-7000-8000-000000000000'

export const addresses: AddressRow[] = [
  { route: '/sign-in', path: () => '/sign-in', expected: strangersOnly },
  { route: '/reset', path: () => '/reset', expected: everyone(200) },
  { route: '/reset/[token]', path: () => '/reset/spent', expected: everyone(200) },
  { route: '/activate/[token]', path: () => '/activate/spent', expected: everyone(200) },
  { route: '/portal/account', path: () => '/portal/account', expected: own },
  { route: '/portal/hats', path: () => '/portal/hats', expected: own },
  { route: '/portal/users', path: () => '/portal/users', expected: administrators },
  { route: '/portal/users/new', path: () => '/portal/users/new', expected: administrators },
  {
    route: '/portal/users/[user]',
    path: (world) => `/portal/users/${world.people.designated.userId}`,
    absent: () => `/portal/users/${absent}`,
    expected: answers(404, { administrator: 200, principal: 200 }),
  },
]

export const otherRoutes: OtherRoute[] = [
  { route: '/sign-out', covered: 'answers POST alone' },
  { route: '/api/auth/[...nextauth]', covered: 'reads the session row at each request, as every page does' },
]
