import { beforeAll } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/duplicates/actions'
import { inOrder } from '@/lib/duplicates/rules'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const pairOf = ({ enterprises }: World): [string, string] => inOrder(enterprises.member, enterprises.lead)

describePermissions('duplicates', () => world, [
  {
    // Jinshan reads both dossiers, and yet the keeper of the registry judges; whoever does not read both has no such pair.
    action: actions.declareDistinct,
    input: async (place) => {
      await db.distinctPair.deleteMany()
      const [firstId, secondId] = pairOf(place)
      return { firstId, secondId, reason: '两家企业租用同一厂房' }
    },
    expected: verdicts('NOT_FOUND', {
      administrator: 'ok',
      officer: 'ok',
      jinshan: 'FORBIDDEN',
      jinshanAdministrator: 'FORBIDDEN',
    }),
  },
  {
    action: actions.withdrawDistinct,
    input: async (place) => {
      await db.distinctPair.deleteMany()
      const [firstId, secondId] = pairOf(place)
      const { id } = await db.distinctPair.create({
        data: {
          firstId,
          secondId,
          reason: '两家企业租用同一厂房',
          saidById: place.people.principal.userId,
          createdAt: new Date('2026-11-20T02:00:00Z'),
        },
      })
      return { pairId: id }
    },
    expected: verdicts('NOT_FOUND', { administrator: 'ok', officer: 'ok' }),
  },
])
