import { db } from '@/lib/core/db'
import type { Question } from '@/lib/quizzes/rules'
import { came } from '../certificates/closed-training'
import { inDays, makeActivity } from '../support/stage'
import { worldNow, type World } from '../support/world'

export const questions: Omit<Question, 'id'>[] = [
  { kind: 'SINGLE', text: '动火作业票有效期', options: ['8 小时', '24 小时', '72 小时'], right: [0] },
  { kind: 'MULTIPLE', text: '防静电的措施', options: ['接地', '跨接', '加快流速', '增湿'], right: [0, 1, 3] },
  { kind: 'TRUE_FALSE', text: '受限空间可以单人作业', options: [], right: [1] },
]

type Wish = { state?: 'DRAFT' | 'OPEN' | 'CLOSED'; isRequired?: boolean; attemptsMax?: number; passMark?: number }

/** The quiz of a training of coatings that began yesterday and to which the member's principal came. */
export async function makeQuiz(world: World, wish: Wish = {}): Promise<{ activityId: string; quizId: string }> {
  const activityId = await makeActivity(world, { kind: 'TRAINING', state: 'HELD', startsAt: inDays(-1) })
  await came(activityId, { userId: world.people.principal.userId, enterpriseId: world.enterprises.member })
  const { id: quizId } = await db.quiz.create({
    data: {
      activityId,
      state: 'OPEN',
      createdById: world.people.coordinator.userId,
      createdAt: worldNow,
      questions: { create: questions.map((question, position) => ({ position, ...question })) },
      ...wish,
    },
    select: { id: true },
  })
  return { activityId, quizId }
}
