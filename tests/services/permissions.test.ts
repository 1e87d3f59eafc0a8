import { beforeAll } from 'vitest'
import * as actions from '@/lib/services/actions'
import { came } from '../certificates/closed-training'
import { describePermissions, verdicts, type PermissionRow } from '../support/permissions'
import { inDays, makeActivity } from '../support/stage'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const rows: PermissionRow[] = [
  {
    action: actions.confirmService,
    input: async () => {
      const activityId = await makeActivity(world, { state: 'CLOSED', startsAt: inDays(-7) })
      await came(activityId, { userId: world.people.principal.userId, enterpriseId: world.enterprises.member })
      return { activityId, remark: '' }
    },
    expected: verdicts('NOT_FOUND', {
      principal: 'ok',
      designated: 'ok',
      clerk: 'ok',
      // They see what the insurer did for the member; it is not theirs to confirm.
      administrator: 'FORBIDDEN',
      officer: 'FORBIDDEN',
      jinshan: 'FORBIDDEN',
      jinshanAdministrator: 'FORBIDDEN',
      coordinator: 'FORBIDDEN',
      deputy: 'FORBIDDEN',
      insurerAdministrator: 'FORBIDDEN',
    }),
  },
]

describePermissions('services', () => world, rows)
