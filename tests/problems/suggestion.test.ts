import { beforeAll, expect, it } from 'vitest'
import { answerSelfCheck } from '@/lib/cases/actions'
import { suggestFromCheck } from '@/lib/problems/suggestion-queries'
import { asked, caseFields, makeCheck } from '../cases/library'
import { act } from '../support/act'
import { buildWorld, type ActorName, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

it('is made of a question that members answered with “it could happen here”, for whoever may know how they did', async () => {
  const { own, answers } = await makeCheck(world)
  const [could = '', couldNot = ''] = answers.map(({ questionId }) => questionId)
  const suggestTo = async (name: ActorName, questionId = could, alliance: keyof World['alliances'] = 'coatings') =>
    suggestFromCheck(await world.actor(name), { allianceId: world.alliances[alliance], questionId })
  expect(await suggestTo('coordinator')).toBeNull()
  expect((await act(world, 'principal', answerSelfCheck, { replyId: own, version: 1, answers })).ok).toBe(true)

  const suggestion = await suggestTo('coordinator')
  expect(suggestion?.title).toBe(`“${caseFields.title}”对照自查：${asked[0]?.slice(0, -1) ?? ''}`)
  expect(suggestion?.finding).toContain('1 家成员企业')
  expect(suggestion?.recommendation).toBe(caseFields.lessons)
  // What a member wrote beside its answer is not for the others.
  expect(JSON.stringify(suggestion)).not.toMatch(/浮盘|成员化工/)
  expect(await suggestTo('officer')).toEqual(suggestion)
  expect(await suggestTo('coordinator', couldNot)).toBeNull()
  expect(await suggestTo('coordinator', 'no-id')).toBeNull()
  expect(await suggestTo('officer', could, 'stations')).toBeNull()
  for (const name of ['lead', 'principal', 'otherCoordinator', 'jinshan'] as const)
    expect(await suggestTo(name)).toBeNull()
})
