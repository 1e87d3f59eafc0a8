'use client'

import { useTranslations } from 'next-intl'
import { PlainForm } from '@/components/form/plain-form'
import { claim, claimAsMyself, openClaim } from '@/lib/activations/claim-actions'
import { claimantRoles, typedCodeMax } from '@/lib/activations/rules'
import { CodeFromLink } from './code-from-link'

/** Credit code and activation code: what the letter says. */
export function OpenClaimForm({ creditCode }: { creditCode: string }) {
  const t = useTranslations('activations.claim')
  const typed = { autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false } as const
  return (
    <>
      <PlainForm
        id="claim"
        action={openClaim}
        size="large"
        submitLabel={t('submit')}
        fields={[
          {
            name: 'creditCode',
            label: t('creditCode'),
            hint: t('creditCodeHint'),
            maxLength: 60,
            initial: creditCode,
            ...typed,
          },
          { name: 'code', label: t('code'), hint: t('codeHint'), maxLength: typedCodeMax, ...typed },
        ]}
      />
      <CodeFromLink inputId="claim-code" />
    </>
  )
}

/** What somebody says of the own standing in the enterprise. */
function useStandingFields() {
  const t = useTranslations('activations.claim')
  const common = useTranslations('common')
  return [
    {
      name: 'role',
      label: t('role'),
      hint: t('roleHint'),
      choices: claimantRoles.map((value) => ({ value, label: t(`roleName.${value}`) })),
    },
    {
      name: 'validTo',
      label: t('validTo'),
      hint: t('validToHint'),
      type: 'date' as const,
      optionalWord: common('optional'),
    },
  ]
}

/** Somebody without an account: name, account, password. */
export function ClaimForm({ token }: { token: string }) {
  const t = useTranslations('activations.claim')
  const passwords = useTranslations('signIn.passwords')
  const standing = useStandingFields()
  const secret = { type: 'password', autoComplete: 'new-password', maxLength: 128 } as const
  return (
    <PlainForm
      id="claim"
      action={claim}
      hidden={{ token }}
      size="large"
      submitLabel={t('activate')}
      fields={[
        { name: 'name', label: t('name'), autoComplete: 'name', maxLength: 60 },
        {
          name: 'account',
          label: t('account'),
          hint: t('accountHint'),
          autoComplete: 'username',
          maxLength: 200,
        },
        ...standing,
        { name: 'password', label: passwords('new'), hint: passwords('newHint'), ...secret },
        { name: 'repeat', label: passwords('repeat'), ...secret },
      ]}
    />
  )
}

/** Whoever is signed in already. */
export function ClaimAsMyselfForm({ token, name }: { token: string; name: string }) {
  const t = useTranslations('activations.claim')
  return (
    <PlainForm
      id="claim"
      action={claimAsMyself}
      hidden={{ token }}
      size="large"
      submitLabel={t('asMyself', { name })}
      fields={useStandingFields()}
    />
  )
}
