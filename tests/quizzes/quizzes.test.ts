import { beforeAll, describe, expect, it } from 'vitest'
import { perform } from '@/lib/access/perform'
import { countWithoutCertificate } from '@/lib/certificates/queries'
import { issueCertificates } from '@/lib/certificates/actions'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/quizzes/actions'
import { getOpenAttempt, getQuiz, getQuizDraft, getReview } from '@/lib/quizzes/queries'
import { countResults, listResults } from '@/lib/quizzes/result-queries'
import { drawn } from '@/lib/quizzes/draw-rules'
import type { Question } from '@/lib/quizzes/rules'
import { came } from '../certificates/closed-training'
import { act } from '../support/act'
import { makeActivity } from '../support/stage'
import { buildWorld, type ActorName, type World } from '../support/world'
import { makeQuiz } from './quiz-of-training'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const start = async (quizId: string, by: ActorName = 'principal') => {
  const begun = await act(world, by, actions.startAttempt, { quizId })
  if (!begun.ok) throw new Error(begun.code)
  return begun.data.attemptId
}

/** What to press in an attempt, for answers that are all right or all wrong. */
async function pressed(attemptId: string, allRight: boolean): Promise<number[][]> {
  const { quizId } = await db.quizAttempt.findUniqueOrThrow({ where: { id: attemptId } })
  const asked = await db.quizQuestion.findMany({ where: { quizId }, orderBy: { position: 'asc' } })
  const wrong = ({ right, options, kind }: Pick<Question, 'right' | 'options' | 'kind'>) =>
    [...(kind === 'TRUE_FALSE' ? [0, 1] : options.keys())].filter((place) => !right.includes(place)).slice(0, 1)
  return drawn(attemptId, asked).map(({ question, order }) =>
    (allRight ? question.right : wrong(question)).map((place) => order.indexOf(place)),
  )
}

const submit = async (attemptId: string, allRight: boolean) =>
  act(world, 'principal', actions.submitAttempt, { attemptId, chosen: await pressed(attemptId, allRight) })

describe('an attempt', () => {
  it('shows questions without what is right, the same after every pause', async () => {
    const { quizId, activityId } = await makeQuiz(world)
    const attemptId = await start(quizId)
    const principal = await world.actor('principal')
    const shown = await getOpenAttempt(principal, quizId)
    expect(shown?.questions).toHaveLength(3)
    expect(await getOpenAttempt(principal, quizId)).toEqual(shown)
    const sent = JSON.stringify([shown, await getQuiz(principal, activityId)])
    expect(sent).not.toMatch(/"right"|isRight|questionId/)
    expect(shown?.questions.find(({ kind }) => kind === 'SINGLE')?.options.toSorted()).toEqual(
      ['24 小时', '72 小时', '8 小时'].toSorted(),
    )
    // Another person, and whoever runs the training, have no part in it.
    expect(await getOpenAttempt(await world.actor('coordinator'), quizId)).toBeNull()
    expect(await getReview(principal, (await getQuiz(principal, activityId)) ?? Object.create(null))).toBeNull()
    expect(attemptId).toBe(shown?.id)
  })

  it('is over with all questions answered, not before, and is then not changed', async () => {
    const { quizId } = await makeQuiz(world)
    const attemptId = await start(quizId)
    const half = (await pressed(attemptId, true)).map((places, at) => (at === 1 ? [] : places))
    expect(await act(world, 'principal', actions.submitAttempt, { attemptId, chosen: half })).toMatchObject({
      code: 'INVALID',
      fields: { 'chosen.1': 'ANSWER_THIS' },
    })
    expect(await submit(attemptId, false)).toEqual({ ok: true, data: { score: 0, hasPassed: false } })
    expect(await submit(attemptId, true)).toEqual({ ok: true, data: { score: 0, hasPassed: false } })
    expect(await db.auditEvent.count({ where: { verb: 'quiz.submit' } })).toBe(1)
  })

  it('tells what would have been right only when there is no other one', async () => {
    const { quizId, activityId } = await makeQuiz(world, { attemptsMax: 2 })
    const principal = await world.actor('principal')
    const review = async () => {
      const quiz = await getQuiz(principal, activityId)
      return quiz && getReview(principal, quiz)
    }
    await submit(await start(quizId), false)
    expect((await review())?.questions.map(({ right, isRight }) => [right, isRight])).toEqual([
      [null, false],
      [null, false],
      [null, false],
    ])
    const second = await start(quizId)
    expect(JSON.stringify(await review())).not.toMatch(/"right":\[/)
    await submit(second, true)
    expect(await review()).toMatchObject({
      number: 2,
      score: 100,
      hasPassed: true,
      questions: [{ right: [0] }, {}, {}],
    })
    expect(await act(world, 'principal', actions.startAttempt, { quizId })).toMatchObject({ code: 'QUIZ_PASSED' })
  })

  it('may be begun as often as allowed, while the quiz is open', async () => {
    const { quizId } = await makeQuiz(world, { attemptsMax: 2 })
    for (const number of [1, 2]) {
      const attemptId = await start(quizId)
      expect(await db.quizAttempt.findUniqueOrThrow({ where: { id: attemptId } })).toMatchObject({ number })
      await submit(attemptId, false)
    }
    const again = () => act(world, 'principal', actions.startAttempt, { quizId })
    expect(await again()).toMatchObject({ code: 'QUIZ_ATTEMPTS_USED' })
    const closed = await makeQuiz(world)
    const open = await start(closed.quizId)
    await act(world, 'coordinator', actions.closeQuiz, { quizId: closed.quizId })
    expect(await submit(open, true)).toMatchObject({ code: 'QUIZ_NOT_OPEN' })
    await act(world, 'coordinator', actions.openQuiz, { quizId: closed.quizId })
    expect(await submit(open, true)).toMatchObject({ ok: true, data: { hasPassed: true } })
  })
})

/** Lets nobody past until so many have come. */
function gate(size: number): () => Promise<void> {
  let come = 0
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  return () => {
    come += 1
    if (come === size) open()
    return opened
  }
}

describe('pressed twice at once', () => {
  it('beginning is one attempt', async () => {
    const { quizId } = await makeQuiz(world)
    const { definition } = actions.startAttempt
    const together = gate(2)
    const run: typeof definition.run = async (tx, context) => {
      await together()
      return definition.run(tx, context)
    }
    const actor = await world.actor('principal')
    const answers = await Promise.all([1, 2].map(() => perform({ ...definition, run }, actor, { quizId })))
    expect(answers.map(({ result }) => result.ok)).toEqual([true, true])
    expect(await db.quizAttempt.count({ where: { quizId } })).toBe(1)
  })

  it('handing in counts once; without the guard in its where, the second would have overwritten the first', async () => {
    const race = async (sabotage: boolean): Promise<number[]> => {
      const { quizId } = await makeQuiz(world)
      const attemptId = await start(quizId)
      const { definition } = actions.submitAttempt
      const together = gate(2)
      const run: typeof definition.run = async (tx, context) => {
        await together()
        if (!sabotage) return definition.run(tx, context)
        const score = context.input.chosen.flat().length
        await tx.quizAttempt.update({
          where: { id: attemptId },
          data: { submittedAt: new Date('2026-11-24T02:00:00Z'), answers: {}, score },
        })
        return { data: { score, hasPassed: false }, record: null }
      }
      const actor = await world.actor('principal')
      const both = [await pressed(attemptId, true), await pressed(attemptId, false)]
      const answers = await Promise.all(
        both.map((chosen) => perform({ ...definition, run }, actor, { attemptId, chosen })),
      )
      return [...new Set(answers.flatMap(({ result }) => (result.ok ? [result.data.score] : [])))]
    }
    expect(await race(false)).toHaveLength(1)
    expect(await race(true)).toHaveLength(2)
  })
})

describe('the organiser', () => {
  const written = {
    passMark: 80,
    attemptsMax: 3,
    isRequired: true,
    questions: [
      {
        kind: 'SINGLE' as const,
        text: '动火作业票有效期',
        options: [
          { text: '24 小时', isRight: false },
          { text: '', isRight: true },
          { text: '8 小时', isRight: true },
        ],
        isTrue: null,
      },
    ],
  }

  it('writes it until it is open; blank lines are no options', async () => {
    const activityId = await makeActivity(world, { kind: 'TRAINING' })
    const write = (version: number, by: ActorName = 'coordinator') =>
      act(world, by, actions.writeQuiz, { activityId, version, ...written })
    expect(await write(0)).toMatchObject({ ok: true })
    expect(await write(0, 'lead')).toMatchObject({ code: 'ALREADY_EXISTS' })
    const coordinator = await world.actor('coordinator')
    const activity = { id: activityId, hostAllianceId: world.alliances.coatings }
    const draft = await getQuizDraft(coordinator, activity)
    expect(draft?.questions).toMatchObject([{ options: ['24 小时', '8 小时'], right: [1] }])
    expect(await getQuizDraft(await world.actor('principal'), activity)).toBeNull()
    expect(await write(1)).toMatchObject({ ok: true })
    expect(await write(1)).toMatchObject({ code: 'CONFLICT' })
    const { id: quizId } = await db.quiz.findUniqueOrThrow({ where: { activityId } })
    // A training of next week has nobody who could answer.
    expect(await act(world, 'coordinator', actions.openQuiz, { quizId })).toMatchObject({ code: 'QUIZ_TOO_EARLY' })
    const meeting = await makeActivity(world)
    expect(
      await act(world, 'officer', actions.writeQuiz, { activityId: meeting, version: 0, ...written }),
    ).toMatchObject({ code: 'QUIZ_ONLY_FOR_TRAININGS' })
  })

  it.each([
    [[{ text: '甲', isRight: true }], 'TWO_OPTIONS'],
    [
      [
        { text: '甲', isRight: true },
        { text: '甲', isRight: false },
      ],
      'OPTIONS_DIFFER',
    ],
    [
      [
        { text: '甲', isRight: false },
        { text: '乙', isRight: false },
      ],
      'NO_RIGHT_OPTION',
    ],
    [
      [
        { text: '甲', isRight: true },
        { text: '乙', isRight: true },
      ],
      'ONE_RIGHT_OPTION',
    ],
  ])('cannot ask what has no answer: %j', async (options, code) => {
    const activityId = await makeActivity(world, { kind: 'TRAINING' })
    const question = { kind: 'SINGLE' as const, text: '问', options, isTrue: null }
    expect(
      await act(world, 'coordinator', actions.writeQuiz, { activityId, version: 0, ...written, questions: [question] }),
    ).toMatchObject({ code: 'INVALID', fields: { 'questions.0.kind': code } })
  })

  it('opens it to whoever came, tells them once, and sees who has passed; nobody else sees the list', async () => {
    const { quizId, activityId } = await makeQuiz(world, { state: 'DRAFT' })
    const open = () => act(world, 'coordinator', actions.openQuiz, { quizId })
    expect(await Promise.all([open(), open()])).toMatchObject([{ ok: true }, { ok: true }])
    const told = { kind: 'QUIZ_OPENED', href: `/portal/activities/${activityId}/quiz` }
    expect(await db.notification.findMany({ where: told, select: { userId: true } })).toEqual([
      { userId: world.people.principal.userId },
    ])
    expect(await act(world, 'coordinator', actions.writeQuiz, { activityId, version: 2, ...written })).toMatchObject({
      code: 'QUIZ_FIXED',
    })
    await submit(await start(quizId), true)
    await came(activityId, { userId: world.people.neighbour.userId, enterpriseId: world.enterprises.neighbour })
    const quiz = { id: quizId, activity: { id: activityId, hostAllianceId: world.alliances.coatings } }
    const coordinator = await world.actor('coordinator')
    expect(await countResults(coordinator, quiz)).toEqual({ came: 2, answered: 1, passed: 1 })
    expect(await listResults(coordinator, quiz)).toMatchObject([
      { name: 'neighbour', attempts: 0, best: null, hasPassed: false },
      { name: 'principal', attempts: 1, best: 100, hasPassed: true },
    ])
    for (const name of ['principal', 'neighbour', 'jinshan', 'otherCoordinator'] as const)
      expect(await listResults(await world.actor(name), quiz)).toEqual([])
  })

  it('gives certificates only to those who passed, where that is required', async () => {
    const { quizId, activityId } = await makeQuiz(world, { isRequired: true })
    await came(activityId, { userId: world.people.neighbour.userId, enterpriseId: world.enterprises.neighbour })
    await submit(await start(quizId), true)
    await db.activity.update({ where: { id: activityId }, data: { state: 'CLOSED' } })
    const coordinator = await world.actor('coordinator')
    expect(await countWithoutCertificate(coordinator, activityId)).toEqual({ waiting: 1, notPassed: 1 })
    const issue = () => act(world, 'coordinator', issueCertificates, { id: activityId, hours: 2, months: 12 })
    expect(await issue()).toMatchObject({ ok: true, data: { issued: 1 } })
    expect(await db.certificate.findMany({ where: { activityId }, select: { userId: true } })).toEqual([
      { userId: world.people.principal.userId },
    ])
    await db.quiz.update({ where: { id: quizId }, data: { isRequired: false } })
    expect(await issue()).toMatchObject({ ok: true, data: { issued: 1 } })
  })
})
