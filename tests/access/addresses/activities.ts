import { answers, everyone, type AddressRow } from '../../support/addresses'
import { inDays, makeActivity } from '../../support/stage'
import type { World } from '../../support/world'

const made = { published: '', held: '', draft: '' }

export async function prepare(world: World): Promise<void> {
  made.published = await makeActivity(world)
  made.draft = await makeActivity(world, { state: 'DRAFT' })
  made.held = await makeActivity(world, { state: 'HELD', startsAt: inDays(-7) })
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

/** The bureaus, the host's insurer, its lead and its members. */
const seen = answers(200, outsiders)

const runs = { administrator: 200, officer: 200, coordinator: 200, deputy: 200, lead: 200 } as const

/** Whoever runs the coatings alliance. */
const organisers = answers(404, runs)

const absent = '00000000-0000-7000-8000-000000000000'

const at = (part: string, expected: AddressRow['expected'], which: keyof typeof made = 'published'): AddressRow => ({
  route: `/portal/activities/[activity]${part}`,
  path: () => `/portal/activities/${made[which]}${part}`,
  absent: () => `/portal/activities/${absent}${part}`,
  expected,
})

export const addresses: AddressRow[] = [
  { route: '/portal/activities', path: () => '/portal/activities', expected: answers(200) },
  {
    route: '/portal/activities/new',
    path: () => '/portal/activities/new',
    expected: answers(404, { ...runs, otherCoordinator: 200, otherLead: 200 }),
  },
  at('', seen),
  at('/edit', organisers),
  at('/limits', organisers),
  at('/postpone', organisers),
  at('/cancel', organisers),
  at('/audience', organisers),
  ...['', '/basics', '/agenda', '/check-in', '/notices', '/review'].map((part) =>
    at(`/setup${part}`, organisers, 'draft'),
  ),
  {
    route: '/api/activities/[id]/audience',
    path: () => `/api/activities/${made.published}/audience`,
    absent: () => `/api/activities/${absent}/audience`,
    expected: answers(404, { ...runs, anonymous: 404, disabled: 404, revoked: 404 }),
  },
  at('/minutes', organisers, 'held'),
  at('/projector', organisers),
  // Nobody is told of an activity without its code of the moment: an address that names none looks the same.
  { route: '/c/[code]', path: () => '/c/ABCDEF', expected: everyone(200) },
  {
    route: '/api/activities/[id]/calendar.ics',
    path: () => `/api/activities/${made.published}/calendar.ics`,
    absent: () => `/api/activities/${absent}/calendar.ics`,
    expected: answers(200, { ...outsiders, anonymous: 404, disabled: 404, revoked: 404 }),
  },
  {
    route: '/api/activities/[id]/notice.docx',
    path: () => `/api/activities/${made.published}/notice.docx`,
    absent: () => `/api/activities/${absent}/notice.docx`,
    expected: answers(200, { ...outsiders, anonymous: 404, disabled: 404, revoked: 404 }),
  },
]
