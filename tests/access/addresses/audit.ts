import { answers, type AddressRow } from '../../support/addresses'

/** Audit trail and access log are the municipal administrator's alone; nobody else is told that they exist. */
const administratorOnly = answers(404, { administrator: 200 })

export const addresses: AddressRow[] = [
  { route: '/portal/audit', path: () => '/portal/audit', expected: administratorOnly },
  { route: '/portal/audit', path: () => '/portal/audit?verb=alliance&from=2026-01-01', expected: administratorOnly },
  { route: '/portal/audit/access', path: () => '/portal/audit/access', expected: administratorOnly },
  {
    route: '/api/audit/export.xlsx',
    path: () => '/api/audit/export.xlsx?verb=alliance',
    expected: answers(404, { administrator: 200, anonymous: 404, disabled: 404, revoked: 404 }),
  },
]
