import { answers, type AddressRow } from '../../support/addresses'

/** Those who keep or supervise; an insurer and a lead have their rosters, an enterprise has itself. */
const bureaus = answers(404, {
  administrator: 200,
  officer: 200,
  jinshan: 200,
  jinshanAdministrator: 200,
  fengxian: 200,
})

/** Whoever may know of the member enterprise, however little (tests/enterprises/detail says how much). */
const acquainted = answers(404, {
  administrator: 200,
  officer: 200,
  jinshan: 200,
  jinshanAdministrator: 200,
  coordinator: 200,
  deputy: 200,
  lead: 200,
  principal: 200,
  designated: 200,
  clerk: 200,
})

const strangers = { anonymous: 404, disabled: 404, revoked: 404 } as const

const absent = '00000000-0000-7000-8000-000000000000'

export const addresses: AddressRow[] = [
  { route: '/portal/enterprises', path: () => '/portal/enterprises', expected: bureaus },
  {
    route: '/portal/enterprises/[enterprise]',
    path: ({ enterprises }) => `/portal/enterprises/${enterprises.member}`,
    absent: () => `/portal/enterprises/${absent}`,
    expected: acquainted,
  },
  {
    route: '/portal/enterprises/[enterprise]/correct',
    path: ({ enterprises }) => `/portal/enterprises/${enterprises.member}/correct`,
    absent: () => `/portal/enterprises/${absent}/correct`,
    expected: answers(404, { administrator: 200, officer: 200 }),
  },
  {
    // Its principal names its people, and the keeper of all accounts.
    route: '/portal/enterprises/[enterprise]/people',
    path: ({ enterprises }) => `/portal/enterprises/${enterprises.member}/people`,
    absent: () => `/portal/enterprises/${absent}/people`,
    expected: answers(404, { administrator: 200, principal: 200 }),
  },
  {
    route: '/api/enterprises/export.xlsx',
    path: () => '/api/enterprises/export.xlsx',
    expected: { ...bureaus, ...strangers },
  },
  {
    // The empty workbook, for whoever imports.
    route: '/api/enterprises/template.xlsx',
    path: () => '/api/enterprises/template.xlsx',
    expected: answers(404, { ...strangers, administrator: 200, officer: 200 }),
  },
]
