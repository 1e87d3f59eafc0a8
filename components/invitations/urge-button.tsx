'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { urgeInvitation, urgeUnanswered } from '@/lib/invitations/actions'

/** Asks everybody who has not answered, after saying how many they are. */
export function UrgeAllButton({ activityId, count }: { activityId: string; count: number }) {
  const t = useTranslations('invitations.list')
  return (
    <ActionButton
      action={urgeUnanswered}
      input={{ activityId }}
      label={t('urgeAll')}
      variant="primary"
      confirm={{
        title: t('urgeAllTitle', { count }),
        text: t('urgeAllText', { count }),
        confirmLabel: t('urge'),
        tone: 'primary',
      }}
      say={t('urgeAllDone', { count })}
    />
  )
}

export function UrgeButton({ id, person }: { id: string; person: string }) {
  const t = useTranslations('invitations.list')
  return (
    <ActionButton
      action={urgeInvitation}
      input={{ id }}
      label={
        <>
          {t('urge')}
          <span className="sr-only"> · {person}</span>
        </>
      }
      size="small"
      say={t('urgeDone')}
    />
  )
}
