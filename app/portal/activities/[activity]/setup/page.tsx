import { TaskList } from '@/components/setup/task-list'
import { PageHeader } from '@/components/layout/page-header'
import { ButtonLink } from '@/components/ui/button'
import { listFilledParts, listPassedSections } from '@/lib/activities/draft-queries'
import { isSectionDone, lacksOf, partsOf } from '@/lib/activities/draft-rules'
import { now } from '@/lib/core/now'
import { pageTitle } from '@/lib/text/page-title'
import { openDraft } from './draft'

type Props = { params: Promise<{ activity: string }> }

export const generateMetadata = pageTitle('setup.title')

export default async function SetupPage({ params }: Props) {
  const { activity: id } = await params
  const { actor, activity, path, t, crumbs } = await openDraft(id, '')
  const [passed, filled] = await Promise.all([listPassedSections(actor, id), listFilledParts(actor, id)])
  const lacks = lacksOf(activity, now())
  const tasks = partsOf(activity).map((section) => ({
    section,
    isDone: isSectionDone(section, [...passed, ...filled], lacks),
  }))
  const done = tasks.filter(({ isDone }) => isDone).length

  return (
    <>
      <PageHeader title={t('title')} note={t('note')} crumbs={crumbs} />
      <TaskList activityPath={`/portal/activities/${id}`} tasks={tasks} />
      <div className="flex flex-wrap items-center gap-4">
        <ButtonLink href={`${path}/review`} variant="primary">
          {t('review')}
        </ButtonLink>
        <span className="text-sm text-muted">{t('progress', { done, total: tasks.length })}</span>
      </div>
    </>
  )
}
