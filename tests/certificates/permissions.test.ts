import { beforeAll } from 'vitest'
import * as actions from '@/lib/certificates/actions'
import { describePermissions, verdicts, type PermissionRow } from '../support/permissions'
import { buildWorld, type World } from '../support/world'
import { came, certify, closedTraining } from './closed-training'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const organisers = { administrator: 'ok', officer: 'ok', coordinator: 'ok', deputy: 'ok', lead: 'ok' } as const

const rows: PermissionRow[] = [
  {
    action: actions.issueCertificates,
    input: async () => {
      const id = await closedTraining(world)
      await came(id, { userId: world.people.principal.userId, enterpriseId: world.enterprises.member })
      return { id, hours: 4, months: 36 }
    },
    expected: verdicts('FORBIDDEN', {
      ...organisers,
      hatless: 'NOT_FOUND',
      formerCoordinator: 'NOT_FOUND',
      otherCoordinator: 'NOT_FOUND',
      otherLead: 'NOT_FOUND',
      expired: 'NOT_FOUND',
      stranger: 'NOT_FOUND',
    }),
  },
  {
    action: actions.revokeCertificate,
    input: async () => ({ id: (await certify(world, await closedTraining(world))).id, reason: '冒名顶替' }),
    expected: verdicts('NOT_FOUND', {
      ...organisers,
      jinshan: 'FORBIDDEN',
      jinshanAdministrator: 'FORBIDDEN',
      insurerAdministrator: 'FORBIDDEN',
      principal: 'FORBIDDEN',
      designated: 'FORBIDDEN',
      clerk: 'FORBIDDEN',
    }),
  },
]

describePermissions('certificates', () => world, rows)
