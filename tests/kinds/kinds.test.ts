import { beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { nameSpeaker, removeSpeaker, writeDiscussion } from '@/lib/kinds/actions'
import { getDiscussion, listSpeakerChoices, listSpeakers } from '@/lib/kinds/queries'
import { makePractice } from '../practices/stage'
import { act } from '../support/act'
import { inDays, makeActivity } from '../support/stage'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const write = (activityId: string, version: number | null, outcome = '') =>
  act(world, 'coordinator', writeDiscussion, { activityId, version, question: '静电跨接怎么查', outcome })

it('a discussion has its question before, its outcome after it was held, and of two who write at once one is told', async () => {
  const activityId = await makeActivity(world, { kind: 'DISCUSSION' })
  expect(await write(activityId, null, '每季度一次')).toMatchObject({
    code: 'DISCUSSION_NOT_HELD',
    fields: { outcome: 'NOT_HELD_YET' },
  })
  const both = await Promise.all([write(activityId, null), write(activityId, null)])
  expect(both.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['CONFLICT', 'ok'])
  await db.activity.update({ where: { id: activityId }, data: { state: 'HELD' } })
  expect((await write(activityId, 1, '每季度一次')).ok).toBe(true)
  const read = await getDiscussion(await world.actor('clerk'), activityId)
  expect(read).toMatchObject({ outcome: '每季度一次', version: 2 })
  expect(await getDiscussion(await world.actor('stranger'), activityId)).toBeNull()
})

it('no other kind has a question, and no other kind has speakers', async () => {
  const activityId = await makeActivity(world)
  expect(await write(activityId, null)).toMatchObject({ code: 'ACTIVITY_TAKES_NO_QUESTION' })
  const speaker = { activityId, enterpriseId: world.enterprises.member, theme: '一票一策', practiceId: null }
  expect(await act(world, 'lead', nameSpeaker, speaker)).toMatchObject({ code: 'ACTIVITY_TAKES_NO_SPEAKERS' })
})

it('a member of its alliances shares, once, with a practice of its own; who may not read that sees the theme alone', async () => {
  const activityId = await makeActivity(world, {
    kind: 'EXPERIENCE_SHARING',
    startsAt: inDays(7),
    alsoFor: [world.alliances.stations],
  })
  const { practiceId } = await makePractice(world, { state: 'PUBLISHED' })
  const name = (firm: keyof World['enterprises'], practice: string | null) =>
    act(world, 'coordinator', nameSpeaker, {
      activityId,
      enterpriseId: world.enterprises[firm],
      theme: '一票一策',
      practiceId: practice,
    })
  expect(await name('neighbour', practiceId)).toMatchObject({ fields: { practiceId: 'NOT_OF_SPEAKER' } })
  for (const isNew of [true, false]) expect(await name('member', practiceId)).toMatchObject({ data: { isNew } })

  const seen = async (who: 'neighbour' | 'stranger') => listSpeakers(await world.actor(who), activityId)
  expect(await seen('neighbour')).toMatchObject([{ theme: '一票一策', practice: { id: practiceId } }])
  expect(await seen('stranger')).toMatchObject([{ theme: '一票一策', practice: null }])
  const activity = await db.activity.findUniqueOrThrow({ where: { id: activityId } })
  const choices = await listSpeakerChoices(await world.actor('coordinator'), activity)
  expect(choices.practices).toMatchObject([{ id: practiceId }])
  expect((await listSpeakerChoices(await world.actor('principal'), activity)).members).toEqual([])

  const [speaker] = await seen('neighbour')
  const remove = () => act(world, 'lead', removeSpeaker, { id: speaker?.id ?? '' })
  expect([await remove(), await remove()]).toMatchObject([{ ok: true }, { code: 'NOT_FOUND' }])
})
