import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { Words } from '@/components/layout/words'
import { ButtonLink } from '@/components/ui/button'
import { pinAnnouncement, publishAnnouncement, unscheduleAnnouncement } from '@/lib/announcements/actions'
import type { AnnouncementDetail } from '@/lib/announcements/queries'

/** What the office that wrote it can do, by how it stands. */
export async function AnnouncementActions({
  announcement: { id, state },
  isPinned,
}: {
  announcement: AnnouncementDetail
  isPinned: boolean
}) {
  const [t, common] = await Promise.all([getTranslations('announcements.actions'), getTranslations('common')])
  const path = `/portal/announcements/${id}`
  if (state === 'WITHDRAWN') return null
  return (
    <Words>
      {isPinned && (
        <ActionButton
          action={pinAnnouncement}
          input={{ id, pinnedUntil: null }}
          label={t('unpin')}
          say={t('unpinned')}
        />
      )}
      <ButtonLink href={`${path}/edit`}>{t('edit')}</ButtonLink>
      <ButtonLink href={`${path}/withdraw`}>{t('withdraw')}</ButtonLink>
      {state === 'SCHEDULED' && (
        <ActionButton action={unscheduleAnnouncement} input={{ id }} label={t('unschedule')} say={t('unscheduled')} />
      )}
      {state !== 'PUBLISHED' && (
        <>
          <ButtonLink href={`${path}/schedule`}>{t('schedule')}</ButtonLink>
          <ActionButton
            action={publishAnnouncement}
            input={{ id }}
            label={t('publish')}
            variant="primary"
            say={t('published')}
            confirm={{ title: t('publishTitle'), text: t('publishText'), confirmLabel: common('confirm') }}
          />
        </>
      )}
    </Words>
  )
}
