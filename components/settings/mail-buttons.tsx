'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { sendMailAgain, sendTestMessage } from '@/lib/notifications/outbox-actions'

export function TestMessageButton() {
  const t = useTranslations('settings.mailStanding')
  return <ActionButton action={sendTestMessage} input={{}} label={t('test')} say={t('tested')} />
}

export function SendAgainButton({ id }: { id: string }) {
  const t = useTranslations('settings.failed')
  return <ActionButton action={sendMailAgain} input={{ id }} label={t('again')} size="small" say={t('queued')} />
}
