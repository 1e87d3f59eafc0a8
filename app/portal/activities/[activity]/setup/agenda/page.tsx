import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { AgendaForm } from '@/components/setup/section-forms'
import { queryValue, type Query } from '@/components/list/href'
import { pageTitle } from '@/lib/text/page-title'
import { activityValues } from '../../../choices'
import { Files } from '../../course'
import { openDraft } from '../draft'

type Props = { params: Promise<{ activity: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('setup.section.AGENDA')

export default async function AgendaPage({ params, searchParams }: Props) {
  const [{ activity: id }, query] = await Promise.all([params, searchParams])
  const { actor, activity, path, t, under } = await openDraft(id, 'agenda')
  const { agenda } = activityValues(activity)

  return (
    <>
      <PageHeader title={t('section.AGENDA')} crumbs={under} />
      <Words of={['activities', 'setup']}>
        <AgendaForm id={id} version={activity.version} next={path} defaults={{ agenda }} />
      </Words>
      <Files actor={actor} activity={activity} problem={queryValue(query, 'problem') ?? null} />
    </>
  )
}
