import { db } from '@/lib/core/db'
import { answers, type AddressRow } from '../../support/addresses'
import type { World } from '../../support/world'

let made = ''

export async function prepare(world: World): Promise<void> {
  const { id } = await db.topic.create({
    data: {
      allianceYearId: world.years.coatings,
      title: '静电安全风险研究及防控',
      milestones: { create: { title: '完成现状摸底', dueOn: new Date('2026-10-31T00:00:00Z') } },
    },
  })
  made = id
}

const outsiders = {
  hatless: 404,
  insurerAdministrator: 404,
  otherCoordinator: 404,
  formerCoordinator: 404,
  otherLead: 404,
  expired: 404,
  stranger: 404,
} as const

/** The bureau, the insurer's two and the lead drive the topics of coatings; its members and the districts read them. */
const drivers = answers(404, { administrator: 200, officer: 200, coordinator: 200, deputy: 200, lead: 200 })

const absent = '00000000-0000-7000-8000-000000000000'

const at = (part: string, expected: AddressRow['expected']): AddressRow => ({
  route: `/portal/alliances/[alliance]/topics/[topic]${part}`,
  path: () => `/portal/alliances/coatings/topics/${made}${part}`,
  absent: () => `/portal/alliances/coatings/topics/${absent}${part}`,
  expected,
})

export const addresses: AddressRow[] = [
  {
    route: '/portal/alliances/[alliance]/topics/new',
    path: () => '/portal/alliances/coatings/topics/new',
    absent: () => '/portal/alliances/absentee/topics/new',
    expected: drivers,
  },
  at('', answers(200, outsiders)),
  at('/revise', drivers),
  at('/progress', drivers),
]
