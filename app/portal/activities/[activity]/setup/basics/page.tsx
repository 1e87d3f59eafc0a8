import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { BasicsForm } from '@/components/setup/section-forms'
import { getCalendar } from '@/lib/settings/holiday-queries'
import { pageTitle } from '@/lib/text/page-title'
import { timeValues } from '../../../choices'
import { openDraft } from '../draft'

type Props = { params: Promise<{ activity: string }> }

export const generateMetadata = pageTitle('setup.section.BASICS')

export default async function BasicsPage({ params }: Props) {
  const { activity: id } = await params
  const { actor, activity, path, t, under } = await openDraft(id, 'basics')
  const { kind, title, description, version } = activity
  const { startsAt, endsAt, mode, place, onlineUrl } = timeValues(activity)

  return (
    <>
      <PageHeader title={t('section.BASICS')} crumbs={under} />
      <Words of={['activities', 'setup']}>
        <BasicsForm
          id={id}
          version={version}
          next={path}
          calendar={await getCalendar(actor.today)}
          defaults={{ kind, title, description, startsAt, endsAt, mode, place, onlineUrl }}
        />
      </Words>
    </>
  )
}
