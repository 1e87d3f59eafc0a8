import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import type { InvitationTally } from '@/lib/invitations/list-queries'
import type { UrgeTally } from '@/lib/invitations/urge-queries'
import { formatNumber } from '@/lib/text/format'
import { UrgeAllButton } from './urge-button'

type Props = {
  activity: { id: string; title: string }
  tally: InvitationTally
  urges: UrgeTally
  /** Whether an answer can still be given. */
  isOpen: boolean
}

/** How many were invited and have answered, and the press that asks the others. */
export async function InvitationHead({ activity, tally, urges, isOpen }: Props) {
  const [t, lists] = await Promise.all([getTranslations('invitations.list'), getTranslations('activities.list')])
  const { people, enterprises, answered } = tally
  const { unanswered, urgeable } = urges
  return (
    <Words of={['invitations']}>
      <PageHeader
        title={t('title')}
        crumbs={[
          { href: '/portal/activities', label: lists('title') },
          { href: `/portal/activities/${activity.id}`, label: activity.title },
        ]}
        note={
          <>
            <span>
              {t('note', {
                people: formatNumber(people),
                enterprises: formatNumber(enterprises),
                answered: formatNumber(answered),
              })}
            </span>
            {isOpen && unanswered > 0 && urgeable === 0 && <span>{t('urgedToday', { count: unanswered })}</span>}
          </>
        }
        actions={isOpen && urgeable > 0 && <UrgeAllButton activityId={activity.id} count={urgeable} />}
      />
    </Words>
  )
}
