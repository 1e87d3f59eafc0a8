'use client'

import { useTranslations } from 'next-intl'
import { PlainForm } from '@/components/form/plain-form'
import { changePhone, confirmMail, requestMail } from '@/lib/users/own-actions'

/** Forms of one's own contacts; all of them work without script. */
const secret = { name: 'current', type: 'password', autoComplete: 'current-password', maxLength: 128 } as const

export function RequestMailForm() {
  const t = useTranslations('account.contacts')
  return (
    <PlainForm
      id="request-mail"
      action={requestMail}
      fields={[
        { name: 'email', label: t('newEmail'), inputMode: 'email', autoComplete: 'email', maxLength: 200 },
        { ...secret, label: t('current') },
      ]}
      submitLabel={t('askMail')}
    />
  )
}

export function ChangePhoneForm() {
  const t = useTranslations('account.contacts')
  return (
    <PlainForm
      id="change-phone"
      action={changePhone}
      fields={[
        { name: 'phone', label: t('newPhone'), inputMode: 'tel', autoComplete: 'tel', maxLength: 40 },
        { ...secret, label: t('current') },
      ]}
      submitLabel={t('savePhone')}
    />
  )
}

export function ConfirmMailForm({ token }: { token: string }) {
  const t = useTranslations('account.contacts')
  return (
    <PlainForm
      id="confirm-mail"
      action={confirmMail}
      hidden={{ token }}
      fields={[]}
      size="large"
      submitLabel={t('confirm')}
    />
  )
}
