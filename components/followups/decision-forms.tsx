'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import * as actions from '@/lib/followups/actions'
import { textLengthMax } from '@/lib/followups/rules'

export function RecordDecisionForm({ activityId }: { activityId: string }) {
  const t = useTranslations('followups.decisions')
  const form = useActionForm({
    action: actions.recordDecision,
    defaults: { text: '' },
    toInput: ({ text }: { text: string }) => ({ activityId, text }),
    say: t('added'),
    isEmptiedWhenDone: true,
  })
  return (
    <Form form={form} submitLabel={t('add')} submitVariant="secondary">
      <Field name="text" type="textarea" rows={2} label={t('text')} maxLength={textLengthMax} />
    </Form>
  )
}

type Decision = { id: string; text: string; version: number }

export function ReviseDecisionForm({ decision }: { decision: Decision }) {
  const t = useTranslations('followups.decisions')
  const form = useActionForm({
    action: actions.reviseDecision,
    defaults: { text: decision.text },
    toInput: ({ text }: { text: string }) => ({ decisionId: decision.id, version: decision.version, text }),
    say: t('revised'),
  })
  return (
    <Form form={form} submitLabel={t('save')} submitVariant="secondary">
      <Field name="text" type="textarea" rows={2} label={t('text')} maxLength={textLengthMax} />
    </Form>
  )
}

export function RemoveDecisionButton({ id }: { id: string }) {
  const t = useTranslations('followups.decisions')
  return (
    <ActionButton
      action={actions.removeDecision}
      input={{ decisionId: id }}
      label={t('remove')}
      variant="quiet"
      size="small"
      say={t('removed')}
      undo={{ action: actions.restoreDecision, input: { decisionId: id } }}
    />
  )
}
