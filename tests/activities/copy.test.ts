import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { copyActivity } from '@/lib/activities/actions'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { copyDates } from '@/lib/plans/actions'
import { getCopyPreview } from '@/lib/plans/preview-queries'
import { makeExpert } from '../experts/register'
import { coatingsOf } from '../plans/plan'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { inDays, makeActivity } from '../support/stage'
import { buildWorld, worldNow, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(() => setClock(worldNow))

/** A training that is over, with everything that it taught and one result. */
async function taught(): Promise<{ id: string; expertId: string }> {
  const id = await makeActivity(world, { kind: 'TRAINING', state: 'CLOSED', startsAt: inDays(-40) })
  const [expertId, retiredId] = [await makeExpert(world), await makeExpert(world, { isRetired: true })]
  const course = { activityId: id, hours: 1.5 }
  await db.course.create({ data: { ...course, title: '静电防护', startMinute: 0, endMinute: 60, expertId } })
  await db.course.create({ data: { ...course, title: '受限空间', expertId: retiredId } })
  await db.course.create({ data: { ...course, title: '动火作业', lecturer: '钱老师' } })
  for (const [title, number] of [
    ['危险化学品安全管理条例', '国务院令第591号'],
    ['危险化学品企业特殊作业安全规范', 'GB 30871-2022'],
  ] as const)
    await db.regulationItem.create({
      data: { activityId: id, title, number, effectiveOn: toDate('2022-10-01'), points: '第五章' },
    })
  const of = { createdById: world.people.coordinator.userId, createdAt: worldNow }
  const told = { place: '某地', happened: '经过', causes: '原因', lessons: '教训', happenedOn: toDate('2025-01-01') }
  const accident = await db.accidentCase.create({ data: { title: '反应釜爆燃', ...told, ...of } })
  await db.explainedCase.create({ data: { activityId: id, caseId: accident.id } })
  const question = { position: 0, kind: 'SINGLE' as const, text: '接地电阻', options: ['10 Ω', '100 Ω'], right: [1] }
  const quiz = await db.quiz.create({
    data: { activityId: id, state: 'CLOSED', passMark: 90, attemptsMax: 2, isRequired: true, ...of },
  })
  await db.quizQuestion.create({ data: { quizId: quiz.id, ...question } })
  const attempt = { userId: world.people.principal.userId, number: 1, startedAt: worldNow }
  await db.quizAttempt.create({ data: { quizId: quiz.id, ...attempt } })
  return { id, expertId }
}

const programmeOf = (activityId: string) =>
  db.activity.findUniqueOrThrow({
    where: { id: activityId },
    select: {
      state: true,
      courses: {
        select: { title: true, hours: true, startMinute: true, endMinute: true, expertId: true, lecturer: true },
        orderBy: { id: 'asc' },
      },
      regulationItems: { select: { title: true, number: true, points: true }, orderBy: { id: 'asc' } },
      explainedCases: { select: { case: { select: { title: true } } } },
      quiz: {
        select: {
          state: true,
          passMark: true,
          isRequired: true,
          questions: { select: { text: true, options: true, right: true } },
          attempts: { select: { id: true } },
        },
      },
    },
  })

const expected = (expertId: string) => ({
  state: 'DRAFT',
  courses: [
    { title: '静电防护', hours: 1.5, startMinute: 0, endMinute: 60, expertId, lecturer: '' },
    { title: '受限空间', hours: 1.5, startMinute: null, endMinute: null, expertId: null, lecturer: '' },
    { title: '动火作业', hours: 1.5, startMinute: null, endMinute: null, expertId: null, lecturer: '钱老师' },
  ],
  regulationItems: [
    { title: '危险化学品安全管理条例', number: '国务院令第591号', points: '第五章' },
    { title: '危险化学品企业特殊作业安全规范', number: 'GB 30871-2022', points: '第五章' },
  ],
  explainedCases: [{ case: { title: '反应釜爆燃' } }],
  quiz: {
    state: 'DRAFT',
    passMark: 90,
    isRequired: true,
    questions: [{ text: '接地电阻', options: ['10 Ω', '100 Ω'], right: [1] }],
    attempts: [],
  },
})

describe('the copy of a training', () => {
  it('teaches what it taught, but not by who has left the register, and has no results', async () => {
    const { id, expertId } = await taught()
    const copied = await act(world, 'coordinator', copyActivity, { id, startsAt: '2027-01-08T09:00' })
    const copy = copied.ok ? copied.data.id : ''
    expect(await programmeOf(copy)).toEqual(expected(expertId))
    const trail = await db.auditEvent.findFirstOrThrow({ where: { verb: 'activity.copy', subjectId: copy } })
    expect(trail.changes).toMatchObject({ course: [[], ['静电防护', '受限空间', '动火作业']], questions: [null, 1] })
  })

  it('does so when the year is copied', async () => {
    const { id, expertId } = await taught()
    const actor = await world.actor('coordinator')
    const preview = await getCopyPreview(actor, { alliance: coatingsOf(world), year: 2027 })
    const key = preview.lines.find(({ source }) => source.id === id)?.key ?? ''
    const press = { allianceId: world.alliances.coatings, year: 2027, fingerprint: preview.fingerprint, take: [key] }
    expect(await act(world, 'coordinator', copyDates, press)).toEqual({ ok: true, data: { made: 1 } })
    const made = await db.plannedActivity.findFirstOrThrow({ where: { origin: key } })
    expect(await programmeOf(made.activityId)).toEqual(expected(expertId))
  })
})
