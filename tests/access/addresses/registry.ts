import { db } from '@/lib/core/db'
import { answers, type AddressRow } from '../../support/addresses'
import type { World } from '../../support/world'

let proposal = ''

export async function prepare({ enterprises, people }: World): Promise<void> {
  const { id } = await db.correctionProposal.create({
    data: {
      enterpriseId: enterprises.member,
      proposedById: people.principal.userId,
      base: { employees: null },
      proposed: { employees: 35 },
      note: '社保人数已变更',
    },
  })
  proposal = id
}

const absent = '00000000-0000-7000-8000-000000000000'

const keepers = answers(404, { administrator: 200, officer: 200 })

export const addresses: AddressRow[] = [
  {
    // Its principal alone: whoever merely works for it, and every other enterprise, finds nothing here.
    route: '/portal/enterprises/[enterprise]/propose',
    path: ({ enterprises }) => `/portal/enterprises/${enterprises.member}/propose`,
    absent: () => `/portal/enterprises/${absent}/propose`,
    expected: answers(404, { principal: 200 }),
  },
  { route: '/portal/enterprises/proposals', path: () => '/portal/enterprises/proposals', expected: keepers },
  {
    route: '/portal/enterprises/proposals/[proposal]',
    path: () => `/portal/enterprises/proposals/${proposal}`,
    absent: () => `/portal/enterprises/proposals/${absent}`,
    expected: keepers,
  },
  {
    route: '/portal/enterprises/[enterprise]/standing',
    path: ({ enterprises }) => `/portal/enterprises/${enterprises.member}/standing`,
    absent: () => `/portal/enterprises/${absent}/standing`,
    expected: keepers,
  },
  {
    // A jurisdiction has its own part of the list.
    route: '/portal/enterprises/licences',
    path: () => '/portal/enterprises/licences?within=D90',
    expected: answers(404, {
      administrator: 200,
      officer: 200,
      jinshan: 200,
      jinshanAdministrator: 200,
      fengxian: 200,
    }),
  },
]
