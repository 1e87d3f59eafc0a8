import { beforeAll, describe, expect, it } from 'vitest'
import { listActivities } from '@/lib/activities/list-queries'
import { activityFilterOf } from '@/lib/activities/filter-rules'
import { db } from '@/lib/core/db'
import { listPlaces, listSendable, pagePlaces } from '@/lib/registrations/own-queries'
import { makeActivity, makePlace } from '../support/stage'
import { actorNames, buildWorld, worldToday, type World } from '../support/world'

let world: World
let activityId: string
beforeAll(async () => {
  world = await buildWorld()
  activityId = await makeActivity(world, { title: '100%覆盖交流会' })
  await makePlace(world, activityId, { enterpriseId: world.enterprises.member, userId: world.people.designated.userId })
  await makePlace(world, activityId, { enterpriseId: world.enterprises.neighbour })
})

describe('places of an activity', () => {
  it('each actor sees the places that are its business, and nobody else’s', async () => {
    const seen: Record<string, number> = {}
    for (const name of actorNames) {
      const { rows, total } = await pagePlaces(await world.actor(name), activityId)
      expect(rows).toHaveLength(total)
      seen[name] = total
    }
    const runs = { administrator: 2, officer: 2, coordinator: 2, deputy: 2, lead: 2 }
    const own = {
      jinshan: 1,
      jinshanAdministrator: 1,
      fengxian: 1,
      principal: 1,
      designated: 1,
      clerk: 1,
      neighbour: 1,
    }
    expect(seen).toEqual({ ...Object.fromEntries(actorNames.map((name) => [name, 0])), ...runs, ...own })
  })

  it('of one enterprise, they are those of that enterprise alone', async () => {
    const actor = await world.actor('coordinator')
    const places = await listPlaces(actor, activityId, world.enterprises.member)
    expect(places.map(({ enterpriseId }) => enterpriseId)).toEqual([world.enterprises.member])
  })
})

describe('a page of places', () => {
  it('goes forth and back through all of them by name, each once, however many share a name', async () => {
    const crowded = await makeActivity(world, {})
    const names = Array.from({ length: 120 }, (_, index) => `上海第${Math.floor(index / 3)}加油站`)
    for (const [index, name] of names.entries()) {
      const { id } = await db.enterprise.create({
        data: {
          creditCode: `91310120MA1K${String(index).padStart(6, '0')}`,
          name,
          establishment: `站点${index}`,
          businessKind: 'FILLING_STATION',
          supervisingJurisdictionId: world.jurisdictions.fengxian,
          searchTokens: [],
        },
        select: { id: true },
      })
      await makePlace(world, crowded, { enterpriseId: id })
    }
    const actor = await world.actor('coordinator')
    const [pages, seen] = [[] as string[][], new Set<string>()]
    let page = await pagePlaces(actor, crowded)
    for (;;) {
      pages.push(page.rows.map(({ id }) => id))
      for (const { id } of page.rows) seen.add(id)
      expect(page.total).toBe(120)
      if (!page.next) break
      page = await pagePlaces(actor, crowded, page.next)
    }
    expect(pages.map((rows) => rows.length)).toEqual([50, 50, 20])
    expect(seen.size).toBe(120)
    const back = await pagePlaces(actor, crowded, page.previous ?? undefined)
    expect(back.rows.map(({ id }) => id)).toEqual(pages[1])
  })
})

describe('people whom an enterprise may send', () => {
  it('are its own, those with a mandate of the day first', async () => {
    const people = await listSendable(await world.actor('clerk'), world.enterprises.member, worldToday)
    expect(people.map(({ name, mandate }) => [name, mandate])).toEqual([
      ['designated', 'DESIGNATED'],
      ['principal', 'PRINCIPAL'],
      ['clerk', null],
      ['expired', null],
    ])
  })

  it('are told to nobody outside of it, the lead and the bureau included', async () => {
    for (const name of ['lead', 'neighbour', 'officer', 'coordinator', 'anonymous'] as const)
      expect(await listSendable(await world.actor(name), world.enterprises.member, worldToday)).toEqual([])
  })
})

describe('the search of activities', () => {
  const find = async (q: string) => {
    const filter = activityFilterOf((name) => (name === 'q' ? q : undefined))
    return (await listActivities(await world.actor('officer'), filter)).rows.map(({ title }) => title)
  }

  it('takes %, _ and \\ as they are typed', async () => {
    expect(await find('100%覆')).toEqual(['100%覆盖交流会'])
    expect(await find('1%交')).toEqual([])
    expect(await find('100_覆')).toEqual([])
    expect(await find('\\')).toEqual([])
  })

  it('reads a month as its first and last day', () => {
    const filter = activityFilterOf((name) => (name === 'month' ? '2028-02' : undefined))
    expect([filter.from, filter.to, filter.period]).toEqual(['2028-02-01', '2028-02-29', 'all'])
  })
})
