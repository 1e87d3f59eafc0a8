import { beforeAll } from 'vitest'
import * as actions from '@/lib/experts/actions'
import { describePermissions, verdicts, type PermissionRow } from '../support/permissions'
import { buildWorld, type World } from '../support/world'
import { expertFields, makeExpert } from './register'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

/** The bureau and today's coordinators keep the register, of whichever insurer. */
const keepers = {
  administrator: 'ok',
  officer: 'ok',
  coordinator: 'ok',
  deputy: 'ok',
  otherCoordinator: 'ok',
} as const

const districts = (verdict: 'ok' | 'FORBIDDEN') => ({
  jinshan: verdict,
  jinshanAdministrator: verdict,
  fengxian: verdict,
})

let serial = 0

const kept = verdicts('NOT_FOUND', { ...keepers, ...districts('FORBIDDEN') })

const rows: PermissionRow[] = [
  {
    action: actions.registerExpert,
    input: () => ({ ...expertFields, name: `专家${(serial += 1)}`, phone: '' }),
    expected: verdicts('FORBIDDEN', keepers),
  },
  {
    action: actions.reviseExpert,
    input: async (w) => ({
      expertId: await makeExpert(w),
      version: 1,
      ...expertFields,
      name: `改名${(serial += 1)}`,
      phone: null,
    }),
    expected: kept,
  },
  { action: actions.retireExpert, input: async (w) => ({ expertId: await makeExpert(w) }), expected: kept },
  {
    action: actions.reinstateExpert,
    input: async (w) => ({ expertId: await makeExpert(w, { isRetired: true }) }),
    expected: kept,
  },
  {
    action: actions.unmaskExpertPhone,
    input: async (w) => ({ expertId: await makeExpert(w) }),
    expected: verdicts('NOT_FOUND', { ...keepers, ...districts('ok') }),
  },
]

describePermissions('experts', () => world, rows)
