import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { Checked } from '@/components/setup/checked'
import { Missing } from '@/components/setup/missing'
import { PublishButton } from '@/components/setup/setup-buttons'
import { ButtonLink } from '@/components/ui/button'
import { listPassedSections } from '@/lib/activities/draft-queries'
import { draftSections, lacksOf } from '@/lib/activities/draft-rules'
import { listActivityFiles } from '@/lib/activities/queries'
import { countAudience, getAudience } from '@/lib/audiences/queries'
import { now } from '@/lib/core/now'
import { pageTitle } from '@/lib/text/page-title'
import { Inspections } from '../../inspections'
import { openDraft } from '../draft'

type Props = { params: Promise<{ activity: string }> }

export const generateMetadata = pageTitle('setup.review')

export default async function ReviewPage({ params }: Props) {
  const { activity: id } = await params
  const { actor, activity, path, t, under } = await openDraft(id, 'review')
  const [passed, audience, count, files] = await Promise.all([
    listPassedSections(actor, id),
    getAudience(actor, activity),
    countAudience(actor, activity),
    listActivityFiles(actor, id),
  ])
  const lacks = lacksOf(activity, now())
  const unseen = draftSections.filter((section) => !passed.includes(section))

  return (
    <>
      <PageHeader title={t('checked.title')} note={t('checked.note')} crumbs={under} />
      <Missing activityPath={`/portal/activities/${id}`} lacks={lacks} unseen={unseen} isNobody={count.people === 0} />
      <Checked activity={activity} audience={audience} count={count} files={files.length} />
      <Inspections actor={actor} activity={activity} />
      <Words of={['setup']}>
        <div className="flex flex-wrap gap-2">
          {lacks.length === 0 && (
            <PublishButton id={id} version={activity.version} title={activity.title} people={count.people} />
          )}
          <ButtonLink href={path}>{t('back')}</ButtonLink>
        </div>
      </Words>
    </>
  )
}
