import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { Fold } from '@/components/problems/fold'
import { ProblemFunnel } from '@/components/problems/funnel'
import { SendToLaterButton, WithdrawForm } from '@/components/problems/sent-forms'
import { UrgeMembersButton } from '@/components/problems/todo-forms'
import { TodoTable } from '@/components/problems/todo-table'
import { TodoTabs } from '@/components/problems/todo-tabs'
import type { Actor } from '@/lib/access/actor'
import { countLaterMembers, type ProblemLine } from '@/lib/problems/queries'
import type { TodoFilter } from '@/lib/problems/schema'
import { listTodos } from '@/lib/problems/todo-queries'
import { formatNumber } from '@/lib/text/format'

type Props = {
  actor: Actor
  problem: ProblemLine
  path: string
  query: Query
  filter: TodoFilter
  drives: boolean
}

/** How far the members have come, and each of them; for whoever drives it, what is left to do with it. */
export async function ProblemMembers({ actor, problem, path, query, filter, drives }: Props) {
  const [t, page, later] = await Promise.all([
    getTranslations('problems'),
    listTodos(actor, filter, problem.id),
    countLaterMembers(actor, problem),
  ])
  const owing = problem.funnel.sent - problem.funnel.done - problem.funnel.notApplicable
  const mayAct = drives && problem.state === 'SENT'
  const count = formatNumber(later)
  return (
    <Section title={t('detail.members')} actions={mayAct && owing > 0 && <UrgeMembersButton problemId={problem.id} />}>
      {later > 0 && (
        <div className="no-print flex flex-wrap items-center justify-between gap-3 rounded-md border bg-surface px-4 py-3 text-sm">
          <p>{t('later.note', { count })}</p>
          <SendToLaterButton problemId={problem.id} label={t('later.send', { count })} />
        </div>
      )}
      <ProblemFunnel funnel={problem.funnel} path={path} />
      <TodoTabs path={path} current={filter.state} />
      <TodoTable page={page} path={path} query={query} of="PROBLEM" />
      {mayAct && (
        <Fold summary={t('withdraw.open')}>
          <p className="max-w-prose pb-3 text-sm text-muted">{t('withdraw.note')}</p>
          <WithdrawForm problemId={problem.id} />
        </Fold>
      )}
    </Section>
  )
}
