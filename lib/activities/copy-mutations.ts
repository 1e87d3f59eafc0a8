import type { Changes } from '@/lib/access/audit'
import type { Tx } from '@/lib/core/db'

type Copy = { fromId: string; toId: string; createdById: string; at: Date }

/**
 * What a training teaches is taught by its copy too: courses with their lecturers, regulations and accident cases that are
 * explained, and the quiz as a draft. Nothing of what came of it: no attempts, no results. An expert who has left the
 * register since does not come along, so that the course stands there without a lecturer.
 */
export async function copyProgramme(tx: Tx, copy: Copy): Promise<Changes> {
  const course = await copyCourses(tx, copy)
  const regulation = await copyRegulations(tx, copy)
  const accidentCase = await copyCases(tx, copy)
  const questions = await copyQuiz(tx, copy)
  return {
    ...(course.length > 0 && { course: [[], course] }),
    ...(regulation.length > 0 && { regulation: [[], regulation] }),
    ...(accidentCase.length > 0 && { accidentCase: [[], accidentCase] }),
    ...(questions > 0 && { questions: [null, questions] }),
  }
}

async function copyCourses(tx: Tx, { fromId, toId }: Copy): Promise<string[]> {
  const courses = await tx.course.findMany({
    where: { activityId: fromId },
    select: {
      title: true,
      hours: true,
      startMinute: true,
      endMinute: true,
      lecturer: true,
      expertId: true,
      expert: { select: { retiredAt: true } },
    },
    orderBy: { id: 'asc' },
  })
  const data = courses.map(({ expert, expertId, ...course }) => ({
    ...course,
    expertId: expert?.retiredAt ? null : expertId,
    activityId: toId,
  }))
  await tx.course.createMany({ data })
  return courses.map(({ title }) => title)
}

async function copyRegulations(tx: Tx, { fromId, toId }: Copy): Promise<string[]> {
  const items = await tx.regulationItem.findMany({
    where: { activityId: fromId },
    select: { title: true, number: true, effectiveOn: true, points: true },
    orderBy: { id: 'asc' },
  })
  await tx.regulationItem.createMany({ data: items.map((item) => ({ ...item, activityId: toId })) })
  return items.map(({ title }) => title)
}

async function copyCases(tx: Tx, { fromId, toId }: Copy): Promise<string[]> {
  const explained = await tx.explainedCase.findMany({
    where: { activityId: fromId },
    select: { caseId: true, case: { select: { title: true } } },
    orderBy: { caseId: 'asc' },
  })
  await tx.explainedCase.createMany({ data: explained.map(({ caseId }) => ({ caseId, activityId: toId })) })
  return explained.map((one) => one.case.title)
}

/** How many questions. */
async function copyQuiz(tx: Tx, { fromId, toId, createdById, at }: Copy): Promise<number> {
  const quiz = await tx.quiz.findUnique({
    where: { activityId: fromId },
    select: {
      passMark: true,
      attemptsMax: true,
      isRequired: true,
      questions: {
        select: { position: true, kind: true, text: true, options: true, right: true },
        orderBy: { position: 'asc' },
      },
    },
  })
  if (!quiz || quiz.questions.length === 0) return 0
  const { questions, ...terms } = quiz
  const { id: quizId } = await tx.quiz.create({
    data: { ...terms, activityId: toId, createdById, createdAt: at },
    select: { id: true },
  })
  await tx.quizQuestion.createMany({ data: questions.map((question) => ({ ...question, quizId })) })
  return questions.length
}
