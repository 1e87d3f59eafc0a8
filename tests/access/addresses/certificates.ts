import { certify, closedTraining } from '../../certificates/closed-training'
import { answers, everyone, type AddressRow } from '../../support/addresses'
import type { World } from '../../support/world'

const made = { training: '', certificate: '', code: '' }

/** A closed training of coatings, and a certificate of the member enterprise's principal. */
export async function prepare(world: World): Promise<void> {
  made.training = await closedTraining(world)
  const { id, code } = await certify(world, made.training)
  Object.assign(made, { certificate: id, code })
}

const nobody = '00000000-0000-7000-8000-000000000000'

const organisers = { administrator: 200, officer: 200, coordinator: 200, deputy: 200, lead: 200 } as const

const outsiders = {
  hatless: 404,
  formerCoordinator: 404,
  otherCoordinator: 404,
  otherLead: 404,
  expired: 404,
  stranger: 404,
} as const

export const addresses: AddressRow[] = [
  {
    // Whoever sees the training; of its certificates each sees its own part.
    route: '/portal/activities/[activity]/certificates',
    path: () => `/portal/activities/${made.training}/certificates`,
    absent: () => `/portal/activities/${nobody}/certificates`,
    expected: answers(200, outsiders),
  },
  {
    route: '/portal/activities/[activity]/certificates/[certificate]',
    path: () => `/portal/activities/${made.training}/certificates/${made.certificate}`,
    absent: () => `/portal/activities/${made.training}/certificates/${nobody}`,
    expected: answers(404, organisers),
  },
  {
    route: '/api/certificates/[id]/certificate.pdf',
    path: () => `/api/certificates/${made.certificate}/certificate.pdf`,
    absent: () => `/api/certificates/${nobody}/certificate.pdf`,
    expected: answers(404, {
      ...organisers,
      anonymous: 404,
      disabled: 404,
      revoked: 404,
      jinshan: 200,
      jinshanAdministrator: 200,
      insurerAdministrator: 200,
      principal: 200,
      designated: 200,
      clerk: 200,
    }),
  },
  { route: '/verify/[code]', path: () => `/verify/${made.code}`, expected: everyone(200) },
  // A code that was never given is told so, to everyone alike.
  { route: '/verify/[code]', path: () => '/verify/AAAAAAAAAAAAAAAAAAAAAA', expected: everyone(200) },
]
