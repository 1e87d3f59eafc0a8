import { notFound } from 'next/navigation'
import { TaskCourse } from '@/components/tasks/task-course'
import { requireActor } from '@/lib/access/session'
import { isId } from '@/lib/core/id'
import { now } from '@/lib/core/now'
import { getTask } from '@/lib/tasks/queries'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('tasks.title')

export default async function TaskPage({ params }: { params: Promise<{ task: string }> }) {
  const { task: id } = await params
  const actor = await requireActor(`/portal/tasks/${id}`)
  const task = (isId(id) && (await getTask(actor, id))) || notFound()
  return <TaskCourse task={task} now={now()} />
}
