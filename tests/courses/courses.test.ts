import { beforeAll, describe, expect, it } from 'vitest'
import { toLocal } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/courses/actions'
import { listClashes, listCourses, listRegulations } from '@/lib/courses/queries'
import { hoursOf } from '@/lib/courses/rules'
import { act } from '../support/act'
import { makeExpert } from '../experts/register'
import { inDays, makeActivity } from '../support/stage'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const at = (days: number, minutes: number) => toLocal(new Date(inDays(days).getTime() + minutes * 60_000))

const lesson = (part: Partial<Parameters<typeof actions.planCourse>[0]> = {}) => ({
  title: '静电防护',
  hours: 1.5,
  startsAt: null as string | null,
  endsAt: null as string | null,
  expertId: null as string | null,
  lecturer: '',
  ...part,
})

const training = (days = 7, allianceId = world.alliances.coatings) =>
  makeActivity(world, { kind: 'TRAINING', startsAt: inDays(days), hostAllianceId: allianceId })

const trainingOf = (id: string) => db.activity.findUniqueOrThrow({ where: { id } })

describe('the courses of a training', () => {
  it('stand in the order of the day, add up, and move along with the training', async () => {
    const activityId = await training()
    const plan = (part: Parameters<typeof lesson>[0]) =>
      act(world, 'coordinator', actions.planCourse, { activityId, ...lesson(part) })
    await plan({ title: '第二讲', startsAt: at(7, 60), endsAt: at(7, 120) })
    await plan({ title: '未定', lecturer: '钱老师' })
    await plan({ title: '第一讲', startsAt: at(7, 0), endsAt: at(7, 60), hours: 2 })
    const listed = async () => listCourses(await world.actor('principal'), await trainingOf(activityId))
    const courses = await listed()
    expect(courses.map(({ title }) => title)).toEqual(['第一讲', '第二讲', '未定'])
    expect(hoursOf(courses)).toBe(5)
    await db.activity.update({ where: { id: activityId }, data: { startsAt: inDays(9), endsAt: inDays(10) } })
    expect((await listed())[1]?.startsAt).toEqual(new Date(inDays(9).getTime() + 3_600_000))
  })

  it.each([
    [{ startsAt: at(7, -30), endsAt: at(7, 30) }, { startsAt: 'OUTSIDE_TRAINING' }],
    [{ startsAt: at(7, 60), endsAt: at(7, 500) }, { endsAt: 'OUTSIDE_TRAINING' }],
    [{ startsAt: at(7, 60), endsAt: at(7, 30) }, { endsAt: 'NOT_AFTER_START' }],
    [{ startsAt: at(7, 60), endsAt: null }, { endsAt: 'BOTH_TIMES' }],
    [{ hours: 1.2 }, { hours: 'NOT_HALF_HOURS' }],
    [{ title: ' ' }, { title: 'REQUIRED' }],
    [{ expertId: '00000000-0000-7000-8000-000000000000' }, { expertId: 'NOT_A_CHOICE' }],
  ])('refuses %j', async (part, fields) => {
    const answer = await act(world, 'coordinator', actions.planCourse, {
      activityId: await training(),
      ...lesson(part),
    })
    expect(answer).toMatchObject({ ok: false, code: 'INVALID', fields })
  })

  it('are given only to active experts of a register that the organiser has; a lead company names its lecturer', async () => {
    const [active, retired] = [await makeExpert(world), await makeExpert(world, { isRetired: true })]
    const activityId = await training()
    const plan = (by: 'coordinator' | 'lead', expertId: string) =>
      act(world, by, actions.planCourse, { activityId, ...lesson({ expertId, lecturer: '另写的名字' }) })
    expect(await plan('coordinator', retired)).toMatchObject({ fields: { expertId: 'NOT_A_CHOICE' } })
    expect(await plan('lead', active)).toMatchObject({ fields: { expertId: 'NOT_A_CHOICE' } })
    expect(await plan('coordinator', active)).toMatchObject({ ok: true })
    const [course] = await listCourses(await world.actor('principal'), await trainingOf(activityId))
    expect(course).toMatchObject({ lecturer: '', expert: { name: '钱安全', fields: ['PROCESS', 'LAW'] } })
    expect(JSON.stringify(course)).not.toContain('13812345678')
    // What stands there stays, also for whoever could not have chosen it.
    const revised = { courseId: course?.id ?? '', version: 1, ...lesson({ expertId: active, title: '改' }) }
    expect(await act(world, 'lead', actions.reviseCourse, revised)).toMatchObject({ ok: true })
    expect(await act(world, 'lead', actions.reviseCourse, revised)).toMatchObject({ code: 'CONFLICT' })
  })

  it('belong to trainings only, and are fixed once the training is closed', async () => {
    const meeting = await makeActivity(world)
    expect(await act(world, 'officer', actions.planCourse, { activityId: meeting, ...lesson() })).toMatchObject({
      code: 'COURSES_ONLY_FOR_TRAININGS',
    })
    const closed = await training()
    const made = await act(world, 'officer', actions.planCourse, { activityId: closed, ...lesson() })
    if (!made.ok) throw new Error(made.code)
    await db.activity.update({ where: { id: closed }, data: { state: 'CLOSED' } })
    const { courseId } = made.data
    const fixed = { code: 'COURSES_FIXED' }
    expect(await act(world, 'officer', actions.planCourse, { activityId: closed, ...lesson() })).toMatchObject(fixed)
    expect(await act(world, 'officer', actions.removeCourse, { courseId })).toMatchObject(fixed)
    expect(await db.course.count({ where: { activityId: closed } })).toBe(1)
  })

  it('note the regulations explained, and drop them', async () => {
    const activityId = await training()
    const item = { title: '特殊作业安全规范', number: 'GB 30871—2022', effectiveOn: '2022-10-01', points: '动火作业' }
    const made = await act(world, 'officer', actions.explainRegulation, { activityId, ...item })
    if (!made.ok) throw new Error(made.code)
    const listed = async () => listRegulations(await world.actor('principal'), activityId)
    expect(await listed()).toMatchObject([item])
    await act(world, 'officer', actions.dropRegulation, { regulationId: made.data.regulationId })
    expect(await listed()).toEqual([])
  })
})

it('warns of a lecturer who is elsewhere at the same time, and of nobody else', async () => {
  const expertId = await makeExpert(world)
  const [own, elsewhere, before] = [
    await training(20),
    await training(20, world.alliances.stations),
    await training(19),
  ]
  const book = (activityId: string, startMinute: number | null, endMinute: number | null) =>
    db.course.create({ data: { activityId, title: '讲', hours: 1, expertId, startMinute, endMinute } })
  const timed = await book(own, 0, 60)
  await book(before, null, null)
  const clashesAs = async (name: 'coordinator' | 'officer') => listClashes(await world.actor(name), own)
  await book(elsewhere, 60, 90)
  expect(await clashesAs('coordinator')).toEqual([])
  await db.course.updateMany({ where: { activityId: elsewhere }, data: { startMinute: 59 } })
  // Another insurer's training: that the lecturer is taken, not by what.
  expect(await clashesAs('coordinator')).toMatchObject([{ courseId: timed.id, activity: null }])
  expect(await clashesAs('officer')).toMatchObject([{ courseId: timed.id, activity: { id: elsewhere } }])
  await db.activity.update({ where: { id: elsewhere }, data: { state: 'CANCELLED' } })
  expect(await clashesAs('officer')).toEqual([])
})
