import { beforeAll } from 'vitest'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/registry/actions'
import * as standing from '@/lib/registry/standing-actions'
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

let serial = 0

/** An enterprise of Jinshan that nobody acts for, made anew; with the version of its entry. */
async function firm({ jurisdictions }: World, closedOn: string | null = null) {
  serial += 1
  const { id } = await db.enterprise.create({
    data: {
      creditCode: `91310116MA1J${String(serial).padStart(6, '0')}`,
      name: `上海己企业${serial}有限公司`,
      businessKind: 'USE',
      supervisingJurisdictionId: jurisdictions.jinshan,
      closedOn: closedOn ? toDate(closedOn) : null,
    },
  })
  return { enterpriseId: id, version: 1, reason: '企业来函' }
}

/** The registry is the municipal bureau's; a district reads what it supervises, and no more of it than before. */
const kept = verdicts('NOT_FOUND', {
  administrator: 'ok',
  officer: 'ok',
  jinshan: 'FORBIDDEN',
  jinshanAdministrator: 'FORBIDDEN',
})

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
  {
    action: standing.closeEnterprise,
    input: async (place) => ({ ...(await firm(place)), closedOn: '2026-11-30' }),
    expected: kept,
  },
  {
    action: standing.reopenEnterprise,
    input: async (place) => ({ ...(await firm(place, '2026-03-01')), reopenedOn: '2026-11-01' }),
    expected: kept,
  },
  {
    action: standing.moveEnterprise,
    input: async (place) => ({
      ...(await firm(place)),
      jurisdictionId: place.jurisdictions.fengxian,
      movedOn: '2026-11-01',
    }),
    expected: kept,
  },
])
