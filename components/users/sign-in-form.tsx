'use client'

import { useTranslations } from 'next-intl'
import { PlainForm } from '@/components/form/plain-form'
import { signIn } from '@/lib/users/account-actions'

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('signIn')
  return (
    <PlainForm
      id="sign-in"
      action={signIn}
      hidden={{ next }}
      size="large"
      submitLabel={t('submit')}
      fields={[
        { name: 'account', label: t('account'), hint: t('accountHint'), autoComplete: 'username', maxLength: 200 },
        { name: 'password', label: t('password'), type: 'password', autoComplete: 'current-password', maxLength: 128 },
      ]}
    />
  )
}
