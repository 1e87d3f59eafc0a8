'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { withdrawProposal } from '@/lib/registry/actions'

export function WithdrawButton({ proposalId, version }: { proposalId: string; version: number }) {
  const t = useTranslations('registry.propose')
  return (
    <ActionButton
      action={withdrawProposal}
      input={{ proposalId, version }}
      label={t('withdraw')}
      say={t('withdrawn')}
      confirm={{ title: t('withdrawTitle'), text: t('withdrawText'), confirmLabel: t('withdraw'), tone: 'danger' }}
    />
  )
}
