import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { queryValue, type Query } from '@/components/list/href'
import { ProblemFacts } from '@/components/problems/problem-facts'
import { TodoCard } from '@/components/problems/todo-card'
import { getTodo } from '@/lib/problems/todo-queries'
import { pageTitle } from '@/lib/text/page-title'
import { Evidence } from '../../evidence'
import { openProblem } from '../../problem'

type Props = { params: Promise<{ problem: string; todo: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('problems.detail.members')

export default async function ProblemTodoPage({ params, searchParams }: Props) {
  const { todo: id } = await params
  const { actor, problem, path } = await openProblem(params, `/${id}`)
  const [t, found] = await Promise.all([getTranslations('problems'), getTodo(actor, problem.id, id)])
  const todo = found ?? notFound()

  return (
    <Words of={['problems']}>
      <PageHeader
        title={todo.enterprise.name}
        crumbs={[
          { href: '/portal/problems', label: t('title') },
          { href: path, label: problem.title },
        ]}
      />
      <TodoCard todo={todo} />
      <Evidence actor={actor} todo={todo} problem={queryValue(await searchParams, 'problem') ?? null} />
      <Section title={problem.title}>
        <ProblemFacts problem={problem} isSourceSeen={false} />
      </Section>
    </Words>
  )
}
