import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { CheckInForm } from '@/components/setup/section-forms'
import { pageTitle } from '@/lib/text/page-title'
import { activityValues } from '../../../choices'
import { openDraft } from '../draft'

type Props = { params: Promise<{ activity: string }> }

export const generateMetadata = pageTitle('setup.section.CHECK_IN')

export default async function CheckInPage({ params }: Props) {
  const { activity: id } = await params
  const { activity, path, t, under } = await openDraft(id, 'check-in')
  const { capacity, registrationOpensAt, registrationClosesAt } = activityValues(activity)

  return (
    <>
      <PageHeader title={t('section.CHECK_IN')} crumbs={under} />
      <Words of={['activities', 'setup']}>
        <CheckInForm
          id={id}
          version={activity.version}
          next={path}
          defaults={{ capacity, registrationOpensAt, registrationClosesAt }}
        />
      </Words>
      <Section title={t('checkIn.how')}>
        <p className="max-w-2xl text-sm">{t('checkIn.howText')}</p>
        <p className="text-sm">
          <a href={`/portal/activities/${id}/limits`} className="link">
            {t('checkIn.limits')}
          </a>
        </p>
      </Section>
    </>
  )
}
