import { beforeAll, describe, expect, it } from 'vitest'
import { listNextActivities } from '@/lib/reports/home-queries'
import { makeActivity } from '../support/stage'
import { buildWorld, worldNow, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const minutesFromNow = (minutes: number) => new Date(worldNow.getTime() + minutes * 60_000)

describe('what an enterprise finds at home', () => {
  it('is what comes and what still takes check-ins, in order, and not what was over this morning', async () => {
    const at = (startsAt: number, endsAt: number) =>
      makeActivity(world, { startsAt: minutesFromNow(startsAt), endsAt: minutesFromNow(endsAt) })
    const over = await at(-120, -31)
    const takesCheckIns = await at(-90, -30)
    const underWay = await at(-10, 50)
    const coming = await at(60, 180)
    const elsewhere = await makeActivity(world, { hostAllianceId: world.alliances.stations })
    const draft = await makeActivity(world, { state: 'DRAFT' })

    const found = (await listNextActivities(await world.actor('designated'), 10)).map(({ id }) => id)
    expect(found).toEqual([takesCheckIns, underWay, coming])
    for (const id of [over, elsewhere, draft]) expect(found).not.toContain(id)
  })

  it('is nothing for whoever wears another hat', async () => {
    expect(await listNextActivities(await world.actor('officer'), 10)).toEqual([])
  })
})
