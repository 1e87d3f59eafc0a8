import { beforeAll } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/views/actions'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, type World } from '../support/world'

let world: World
let serial = 0
beforeAll(async () => {
  world = await buildWorld()
})

/** A view of the officer's that the municipal bureau's people see. */
async function sharedView(removedAt: Date | null = null): Promise<string> {
  const { id } = await db.savedView.create({
    data: {
      ownerId: world.people.officer.userId,
      noun: 'enterprises',
      name: `视图 ${++serial}`,
      query: 'jurisdiction=310116',
      sharedWith: 'municipal',
      removedAt,
    },
  })
  return id
}

/** The municipal bureau sees it; the officer keeps it, the administrator tidies up. */
const ownerOnly = verdicts('NOT_FOUND', { officer: 'ok', administrator: 'FORBIDDEN' })
const ownerAndAdministrator = verdicts('NOT_FOUND', { officer: 'ok', administrator: 'ok' })

describePermissions('views', () => world, [
  {
    action: actions.saveView,
    input: () => ({ noun: 'activities', name: `视图 ${++serial}`, query: 'state=HELD', isShared: true }),
    expected: verdicts('ok', {
      hatless: 'FORBIDDEN',
      expired: 'FORBIDDEN',
      lead: 'FORBIDDEN',
      otherLead: 'FORBIDDEN',
      principal: 'FORBIDDEN',
      designated: 'FORBIDDEN',
      clerk: 'FORBIDDEN',
      neighbour: 'FORBIDDEN',
      stranger: 'FORBIDDEN',
    }),
  },
  {
    action: actions.renameView,
    input: async () => ({ id: await sharedView(), name: `改名 ${++serial}` }),
    expected: ownerOnly,
  },
  { action: actions.shareView, input: async () => ({ id: await sharedView(), isShared: false }), expected: ownerOnly },
  { action: actions.removeView, input: async () => ({ id: await sharedView() }), expected: ownerAndAdministrator },
  {
    action: actions.restoreView,
    input: async () => ({ id: await sharedView(new Date('2026-11-24T01:00:00Z')) }),
    expected: ownerAndAdministrator,
  },
  {
    action: actions.chooseDefaultView,
    input: async () => ({ noun: 'enterprises', viewId: await sharedView() }),
    expected: ownerAndAdministrator,
  },
])
