import { queryValue, type Query } from '@/components/list/href'
import { TaskList } from '@/components/tasks/task-list'
import { requireActor } from '@/lib/access/session'
import { listTasks } from '@/lib/tasks/queries'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('tasks.title')

export default async function TasksPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/tasks')
  const query = await searchParams
  return <TaskList page={await listTasks(actor, queryValue(query, 'cursor'))} query={query} />
}
