'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { undoMerge } from '@/lib/duplicates/merge-actions'

export function UndoMergeButton({ mergeId, name }: { mergeId: string; name: string }) {
  const t = useTranslations('merges')
  return (
    <ActionButton
      action={undoMerge}
      input={{ mergeId }}
      label={t('undo')}
      variant="secondary"
      size="small"
      confirm={{ title: t('undoTitle'), text: t('undoText', { name }), confirmLabel: t('undo') }}
      say={t('undone')}
    />
  )
}
