import { ExplainedPart } from '@/components/cases/case-text'
import { CoursePanel } from '@/components/courses/course-panel'
import { QuizPanel } from '@/components/quizzes/quiz-panel'
import type { Actor } from '@/lib/access/actor'
import type { ActivityDetail } from '@/lib/activities/queries'
import { listExplained } from '@/lib/cases/queries'
import { canPlanCourse } from '@/lib/courses/policy'
import { listCourses, listRegulations } from '@/lib/courses/queries'
import { hasCourses, takesCourses } from '@/lib/courses/rules'
import { canWriteQuiz } from '@/lib/quizzes/policy'
import { getQuiz } from '@/lib/quizzes/queries'
import { countResults } from '@/lib/quizzes/result-queries'
import { mayHaveQuiz } from '@/lib/quizzes/rules'

type Props = { actor: Actor; activity: ActivityDetail }

/** What a training teaches and explains, and its quiz. */
export async function Learning({ actor, activity }: Props) {
  if (!hasCourses(activity)) return null
  const [courses, regulations, cases] = await Promise.all([
    listCourses(actor, activity),
    listRegulations(actor, activity.id),
    listExplained(actor, activity.id),
  ])
  return (
    <>
      <CoursePanel
        activityId={activity.id}
        courses={courses}
        regulations={regulations}
        cases={cases.length > 0 && <ExplainedPart cases={cases} />}
        mayManage={takesCourses(activity) && canPlanCourse(actor, activity)}
      />
      <Quiz actor={actor} activity={activity} />
    </>
  )
}

async function Quiz({ actor, activity }: Props) {
  const quiz = await getQuiz(actor, activity.id)
  return (
    <QuizPanel
      activityId={activity.id}
      quiz={quiz}
      figures={quiz && (await countResults(actor, quiz))}
      mayWrite={mayHaveQuiz(activity) && canWriteQuiz(actor, activity)}
    />
  )
}
