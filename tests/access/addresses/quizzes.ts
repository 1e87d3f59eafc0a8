import { answers, type AddressRow } from '../../support/addresses'
import { inDays, makeActivity } from '../../support/stage'
import type { World } from '../../support/world'
import { makeQuiz } from '../../quizzes/quiz-of-training'

const made = { asked: '', blank: '' }

export async function prepare(world: World): Promise<void> {
  made.asked = (await makeQuiz(world)).activityId
  made.blank = await makeActivity(world, { kind: 'TRAINING', startsAt: inDays(3) })
}

const nobody = '00000000-0000-7000-8000-000000000000'

const organisers = { administrator: 200, officer: 200, coordinator: 200, deputy: 200, lead: 200 } as const

export const addresses: AddressRow[] = [
  {
    // Beside the organisers only whoever came: not even a colleague.
    route: '/portal/activities/[activity]/quiz',
    path: () => `/portal/activities/${made.asked}/quiz`,
    absent: () => `/portal/activities/${made.blank}/quiz`,
    expected: answers(404, { ...organisers, principal: 200 }),
  },
  {
    route: '/portal/activities/[activity]/quiz/write',
    path: () => `/portal/activities/${made.blank}/quiz/write`,
    absent: () => `/portal/activities/${nobody}/quiz/write`,
    expected: answers(404, organisers),
  },
]
