'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { resetCodes } from '@/lib/users/own-actions'

/** For whoever administers an account whose owner has lost the authenticator. */
export function ResetCodesButton({ user }: { user: { id: string; name: string } }) {
  const t = useTranslations('account.codes')
  return (
    <ActionButton
      action={resetCodes}
      input={{ userId: user.id }}
      label={t('reset')}
      say={t('resetDone')}
      confirm={{
        title: t('resetTitle', { name: user.name }),
        text: t('resetText'),
        confirmLabel: t('reset'),
        tone: 'danger',
      }}
    />
  )
}
