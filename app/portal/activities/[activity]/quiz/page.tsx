import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { QuizStateButton } from '@/components/quizzes/quiz-form'
import { quizTones } from '@/components/quizzes/quiz-panel'
import { QuizResults } from '@/components/quizzes/results'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { getQuiz } from '@/lib/quizzes/queries'
import { countResults, listResults } from '@/lib/quizzes/result-queries'
import { pageTitle } from '@/lib/text/page-title'
import { TakeQuiz } from './take'

export const generateMetadata = pageTitle('quizzes.title')

export default async function QuizPage({ params }: { params: Promise<{ activity: string }> }) {
  const { activity: id } = await params
  const path = `/portal/activities/${id}/quiz`
  const actor = await requireActor(path)
  const quiz = (await getQuiz(actor, id)) ?? notFound()
  const [t, figures, results] = await Promise.all([
    getTranslations('quizzes'),
    countResults(actor, quiz),
    listResults(actor, quiz),
  ])
  return (
    <Words of={['quizzes']}>
      <PageHeader
        title={t('title')}
        crumbs={[{ href: `/portal/activities/${id}`, label: quiz.activity.title }]}
        note={<Badge tone={quizTones[quiz.state]}>{t(`state.${quiz.state}`)}</Badge>}
        actions={
          figures && (
            <>
              {quiz.state === 'DRAFT' && <ButtonLink href={`${path}/write`}>{t('manage.revise')}</ButtonLink>}
              <QuizStateButton quizId={quiz.id} state={quiz.state} />
            </>
          )
        }
      />
      <TakeQuiz actor={actor} quiz={quiz} />
      {figures && <QuizResults results={results} figures={figures} />}
    </Words>
  )
}
