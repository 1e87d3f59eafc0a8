'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { markNotificationsRead } from '@/lib/notifications/actions'

/** One notification, or with null all there are. */
export function MarkReadButton({ id }: { id: string | null }) {
  const t = useTranslations('notifications')
  return id ? (
    <ActionButton
      action={markNotificationsRead}
      input={{ ids: [id] }}
      label={t('markRead')}
      variant="quiet"
      size="small"
    />
  ) : (
    <ActionButton action={markNotificationsRead} input={{ ids: null }} label={t('markAllRead')} say={t('marked')} />
  )
}
