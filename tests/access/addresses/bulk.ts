import { answers, type AddressRow } from '../../support/addresses'

/** The municipal bureau keeps the registry. */
const bureau = answers(404, { administrator: 200, officer: 200 })

export const addresses: AddressRow[] = [
  {
    route: '/portal/enterprises/bulk',
    path: (world) =>
      `/portal/enterprises/bulk?scope=filter&act=admit&to=${world.alliances.stations}&on=2026-12-01&reason=x&check=1`,
    expected: bureau,
  },
]
