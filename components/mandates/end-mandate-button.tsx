'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { endMandate } from '@/lib/enterprises/mandate-actions'

type Props = { mandateId: string; person: string; kind: 'PRINCIPAL' | 'DESIGNATED'; enterprise: string }

export function EndMandateButton({ mandateId, person, kind, enterprise }: Props) {
  const t = useTranslations('enterprises.mandates')
  const kinds = useTranslations('enterprises.mandateKind')
  return (
    <ActionButton
      action={endMandate}
      input={{ mandateId }}
      label={t('end')}
      size="small"
      variant="quiet"
      say={t('ended')}
      confirm={{
        title: t('endTitle', { person }),
        text: t('endText', { person, kind: kinds(kind), enterprise }),
        confirmLabel: t('end'),
        tone: 'danger',
      }}
    />
  )
}
