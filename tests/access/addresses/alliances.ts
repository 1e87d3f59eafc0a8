import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { answers, type AddressRow } from '../../support/addresses'
import type { World } from '../../support/world'

/** Why the lead leads. */
export async function prepare({ alliances, enterprises, memberships, people }: World): Promise<void> {
  const decided = { allianceId: alliances.coatings, enterpriseId: enterprises.lead, decidedOn: toDate('2025-01-01') }
  await db.leadDecision.create({
    data: { ...decided, membershipId: memberships.lead, reason: '规模居前', decidedById: people.officer.userId },
  })
}

/** The pages of coatings: the bureaus, its insurer's two, its lead and its members. */
const inside = answers(200, {
  hatless: 404,
  insurerAdministrator: 404,
  otherCoordinator: 404,
  formerCoordinator: 404,
  otherLead: 404,
  expired: 404,
  stranger: 404,
})

/** What only the municipal bureau has: everybody else is told that there is nothing. */
const municipal = answers(404, { administrator: 200, officer: 200 })

const at = (part: string, expected: AddressRow['expected']): AddressRow => ({
  route: `/portal/alliances/[alliance]${part}`,
  path: () => `/portal/alliances/coatings${part}`,
  absent: () => `/portal/alliances/absentee${part}`,
  expected,
})

export const addresses: AddressRow[] = [
  { route: '/portal/alliances', path: () => '/portal/alliances', expected: answers(200) },
  at('', inside),
  at('/year', municipal),
  at('/members', inside),
  at('/members/admit', municipal),
  {
    route: '/portal/alliances/[alliance]/members/[member]',
    path: ({ enterprises }) => `/portal/alliances/coatings/members/${enterprises.member}`,
    absent: ({ alliances }) => `/portal/alliances/coatings/members/${alliances.coatings}`,
    expected: municipal,
  },
  at('/activities', inside),
  at('/topics', inside),
  at('/insurer', inside),
  at('/insurer/appoint', municipal),
  {
    route: '/portal/alliances/[alliance]/insurer/[appointment]',
    path: async ({ alliances }) => {
      const { id } = await db.insurerAppointment.findFirstOrThrow({
        where: { allianceId: alliances.coatings, endsOn: null },
      })
      return `/portal/alliances/coatings/insurer/${id}`
    },
    absent: ({ alliances }) => `/portal/alliances/coatings/insurer/${alliances.coatings}`,
    expected: municipal,
  },
  at('/lead', inside),
  at('/lead/appoint', municipal),
  at('/lead/end', municipal),
  at('/lead/compare', municipal),
  {
    route: '/portal/alliances/[alliance]/lead/decisions/[membership]',
    path: ({ memberships }) => `/portal/alliances/coatings/lead/decisions/${memberships.lead}`,
    absent: ({ alliances }) => `/portal/alliances/coatings/lead/decisions/${alliances.coatings}`,
    expected: municipal,
  },
  at('/history', inside),
]
