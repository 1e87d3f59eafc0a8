import { beforeAll } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/registry/actions'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, type World } from '../support/world'
import { proposalOf } from './proposal'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

/** The only proposal of the member enterprise, made anew. */
async function openProposal({ enterprises, people }: World): Promise<{ proposalId: string; version: number }> {
  await db.correctionProposal.deleteMany({ where: { enterpriseId: enterprises.member } })
  const { id } = await db.correctionProposal.create({
    data: {
      enterpriseId: enterprises.member,
      proposedById: people.principal.userId,
      base: { employees: null },
      proposed: { employees: 35 },
    },
  })
  return { proposalId: id, version: 1 }
}

describePermissions('registry', () => world, [
  {
    // The enterprise speaks through its principal; the bureaus correct or read, and propose nothing.
    action: actions.proposeCorrection,
    input: async ({ enterprises }, actor) => ({
      ...(await proposalOf(enterprises.member)),
      address: `上海市金山区${actor}路`,
    }),
    expected: verdicts('NOT_FOUND', {
      principal: 'ok',
      administrator: 'FORBIDDEN',
      officer: 'FORBIDDEN',
      jinshan: 'FORBIDDEN',
      jinshanAdministrator: 'FORBIDDEN',
      designated: 'FORBIDDEN',
      clerk: 'FORBIDDEN',
    }),
  },
  {
    action: actions.withdrawProposal,
    input: (place) => openProposal(place),
    expected: verdicts('NOT_FOUND', { principal: 'ok', administrator: 'FORBIDDEN', officer: 'FORBIDDEN' }),
  },
  {
    // Nobody decides on what they proposed themselves.
    action: actions.decideProposal,
    input: async (place) => ({
      ...(await openProposal(place)),
      enterpriseVersion: (await db.enterprise.findUniqueOrThrow({ where: { id: place.enterprises.member } })).version,
      decisions: { employees: { verdict: 'REFUSED', reason: '与社保人数不符' } },
    }),
    expected: verdicts('NOT_FOUND', { principal: 'FORBIDDEN', administrator: 'ok', officer: 'ok' }),
  },
])
