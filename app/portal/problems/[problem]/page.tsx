import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { queryValue, type Query } from '@/components/list/href'
import { ProblemFacts } from '@/components/problems/problem-facts'
import { ProblemHeader } from '@/components/problems/problem-header'
import { TodoCard } from '@/components/problems/todo-card'
import { listSeenActivityIds } from '@/lib/activities/seen-queries'
import { canReviseProblem } from '@/lib/problems/policy'
import { todoFilter } from '@/lib/problems/schema'
import { getOwnTodo } from '@/lib/problems/todo-queries'
import { pageTitle } from '@/lib/text/page-title'
import { Evidence } from '../evidence'
import { openProblem, type ProblemParams } from '../problem'
import { ProblemMembers } from './members'
import { SendPart } from './send'

type Props = { params: ProblemParams; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('problems.title')

export default async function ProblemPage({ params, searchParams }: Props) {
  const { actor, problem, path } = await openProblem(params)
  const query = await searchParams
  const drives = canReviseProblem(actor, problem.allianceYear)
  const [t, own, seen] = await Promise.all([
    getTranslations('problems.detail'),
    getOwnTodo(actor, problem.id),
    listSeenActivityIds(actor, problem.activity ? [problem.activity.id] : []),
  ])
  const isOpen = problem.allianceYear.state !== 'CLOSED'

  return (
    <Words of={['problems']}>
      <ProblemHeader problem={problem} mayRevise={drives && problem.state === 'DRAFT'} />
      <ProblemFacts problem={problem} isSourceSeen={seen.length > 0} />
      {problem.state === 'DRAFT' && drives && isOpen && <SendPart actor={actor} problem={problem} />}
      {own && (
        <Section title={t('own')}>
          <TodoCard todo={own} />
        </Section>
      )}
      {own && <Evidence actor={actor} todo={own} problem={queryValue(query, 'problem') ?? null} />}
      {problem.state !== 'DRAFT' && (drives || !own) && (
        <ProblemMembers
          actor={actor}
          problem={problem}
          path={path}
          query={query}
          filter={todoFilter.parse(query)}
          drives={drives}
        />
      )}
    </Words>
  )
}
