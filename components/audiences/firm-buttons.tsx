'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { leaveOutEnterprise, readmitEnterprise } from '@/lib/audiences/actions'

type Props = { activityId: string; enterpriseId: string; name: string }

export function LeaveOutButton({ activityId, enterpriseId, name }: Props) {
  const t = useTranslations('audiences.firms')
  const input = { activityId, enterpriseId }
  return (
    <ActionButton
      action={leaveOutEnterprise}
      input={input}
      label={
        <>
          {t('leaveOut')}
          <span className="sr-only"> · {name}</span>
        </>
      }
      size="small"
      say={t('leftOut', { name })}
      undo={{ action: readmitEnterprise, input }}
    />
  )
}

export function ReadmitButton({ activityId, enterpriseId, name }: Props) {
  const t = useTranslations('audiences.excluded')
  return (
    <ActionButton
      action={readmitEnterprise}
      input={{ activityId, enterpriseId }}
      label={
        <>
          {t('readmit')}
          <span className="sr-only"> · {name}</span>
        </>
      }
      size="small"
      say={t('readmitted', { name })}
    />
  )
}
