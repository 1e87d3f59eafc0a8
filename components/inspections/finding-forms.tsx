'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import * as actions from '@/lib/inspections/actions'
import * as rules from '@/lib/inspections/rules'

type Severity = (typeof rules.severities)[number]
type Recorded = { location: string; text: string; severity: Severity | null }

export function RecordFindingForm({ pairId }: { pairId: string }) {
  const [t, names] = [useTranslations('inspections.record'), useTranslations('inspections.severity')]
  const form = useActionForm({
    action: actions.recordFinding,
    defaults: { location: '', text: '', severity: 'GENERAL' } as Recorded,
    // Without a choice the server says so at the field.
    toInput: (values: Recorded) => ({ pairId, ...values, severity: values.severity as Severity }),
    say: t('done'),
    isEmptiedWhenDone: true,
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field
        name="location"
        label={t('location')}
        hint={t('locationHint')}
        maxLength={rules.locationLengthMax}
        isOptional
      />
      <Field
        name="text"
        type="textarea"
        rows={3}
        label={t('text')}
        hint={t('textHint')}
        maxLength={rules.findingLengthMax}
      />
      <Field
        name="severity"
        type="radio"
        label={t('severity')}
        options={rules.severities.map((value) => ({ value, label: names(value) }))}
        isInline
      />
    </Form>
  )
}

type Point = { id: string; version: number }
type AnswerState = (typeof rules.answerStates)[number]
type Answered = { state: AnswerState | null; measure: string; dueOn: string | null }

export function AnswerFindingForm({ id, version, ...point }: Point & Omit<Answered, 'state'> & { state: string }) {
  const t = useTranslations('inspections.answer')
  const defaults: Answered = { ...point, state: rules.answerStates.find((known) => known === point.state) ?? null }
  const form = useActionForm({
    action: actions.answerFinding,
    defaults,
    toInput: (values: Answered) => ({ findingId: id, version, ...values, state: values.state as AnswerState }),
    say: t('done'),
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field
        name="state"
        type="radio"
        label={t('state')}
        options={rules.answerStates.map((value) => ({ value, label: t(`stateName.${value}`) }))}
        isInline
      />
      <Field
        name="measure"
        type="textarea"
        rows={3}
        label={t('measure')}
        hint={t('measureHint')}
        maxLength={rules.measureLengthMax}
      />
      <Field name="dueOn" type="date" label={t('dueOn')} hint={t('dueOnHint')} isOptional />
    </Form>
  )
}

export function CloseFindingButton({ id, version }: Point) {
  const t = useTranslations('inspections.close')
  return (
    <div className="no-print">
      <ActionButton
        action={actions.closeFinding}
        input={{ findingId: id, version }}
        label={t('submit')}
        variant="primary"
        size="small"
        say={t('done')}
      />
    </div>
  )
}

const endings = { return: actions.returnFinding, withdraw: actions.withdrawFinding }

/** Sending an answer back and taking a finding back: each with a reason that the inspected member reads. */
export function EndFindingForm({ id, version, way }: Point & { way: keyof typeof endings }) {
  const t = useTranslations(`inspections.${way}`)
  const form = useActionForm({
    action: endings[way],
    defaults: { reason: '' },
    toInput: ({ reason }: { reason: string }) => ({ findingId: id, version, reason }),
    say: t('done'),
  })
  return (
    <Form form={form} submitLabel={t('submit')} submitVariant="secondary">
      <Field name="reason" label={t('reason')} maxLength={rules.reasonLengthMax} />
    </Form>
  )
}
