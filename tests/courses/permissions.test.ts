import { beforeAll } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/courses/actions'
import { describePermissions, verdicts, type PermissionRow } from '../support/permissions'
import { makeActivity } from '../support/stage'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const training = (w: World) => makeActivity(w, { kind: 'TRAINING' })

const makeCourse = async (w: World) =>
  (await db.course.create({ data: { activityId: await training(w), title: '静电', hours: 2 }, select: { id: true } }))
    .id

const course = { title: '静电防护', hours: 2, startsAt: null, endsAt: null, expertId: null, lecturer: '钱老师' }

/** Whoever runs the training; everybody else who is invited reads it, others do not know it. */
const expected = verdicts('FORBIDDEN', {
  administrator: 'ok',
  officer: 'ok',
  coordinator: 'ok',
  deputy: 'ok',
  lead: 'ok',
  hatless: 'NOT_FOUND',
  insurerAdministrator: 'NOT_FOUND',
  otherCoordinator: 'NOT_FOUND',
  formerCoordinator: 'NOT_FOUND',
  otherLead: 'NOT_FOUND',
  expired: 'NOT_FOUND',
  stranger: 'NOT_FOUND',
})

const rows: PermissionRow[] = [
  { action: actions.planCourse, input: async (w) => ({ activityId: await training(w), ...course }), expected },
  {
    action: actions.reviseCourse,
    input: async (w) => ({ courseId: await makeCourse(w), version: 1, ...course }),
    expected,
  },
  { action: actions.removeCourse, input: async (w) => ({ courseId: await makeCourse(w) }), expected },
  {
    action: actions.explainRegulation,
    input: async (w) => ({
      activityId: await training(w),
      title: '危险化学品企业特殊作业安全规范',
      number: 'GB 30871—2022',
      effectiveOn: '2022-10-01',
      points: '',
    }),
    expected,
  },
  {
    action: actions.dropRegulation,
    input: async (w) => {
      const item = { activityId: await training(w), title: '特殊作业安全规范' }
      return { regulationId: (await db.regulationItem.create({ data: item, select: { id: true } })).id }
    },
    expected,
  },
]

describePermissions('courses', () => world, rows)
