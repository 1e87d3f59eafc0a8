'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import type { Choice } from '@/components/form/choices-field'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import * as actions from '@/lib/inspections/actions'
import { scopeLengthMax } from '@/lib/inspections/rules'

type Paired = { inspectorId: string | null; inspectedId: string | null; scope: string }

export function PairForm({ activityId, members }: { activityId: string; members: Choice[] }) {
  const [t, fields] = [useTranslations('inspections.plan'), useTranslations('inspections')]
  const form = useActionForm({
    action: actions.pairMembers,
    defaults: { inspectorId: null, inspectedId: null, scope: '' } as Paired,
    toInput: ({ inspectorId, inspectedId, scope }: Paired) => ({
      activityId,
      inspectorId: inspectorId ?? '',
      inspectedId: inspectedId ?? '',
      scope,
    }),
    say: t('done'),
    isEmptiedWhenDone: true,
  })
  const member = { type: 'select', options: members } as const
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field {...member} name="inspectorId" label={fields('inspector')} hint={t('inspectorHint')} />
      <Field {...member} name="inspectedId" label={fields('inspected')} hint={t('inspectedHint')} />
      <Field
        name="scope"
        type="textarea"
        rows={2}
        label={fields('scope')}
        hint={t('scopeHint')}
        maxLength={scopeLengthMax}
      />
    </Form>
  )
}

export function RemovePairButton({ id, ...names }: { id: string; inspector: string; inspected: string }) {
  const [t, words] = [useTranslations('inspections.plan'), useTranslations('inspections')]
  return (
    <ActionButton
      action={actions.unpairMembers}
      input={{ id }}
      label={
        <>
          {t('remove')}
          <span className="sr-only"> · {words('goes', names)}</span>
        </>
      }
      variant="quiet"
      size="small"
      say={t('removed')}
      confirm={{ title: t('removeTitle', names), text: t('removeText'), confirmLabel: t('remove') }}
    />
  )
}
