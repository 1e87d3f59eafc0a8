'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import * as actions from '@/lib/problems/actions'
import { answerLengthMax, answerStates } from '@/lib/problems/rules'

type AnswerState = (typeof answerStates)[number]
type Values = { state: AnswerState | null; answer: string; plannedOn: string | null }
type Todo = { id: string; version: number; state: string; answer: string; plannedOn: string | null }

const stateOf = (state: string): AnswerState | null => answerStates.find((known) => known === state) ?? null

export function AnswerForm({ todo }: { todo: Todo }) {
  const t = useTranslations('problems.todo')
  const { id, version, state, answer, plannedOn } = todo
  const form = useActionForm({
    action: actions.answerTodo,
    defaults: { state: stateOf(state), answer, plannedOn } as Values,
    // Without a choice the server says so at the field.
    toInput: (values: Values) => ({
      todoId: id,
      version,
      ...values,
      state: values.state as AnswerState,
      plannedOn: values.state === 'DOING' ? values.plannedOn : null,
    }),
    say: t('submitted'),
  })
  const isDoing = form.methods.watch('state') === 'DOING'
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field
        name="state"
        type="radio"
        label={t('state')}
        options={answerStates.map((value) => ({ value, label: t(`stateName.${value}`) }))}
        isInline
      />
      <Field
        name="answer"
        type="textarea"
        rows={3}
        label={t('text')}
        hint={t('textHint')}
        maxLength={answerLengthMax}
      />
      {isDoing && <Field name="plannedOn" type="date" label={t('plannedOn')} />}
    </Form>
  )
}

export function ReturnForm({ id, version }: { id: string; version: number }) {
  const t = useTranslations('problems.todo')
  const form = useActionForm({
    action: actions.returnTodo,
    defaults: { reason: '' },
    toInput: (values: { reason: string }) => ({ todoId: id, version, ...values }),
    say: t('returnedDone'),
  })
  return (
    <Form form={form} submitLabel={t('return')} submitVariant="secondary">
      <Field
        name="reason"
        type="textarea"
        rows={2}
        label={t('reason')}
        hint={t('reasonHint')}
        maxLength={answerLengthMax}
      />
    </Form>
  )
}

export function VerifyButton({ id, version }: { id: string; version: number }) {
  const t = useTranslations('problems.todo')
  return (
    <ActionButton
      action={actions.verifyTodo}
      input={{ todoId: id, version }}
      label={t('verify')}
      variant="primary"
      say={t('verified')}
    />
  )
}

export function UrgeButton({ id }: { id: string }) {
  const t = useTranslations('problems.todo')
  return <ActionButton action={actions.urgeTodo} input={{ todoId: id }} label={t('urge')} say={t('urged')} />
}

export function UrgeMembersButton({ problemId }: { problemId: string }) {
  const t = useTranslations('problems.detail')
  return (
    <ActionButton
      action={actions.urgeMembers}
      input={{ problemId }}
      label={t('urgeAll')}
      confirm={{ title: t('urgeAllTitle'), text: t('urgeAllText'), confirmLabel: t('urgeAll') }}
      say={t('urgedAll')}
    />
  )
}
