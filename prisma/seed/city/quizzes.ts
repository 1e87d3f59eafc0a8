import type { Prisma } from '@/lib/core/prisma/client'
import { passes, scoreOf, type Question } from '@/lib/quizzes/rules'
import type { Planned } from './activities'
import type { Random } from './random'
import type { Turnout } from './turnout'

const asked: readonly Omit<Question, 'id'>[] = [
  {
    kind: 'SINGLE',
    text: '按 GB 30871—2022，一级动火作业的安全作业票有效期不超过',
    options: ['8 小时', '24 小时', '72 小时', '7 天'],
    right: [0],
  },
  {
    kind: 'SINGLE',
    text: '受限空间作业前多长时间内应当进行气体分析',
    options: ['30 分钟', '2 小时', '4 小时', '当日'],
    right: [0],
  },
  {
    kind: 'MULTIPLE',
    text: '投料前消除静电危险的措施有',
    options: ['设备接地和跨接', '控制流速', '穿防静电服和鞋', '敞口快速倒料'],
    right: [0, 1, 2],
  },
  { kind: 'TRUE_FALSE', text: '可燃气体报警器故障时，可以先作业、后修复。', options: [], right: [1] },
  { kind: 'TRUE_FALSE', text: '变更工艺参数的上限也属于变更管理的范围。', options: [], right: [0] },
]

type Quizzes = {
  quizzes: Prisma.QuizCreateManyInput[]
  quizQuestions: Prisma.QuizQuestionCreateManyInput[]
  quizAttempts: Prisma.QuizAttemptCreateManyInput[]
}

const day = 86_400_000
const trainingsAsked = 12

/** The quizzes of the latest trainings that are over; in the one to which the waiting person came last, they have still to answer. */
export function planQuizzes(
  random: Random,
  activities: Planned[],
  attendances: Turnout['attendances'],
  waitingUserId: string | undefined,
): Quizzes {
  const over = activities
    .filter(({ row }) => row.kind === 'TRAINING' && row.state === 'CLOSED')
    .toSorted((a, b) => b.row.startsAt.getTime() - a.row.startsAt.getTime())
  const came = (id: string) => attendances.filter((one) => one.activityId === id && one.undoneAt === null)
  const waiting = over.find(({ row }) => came(row.id).some(({ userId }) => userId === waitingUserId))
  const chosen = [...new Set([...(waiting ? [waiting] : []), ...over.slice(0, trainingsAsked)])]
  const planned: Quizzes = { quizzes: [], quizQuestions: [], quizAttempts: [] }
  for (const training of chosen) {
    const { row } = training
    const quizId = random.uuid()
    const questions = asked.map((question) => ({ ...question, id: random.uuid() }))
    const isOpen = training === waiting
    planned.quizzes.push({
      id: quizId,
      activityId: row.id,
      state: isOpen ? 'OPEN' : 'CLOSED',
      passMark: 80,
      attemptsMax: 3,
      isRequired: isOpen,
      createdById: row.createdById,
      createdAt: new Date(row.startsAt.getTime() - day),
      version: isOpen ? 2 : 3,
    })
    planned.quizQuestions.push(...questions.map((question, position) => ({ ...question, quizId, position })))
    const people = new Set(came(row.id).flatMap(({ userId }) => userId ?? []))
    if (isOpen && waitingUserId) people.delete(waitingUserId)
    for (const userId of people)
      planned.quizAttempts.push(...attemptsOf(random, { quizId, userId, endsAt: row.endsAt }, questions))
  }
  return planned
}

/** Of five answers one may be wrong; with two nobody passes. */
const lastMistakes = [
  [0, 45],
  [1, 45],
  [2, 10],
] as const

type Sitting = { quizId: string; userId: string; endsAt: Date }

/** Two of three pass at once, most others at the second try. */
function attemptsOf(random: Random, { quizId, userId, endsAt }: Sitting, questions: Question[]) {
  const tries = random.weighted([
    [1, 66],
    [2, 26],
    [0, 8],
  ] as const)
  return Array.from({ length: tries }, (_, index) => {
    const isLast = index === tries - 1
    const wrong = isLast ? random.weighted(lastMistakes) : random.between(2, 3)
    const answers = Object.fromEntries(
      questions.map(({ id, right, kind }, at) => [
        id,
        at < wrong ? [kind === 'TRUE_FALSE' ? 1 - (right[0] ?? 0) : 3] : right,
      ]),
    )
    const score = scoreOf(questions, answers)
    const startedAt = new Date(endsAt.getTime() + (index * 20 + random.between(1, 15)) * 60_000)
    return {
      id: random.uuid(),
      quizId,
      userId,
      number: index + 1,
      startedAt,
      submittedAt: new Date(startedAt.getTime() + random.between(60, 280) * 1_000),
      answers,
      score: score.percent,
      hasPassed: passes(score, 80),
    }
  })
}
