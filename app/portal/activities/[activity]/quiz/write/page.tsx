import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { QuizForm } from '@/components/quizzes/quiz-form'
import { requireActor } from '@/lib/access/session'
import { getActivity } from '@/lib/activities/queries'
import { canWriteQuiz } from '@/lib/quizzes/policy'
import { getQuizDraft } from '@/lib/quizzes/queries'
import { attemptsDefault, mayHaveQuiz, passMarkDefault, writtenAs } from '@/lib/quizzes/rules'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('quizzes.form.writeTitle')

const fresh = { version: 0, state: 'DRAFT', passMark: passMarkDefault, attemptsMax: attemptsDefault } as const

export default async function WriteQuizPage({ params }: { params: Promise<{ activity: string }> }) {
  const { activity: id } = await params
  const path = `/portal/activities/${id}`
  const actor = await requireActor(`${path}/quiz/write`)
  const activity = (await getActivity(actor, id)) ?? notFound()
  if (!mayHaveQuiz(activity) || !canWriteQuiz(actor, activity)) notFound()
  const [t, draft] = await Promise.all([getTranslations('quizzes.form'), getQuizDraft(actor, activity)])
  const { version, state, ...quiz } = draft ?? { ...fresh, isRequired: false, questions: [] }
  if (state !== 'DRAFT') notFound()
  return (
    <>
      <PageHeader title={t('writeTitle')} crumbs={[{ href: path, label: activity.title }]} />
      <Words of={['quizzes']}>
        <QuizForm
          key={version}
          activityId={activity.id}
          version={version}
          quiz={{ ...quiz, questions: writtenAs(quiz.questions) }}
        />
      </Words>
    </>
  )
}
