import { beforeAll } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/duplicates/actions'
import * as merges from '@/lib/duplicates/merge-actions'
import { inOrder } from '@/lib/duplicates/rules'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, type World, worldNow } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const pairOf = ({ enterprises }: World): [string, string] => inOrder(enterprises.member, enterprises.lead)

let serial = 0

/** An entry of Jinshan, made anew: merging one of the world's would take its people with it. */
const entry = async (data: { mergedIntoId?: string } = {}) => {
  serial += 1
  const { id } = await db.enterprise.create({
    data: {
      creditCode: `91310116MA1K${String(serial).padStart(6, '0')}`,
      name: `上海并${serial}有限公司`,
      businessKind: 'USE',
      supervisingJurisdictionId: world.jurisdictions.jinshan,
      ...(data.mergedIntoId && { ...data, closedOn: new Date('2026-11-24T00:00:00Z') }),
    },
  })
  return id
}

/** Jinshan reads the dossiers, and yet the keeper of the registry merges; whoever does not read both has no such pair. */
const keepers = verdicts('NOT_FOUND', {
  administrator: 'ok',
  officer: 'ok',
  jinshan: 'FORBIDDEN',
  jinshanAdministrator: 'FORBIDDEN',
})

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
  {
    action: merges.mergeEnterprises,
    input: async () => ({
      keptId: await entry(),
      goneId: await entry(),
      keptVersion: 1,
      goneVersion: 1,
      choices: {},
      reason: '同一厂区，同一法人',
      isSure: true,
    }),
    expected: keepers,
  },
  {
    action: merges.undoMerge,
    input: async ({ people }) => {
      const keptId = await entry()
      const goneId = await entry({ mergedIntoId: keptId })
      const { id } = await db.enterpriseMerge.create({
        data: {
          keptId,
          goneId,
          keptVersion: 1,
          goneVersion: 1,
          reason: '同一厂区，同一法人',
          mergedById: people.officer.userId,
          mergedAt: worldNow,
        },
      })
      return { mergeId: id }
    },
    expected: keepers,
  },
])
