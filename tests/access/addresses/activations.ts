import { answers, everyone, type AddressRow } from '../../support/addresses'

const absent = '00000000-0000-7000-8000-000000000000'

export const addresses: AddressRow[] = [
  { route: '/claim', path: () => '/claim', expected: everyone(200) },
  {
    // Without the ticket of a right code it leads back to where the code is asked for.
    route: '/claim/person',
    path: () => '/claim/person',
    expected: everyone('redirect'),
  },
  {
    // Bureaus and coordinators; an insurer without an alliance today follows nobody.
    route: '/portal/activations',
    path: () => '/portal/activations',
    expected: answers(404, {
      administrator: 200,
      officer: 200,
      jinshan: 200,
      jinshanAdministrator: 200,
      fengxian: 200,
      coordinator: 200,
      deputy: 200,
      otherCoordinator: 200,
    }),
  },
  {
    // Of Fengxian, and of the coatings alliance.
    route: '/portal/activations/[enterprise]',
    path: ({ enterprises }) => `/portal/activations/${enterprises.neighbour}`,
    absent: () => `/portal/activations/${absent}`,
    expected: answers(404, { administrator: 200, officer: 200, fengxian: 200, coordinator: 200, deputy: 200 }),
  },
]
