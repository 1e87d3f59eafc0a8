import { beforeAll } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/quizzes/actions'
import { drawn } from '@/lib/quizzes/draw-rules'
import { describePermissions, verdicts, type PermissionRow } from '../support/permissions'
import { inDays, makeActivity } from '../support/stage'
import { buildWorld, worldNow, type World } from '../support/world'
import { makeQuiz } from './quiz-of-training'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const organisers = {
  administrator: 'ok',
  officer: 'ok',
  coordinator: 'ok',
  deputy: 'ok',
  lead: 'ok',
} as const

const outsiders = {
  hatless: 'NOT_FOUND',
  insurerAdministrator: 'NOT_FOUND',
  otherCoordinator: 'NOT_FOUND',
  formerCoordinator: 'NOT_FOUND',
  otherLead: 'NOT_FOUND',
  expired: 'NOT_FOUND',
  stranger: 'NOT_FOUND',
} as const

/** A quiz is known to whoever runs the training and, once it is open, to whoever came: here the principal. */
const ofOpen = verdicts('NOT_FOUND', { ...organisers, principal: 'FORBIDDEN' })

async function beginAttempt(w: World): Promise<Record<string, unknown>> {
  const { quizId } = await makeQuiz(w)
  const { userId } = w.people.principal
  const attempt = { quizId, userId, number: 1, startedAt: worldNow }
  const { id: attemptId } = await db.quizAttempt.create({ data: attempt, select: { id: true } })
  const asked = await db.quizQuestion.findMany({ where: { quizId }, orderBy: { position: 'asc' } })
  return { attemptId, chosen: drawn(attemptId, asked).map(() => [0]) }
}

const rows: PermissionRow[] = [
  {
    action: actions.writeQuiz,
    input: async (w) => ({
      activityId: await makeActivity(w, { kind: 'TRAINING', startsAt: inDays(1) }),
      version: 0,
      passMark: 80,
      attemptsMax: 3,
      isRequired: false,
      questions: [{ kind: 'TRUE_FALSE', text: '可以单人作业', options: [], isTrue: 'FALSE' }],
    }),
    expected: verdicts('FORBIDDEN', { ...organisers, ...outsiders }),
  },
  {
    action: actions.openQuiz,
    input: async (w) => ({ quizId: (await makeQuiz(w, { state: 'DRAFT' })).quizId }),
    expected: verdicts('NOT_FOUND', organisers),
  },
  { action: actions.closeQuiz, input: async (w) => ({ quizId: (await makeQuiz(w)).quizId }), expected: ofOpen },
  {
    action: actions.startAttempt,
    input: async (w) => ({ quizId: (await makeQuiz(w)).quizId }),
    expected: verdicts('NOT_FOUND', {
      administrator: 'FORBIDDEN',
      officer: 'FORBIDDEN',
      coordinator: 'FORBIDDEN',
      deputy: 'FORBIDDEN',
      lead: 'FORBIDDEN',
      principal: 'ok',
    }),
  },
  // An attempt is known to its person alone.
  { action: actions.submitAttempt, input: beginAttempt, expected: verdicts('NOT_FOUND', { principal: 'ok' }) },
]

describePermissions('quizzes', () => world, rows)
