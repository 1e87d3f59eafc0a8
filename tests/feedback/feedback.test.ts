import { beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { giveFeedback } from '@/lib/feedback/actions'
import { getFeedback, getOwnFeedback } from '@/lib/feedback/queries'
import { came } from '../certificates/closed-training'
import { act } from '../support/act'
import { describePermissions, verdicts } from '../support/permissions'
import { inDays, makeActivity } from '../support/stage'
import { buildWorld, worldNow, type ActorName, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const fields = { content: 5, organization: 4, gain: 3, remark: '' }

/** An activity of coatings that ended so many days ago, to which the principal, a neighbour and the lead came. */
async function judged(w: World, daysAgo = 3): Promise<string> {
  const id = await makeActivity(w, { state: 'CLOSED', startsAt: inDays(-daysAgo) })
  await came(id, { userId: w.people.principal.userId, enterpriseId: w.enterprises.member })
  await came(id, { userId: w.people.neighbour.userId, enterpriseId: w.enterprises.neighbour })
  await came(id, { userId: w.people.lead.userId, enterpriseId: w.enterprises.lead })
  return id
}

const give = (activityId: string, by: ActorName, part: Partial<typeof fields> = {}) =>
  act(world, by, giveFeedback, { activityId, ...fields, ...part })

describePermissions('feedback', () => world, [
  {
    action: giveFeedback,
    input: async (w) => ({ activityId: await judged(w), ...fields }),
    expected: verdicts('FORBIDDEN', {
      principal: 'ok',
      neighbour: 'ok',
      lead: 'ok',
      hatless: 'NOT_FOUND',
      otherCoordinator: 'NOT_FOUND',
      formerCoordinator: 'NOT_FOUND',
      otherLead: 'NOT_FOUND',
      expired: 'NOT_FOUND',
      stranger: 'NOT_FOUND',
    }),
  },
])

it('is one for each person, however often it is pressed, and the trail does not say what', async () => {
  const id = await judged(world)
  const both = await Promise.all([give(id, 'principal'), give(id, 'principal', { content: 1 })])
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  expect(await db.activityFeedback.count({ where: { activityId: id } })).toBe(1)
  const trail = await db.auditEvent.findMany({ where: { verb: 'feedback.give', subjectId: id } })
  expect(trail.map(({ changes }) => changes)).toEqual([{}, {}])
})

it('shows figures and remarks from three answers on, without names, and to the organiser only', async () => {
  const id = await judged(world)
  const activity = { id, hostAllianceId: world.alliances.coatings }
  const read = async (by: ActorName) => getFeedback(await world.actor(by), activity)
  await give(id, 'principal', { remark: '后排看不清' })
  await give(id, 'neighbour', { content: 2 })
  expect(await read('coordinator')).toEqual({ came: 3, answers: 2, shown: null })
  await give(id, 'lead', { content: 2, remark: '很好' })
  expect(await read('coordinator')).toEqual({
    came: 3,
    answers: 3,
    shown: {
      averages: { content: 3, organization: 4, gain: 3 },
      remarks: expect.arrayContaining(['后排看不清', '很好']),
    },
  })
  expect(JSON.stringify(await read('coordinator'))).not.toContain('principal')
  for (const name of ['principal', 'neighbour', 'jinshan', 'otherCoordinator', 'hatless'] as const)
    expect(await read(name)).toBeNull()
})

it('is changed for fourteen days, and begun for sixty after the end', async () => {
  const id = await judged(world, 30)
  expect(await give(id, 'principal')).toMatchObject({ ok: true })
  const own = async () => getOwnFeedback(await world.actor('principal'), id)
  const givenAgo = (days: number) =>
    db.activityFeedback.updateMany({
      where: { activityId: id },
      data: { givenAt: new Date(worldNow.getTime() - days * 86_400_000) },
    })
  await givenAgo(14)
  expect(await give(id, 'principal', { gain: 1 })).toMatchObject({ ok: true })
  expect(await own()).toMatchObject({ isOpen: true, given: { gain: 1 } })
  await givenAgo(15)
  expect(await give(id, 'principal', { gain: 5 })).toMatchObject({ code: 'FEEDBACK_FIXED' })
  expect(await own()).toMatchObject({ isOpen: false, given: { gain: 1 } })
  const old = await judged(world, 61)
  expect(await give(old, 'principal')).toMatchObject({ code: 'FEEDBACK_FIXED' })
  expect(await getOwnFeedback(await world.actor('principal'), old)).toEqual({ given: null, isOpen: false })
  // Whoever was not there has no form.
  expect(await getOwnFeedback(await world.actor('designated'), id)).toBeNull()
})

it('waits until the activity was held, and takes scores from one to five', async () => {
  const id = await makeActivity(world)
  await came(id, { userId: world.people.principal.userId, enterpriseId: world.enterprises.member })
  expect(await give(id, 'principal')).toMatchObject({ code: 'FEEDBACK_NOT_HELD' })
  const closed = await judged(world)
  for (const content of [0, 6, 2.5, Number.NaN])
    expect(await give(closed, 'principal', { content })).toMatchObject({
      code: 'INVALID',
      fields: { content: 'CHOOSE_ONE' },
    })
})
