import { beforeAll, expect, it } from 'vitest'
import { listPlanDates } from '@/lib/plans/queries'
import { makeActivity } from '../support/stage'
import { buildWorld, type ActorName, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

it('the plan shows members what was published, and drafts to those who run the alliance', async () => {
  await makeActivity(world, { state: 'DRAFT', startsAt: new Date('2027-03-10T06:00:00Z') })
  await makeActivity(world, {
    hostAllianceId: world.alliances.stations,
    alsoFor: [world.alliances.coatings],
    startsAt: new Date('2027-04-10T06:00:00Z'),
  })
  const statesFor = async (name: ActorName) =>
    (await listPlanDates(await world.actor(name), world.alliances.coatings, 2027)).map(({ state }) => state)
  expect(await statesFor('coordinator')).toEqual(['DRAFT', 'PUBLISHED'])
  expect(await statesFor('lead')).toEqual(['DRAFT', 'PUBLISHED'])
  expect(await statesFor('principal')).toEqual(['PUBLISHED'])
  expect(await statesFor('jinshan')).toEqual(['PUBLISHED'])
})
