'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { cancelTask, undoTask } from '@/lib/tasks/actions'

export function CancelTaskButton({ id }: { id: string }) {
  const t = useTranslations('tasks')
  return (
    <ActionButton
      action={cancelTask}
      input={{ id }}
      label={t('cancel')}
      variant="quiet"
      say={t('cancelled')}
      confirm={{ title: t('cancelTitle'), text: t('cancelText'), confirmLabel: t('cancel'), tone: 'danger' }}
    />
  )
}

export function UndoTaskButton({ id }: { id: string }) {
  const t = useTranslations('tasks')
  return (
    <ActionButton
      action={undoTask}
      input={{ id }}
      label={t('undo')}
      say={t('undoAsked')}
      confirm={{ title: t('undoTitle'), text: t('undoText'), confirmLabel: t('undo'), tone: 'danger' }}
    />
  )
}
