import { changesBetween, type AuditFacts, type Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { fromDateOrNull, toDate } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { Refusal, refuseUnless } from '@/lib/core/result'
import type { CourseSubject, CourseTraining, RegulationSubject } from './queries'
import { coursesMax, minuteOf, openStates, regulationsMax } from './rules'
import type { CourseFields, RegulationFields } from './schema'

/** Which experts the actor may choose: those of the register that it sees. */
type Choosing = CourseFields & { choosable: Prisma.ExpertWhereInput }

const facts = ({ id, title }: Pick<CourseTraining, 'id' | 'title'>, changes: Changes): AuditFacts => ({
  subjectType: 'activity',
  subjectId: id,
  subjectLabel: title,
  changes,
})

/** Holds the training fast, so that it is neither closed nor given too many lines meanwhile. */
async function holdOpen(tx: Tx, { id, kind }: Pick<CourseTraining, 'id' | 'kind'>): Promise<void> {
  refuseUnless(kind === 'TRAINING', 'COURSES_ONLY_FOR_TRAININGS')
  const open = await tx.$queryRaw<unknown[]>`
    SELECT id FROM activities WHERE id = ${id}::uuid AND state::text = ANY(${[...openStates]}::text[]) FOR UPDATE`
  refuseUnless(open.length === 1, 'COURSES_FIXED')
}

/** The times as minutes of the training, which must lie in it. */
function minutesOf({ startsAt, endsAt }: CourseFields, training: Pick<CourseTraining, 'startsAt' | 'endsAt'>) {
  if (!startsAt || !endsAt) return { startMinute: null, endMinute: null }
  if (startsAt < training.startsAt) throw new Refusal('INVALID', { startsAt: 'OUTSIDE_TRAINING' })
  if (endsAt > training.endsAt) throw new Refusal('INVALID', { endsAt: 'OUTSIDE_TRAINING' })
  return { startMinute: minuteOf(training.startsAt, startsAt), endMinute: minuteOf(training.startsAt, endsAt) }
}

/** The name of the lecturer, for the trail; refuses somebody who is not in the actor's register or has retired. */
async function lecturerOf(
  tx: Tx,
  { expertId, lecturer, choosable }: Choosing,
  current: CourseSubject | null,
): Promise<{ expertId: string | null; lecturer: string; name: string }> {
  if (!expertId) return { expertId: null, lecturer, name: lecturer }
  if (current?.expert && current.expertId === expertId) return { expertId, lecturer: '', name: current.expert.name }
  const expert = await tx.expert.findFirst({
    where: { AND: [{ id: expertId, retiredAt: null }, choosable] },
    select: { name: true },
  })
  if (!expert) throw new Refusal('INVALID', { expertId: 'NOT_A_CHOICE' })
  return { expertId, lecturer: '', name: expert.name }
}

export async function planCourse(
  tx: Tx,
  training: CourseTraining,
  input: Choosing,
): Promise<Outcome<{ courseId: string }>> {
  await holdOpen(tx, training)
  const planned = await tx.course.count({ where: { activityId: training.id } })
  refuseUnless(planned < coursesMax, 'COURSES_FULL', { max: coursesMax })
  const { name, ...lecturer } = await lecturerOf(tx, input, null)
  const { title, hours } = input
  const { id } = await tx.course.create({
    data: { activityId: training.id, title, hours, ...minutesOf(input, training), ...lecturer },
    select: { id: true },
  })
  return {
    data: { courseId: id },
    record: facts(training, changesBetween({}, { course: title, hours, lecturer: name })),
  }
}

export async function reviseCourse(
  tx: Tx,
  course: CourseSubject,
  { version, ...input }: Choosing & { version: number },
): Promise<Outcome<{ version: number }>> {
  await holdOpen(tx, course.activity)
  const { name, ...lecturer } = await lecturerOf(tx, input, course)
  const { title, hours } = input
  const { count } = await tx.course.updateMany({
    where: { id: course.id, version },
    data: { title, hours, ...minutesOf(input, course.activity), ...lecturer, version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'CONFLICT')
  const before = { course: course.title, hours: course.hours, lecturer: course.expert?.name ?? course.lecturer }
  return {
    data: { version: version + 1 },
    record: facts(
      course.activity,
      changesBetween<Record<string, unknown>>(before, { course: title, hours, lecturer: name }),
    ),
  }
}

export async function removeCourse(tx: Tx, course: CourseSubject): Promise<Outcome<null>> {
  await holdOpen(tx, course.activity)
  const { count } = await tx.course.deleteMany({ where: { id: course.id } })
  return { data: null, record: count === 1 ? facts(course.activity, { course: [course.title, null] }) : null }
}

/** Notes that a regulation, standard or requirement is explained in the training. */
export async function explainRegulation(
  tx: Tx,
  training: CourseTraining,
  { effectiveOn, ...words }: RegulationFields,
): Promise<Outcome<{ regulationId: string }>> {
  await holdOpen(tx, training)
  const noted = await tx.regulationItem.count({ where: { activityId: training.id } })
  refuseUnless(noted < regulationsMax, 'COURSES_FULL', { max: regulationsMax })
  const { id } = await tx.regulationItem.create({
    data: { activityId: training.id, ...words, effectiveOn: effectiveOn === null ? null : toDate(effectiveOn) },
    select: { id: true },
  })
  const { title, number, points } = words
  const changes = changesBetween({}, { regulation: title, regulationNumber: number, effectiveOn, points })
  return { data: { regulationId: id }, record: facts(training, changes) }
}

export async function dropRegulation(tx: Tx, item: RegulationSubject): Promise<Outcome<null>> {
  await holdOpen(tx, item.activity)
  const { count } = await tx.regulationItem.deleteMany({ where: { id: item.id } })
  const changes: Changes = {
    regulation: [item.title, null],
    regulationNumber: [item.number, null],
    effectiveOn: [fromDateOrNull(item.effectiveOn), null],
  }
  return { data: null, record: count === 1 ? facts(item.activity, changes) : null }
}
