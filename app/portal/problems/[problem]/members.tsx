import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { ProblemFunnel } from '@/components/problems/funnel'
import { UrgeMembersButton } from '@/components/problems/todo-forms'
import { TodoTable } from '@/components/problems/todo-table'
import { TodoTabs } from '@/components/problems/todo-tabs'
import type { Actor } from '@/lib/access/actor'
import type { ProblemLine } from '@/lib/problems/queries'
import type { TodoFilter } from '@/lib/problems/schema'
import { listTodos } from '@/lib/problems/todo-queries'

type Props = {
  actor: Actor
  problem: ProblemLine
  path: string
  query: Query
  filter: TodoFilter
  mayUrge: boolean
}

/** How far the members have come, and each of them. */
export async function ProblemMembers({ actor, problem, path, query, filter, mayUrge }: Props) {
  const [t, page] = await Promise.all([getTranslations('problems.detail'), listTodos(actor, filter, problem.id)])
  const owing = problem.funnel.sent - problem.funnel.done - problem.funnel.notApplicable
  return (
    <Section title={t('members')} actions={mayUrge && owing > 0 && <UrgeMembersButton problemId={problem.id} />}>
      <ProblemFunnel funnel={problem.funnel} path={path} />
      <TodoTabs path={path} current={filter.state} />
      <TodoTable page={page} path={path} query={query} />
    </Section>
  )
}
