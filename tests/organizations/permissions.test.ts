import { beforeAll } from 'vitest'
import { db } from '@/lib/core/db'
import * as organizations from '@/lib/organizations/actions'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

/** Whoever has signed in knows of the insurers; the portal administrator alone keeps them. */
const administratorAlone = verdicts('FORBIDDEN', { administrator: 'ok' })

let counter = 0
const freshNames = () => {
  counter += 1
  return { name: `权限${counter}财产保险股份有限公司`, shortName: `权限${counter}` }
}

const unused = async () => ({ insurerId: (await db.insurer.create({ data: freshNames() })).id })

describePermissions('organizations', () => world, [
  { action: organizations.addInsurer, input: freshNames, expected: administratorAlone },
  {
    action: organizations.renameInsurer,
    input: async () => ({ ...(await unused()), ...freshNames() }),
    expected: administratorAlone,
  },
  { action: organizations.removeInsurer, input: unused, expected: administratorAlone },
])
