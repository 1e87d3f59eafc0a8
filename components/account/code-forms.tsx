'use client'

import { useTranslations } from 'next-intl'
import { PlainForm } from '@/components/form/plain-form'
import {
  confirmCodes,
  finishRecoveryCodes,
  renewRecoveryCodes,
  signInWithCode,
  startCodes,
  stopCodes,
} from '@/lib/users/own-actions'

/** Forms of one-time codes; all of them work without script. */
const digits = { autoComplete: 'one-time-code', inputMode: 'numeric', maxLength: 40 } as const
const either = { autoComplete: 'one-time-code', maxLength: 40 } as const

export function SignInCodeForm({ ticket }: { ticket: string }) {
  const t = useTranslations('account.codes')
  return (
    <PlainForm
      id="sign-in-code"
      action={signInWithCode}
      hidden={{ ticket }}
      size="large"
      submitLabel={t('step.submit')}
      fields={[{ name: 'code', label: t('codeOrRecovery'), ...either, autoFocus: true }]}
    />
  )
}

export function StartCodesForm({ isAgain }: { isAgain: boolean }) {
  const t = useTranslations('account.codes')
  return (
    <PlainForm
      id="start-codes"
      action={startCodes}
      fields={[]}
      submitLabel={isAgain ? t('restart') : t('start')}
      variant={isAgain ? 'secondary' : 'primary'}
    />
  )
}

export function ConfirmCodesForm() {
  const t = useTranslations('account.codes')
  return (
    <PlainForm
      id="confirm-codes"
      action={confirmCodes}
      fields={[{ name: 'code', label: t('code'), ...digits }]}
      submitLabel={t('confirm')}
    />
  )
}

export function RenewRecoveryForm() {
  const t = useTranslations('account.codes')
  return (
    <PlainForm
      id="renew-recovery"
      action={renewRecoveryCodes}
      fields={[{ name: 'code', label: t('code'), ...digits }]}
      submitLabel={t('renew')}
      variant="secondary"
    />
  )
}

export function StopCodesForm() {
  const t = useTranslations('account')
  return (
    <PlainForm
      id="stop-codes"
      action={stopCodes}
      fields={[
        {
          name: 'current',
          label: t('contacts.current'),
          type: 'password',
          autoComplete: 'current-password',
          maxLength: 128,
        },
        { name: 'code', label: t('codes.codeOrRecovery'), ...either },
      ]}
      submitLabel={t('codes.stop')}
      variant="danger"
    />
  )
}

export function FinishRecoveryForm() {
  const t = useTranslations('account.codes.recovery')
  return <PlainForm id="finish-recovery" action={finishRecoveryCodes} fields={[]} submitLabel={t('kept')} />
}
