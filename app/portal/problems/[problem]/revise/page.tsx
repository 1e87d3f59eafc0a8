import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { ReviseProblemForm } from '@/components/problems/problem-forms'
import { canReviseProblem } from '@/lib/problems/policy'
import { listSources } from '@/lib/problems/queries'
import { pageTitle } from '@/lib/text/page-title'
import { openProblem, type ProblemParams } from '../../problem'

export const generateMetadata = pageTitle('problems.form.reviseTitle')

export default async function ReviseProblemPage({ params }: { params: ProblemParams }) {
  const { actor, problem, path } = await openProblem(params, '/revise')
  const { id, version, title, finding, recommendation, activity, dueOn, allianceYear } = problem
  if (problem.state !== 'DRAFT' || !canReviseProblem(actor, allianceYear)) notFound()
  const [t, listed] = await Promise.all([getTranslations('problems.form'), listSources(actor, allianceYear)])
  // Where it came from stays in the choice, even after that was cancelled.
  const gone = activity && !listed.some((one) => one.id === activity.id) ? [activity] : []
  const sources = [...gone, ...listed].map((one) => ({ value: one.id, label: one.title }))

  return (
    <>
      <PageHeader title={t('reviseTitle')} crumbs={[{ href: path, label: title }]} />
      <Words of={['problems']}>
        <ReviseProblemForm
          problem={{ id, version, title, finding, recommendation, activityId: activity?.id ?? null, dueOn }}
          sources={sources}
        />
      </Words>
    </>
  )
}
