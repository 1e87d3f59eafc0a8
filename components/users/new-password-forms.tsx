'use client'

import { useTranslations } from 'next-intl'
import { PlainForm } from '@/components/form/plain-form'
import {
  acceptInvitation,
  becomeFirstAdministrator,
  changePassword,
  requestReset,
  resetPassword,
} from '@/lib/users/account-actions'

/** How long a new password must be at least. */
type Policy = { lengthMin: number }

/** The two fields of a new password. */
function useNewPassword(lengthMin: number) {
  const t = useTranslations('signIn.passwords')
  const secret = { type: 'password', autoComplete: 'new-password', maxLength: 128 } as const
  return [
    { name: 'password', label: t('new'), hint: t('newHint', { length: lengthMin }), ...secret },
    { name: 'repeat', label: t('repeat'), ...secret },
  ]
}

export function AcceptInvitationForm({ token, lengthMin }: { token: string } & Policy) {
  const t = useTranslations('signIn.activate')
  const fields = useNewPassword(lengthMin)
  return (
    <PlainForm
      id="activate"
      action={acceptInvitation}
      hidden={{ token }}
      fields={fields}
      submitLabel={t('submit')}
      size="large"
    />
  )
}

export function FirstAdministratorForm({ token, lengthMin }: { token: string } & Policy) {
  const t = useTranslations('signIn')
  const fields = useNewPassword(lengthMin)
  return (
    <PlainForm
      id="first"
      action={becomeFirstAdministrator}
      hidden={{ token }}
      size="large"
      submitLabel={t('activate.submit')}
      fields={[
        { name: 'account', label: t('account'), hint: t('accountHint'), autoComplete: 'username', maxLength: 200 },
        { name: 'name', label: t('name'), autoComplete: 'name', maxLength: 60 },
        ...fields,
      ]}
    />
  )
}

export function RequestResetForm() {
  const t = useTranslations('signIn')
  return (
    <PlainForm
      id="request-reset"
      action={requestReset}
      size="large"
      submitLabel={t('reset.ask')}
      fields={[
        { name: 'account', label: t('reset.account'), autoComplete: 'username', inputMode: 'email', maxLength: 200 },
      ]}
    />
  )
}

export function ResetPasswordForm({ token, lengthMin }: { token: string } & Policy) {
  const t = useTranslations('signIn.reset')
  const fields = useNewPassword(lengthMin)
  return (
    <PlainForm
      id="reset"
      action={resetPassword}
      hidden={{ token }}
      fields={fields}
      submitLabel={t('submit')}
      size="large"
    />
  )
}

export function ChangePasswordForm({ lengthMin }: Policy) {
  const t = useTranslations('signIn.passwords')
  const fields = useNewPassword(lengthMin)
  return (
    <PlainForm
      id="change-password"
      action={changePassword}
      submitLabel={t('change')}
      fields={[
        { name: 'current', label: t('current'), type: 'password', autoComplete: 'current-password', maxLength: 128 },
        ...fields,
      ]}
    />
  )
}
