import { makePoll } from '../../polls/poll'
import { answers, type AddressRow } from '../../support/addresses'
import type { World } from '../../support/world'

let poll = ''

export async function prepare(world: World): Promise<void> {
  poll = (await makePoll(world)).id
}

/** Those who run coatings and those who are in it; jurisdictions hear of the activity. */
const within = answers(404, {
  administrator: 200,
  officer: 200,
  coordinator: 200,
  deputy: 200,
  lead: 200,
  principal: 200,
  designated: 200,
  clerk: 200,
  neighbour: 200,
})

export const addresses: AddressRow[] = [
  {
    route: '/portal/polls/[poll]',
    path: () => `/portal/polls/${poll}`,
    absent: () => '/portal/polls/00000000-0000-7000-8000-000000000000',
    expected: within,
  },
]
