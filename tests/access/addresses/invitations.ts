import { answerPathOf } from '@/lib/access/answer-link'
import { invite } from '../../invitations/invited'
import { answers, everyone, type AddressRow } from '../../support/addresses'
import { makeActivity } from '../../support/stage'
import type { World } from '../../support/world'

const made = { activity: '', invitation: '' }

export async function prepare(world: World): Promise<void> {
  made.activity = await makeActivity(world)
  made.invitation = await invite(made.activity, world.people.principal.userId)
}

const nobody = '00000000-0000-7000-8000-000000000000'

export const addresses: AddressRow[] = [
  // The link is the right: it shows the same to everyone, and nothing without its signature.
  { route: '/a/[token]', path: () => answerPathOf(made.invitation), expected: everyone(200) },
  { route: '/a/[token]', path: () => `/a/${made.invitation}.AAAAAAAAAAAAAAAAAAAAAA`, expected: everyone(404) },
  {
    route: '/portal/activities/[activity]/invitations',
    path: () => `/portal/activities/${made.activity}/invitations`,
    absent: () => `/portal/activities/${nobody}/invitations`,
    expected: answers(404, { administrator: 200, officer: 200, coordinator: 200, deputy: 200 }),
  },
]
