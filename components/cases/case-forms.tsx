'use client'

import { useTranslations } from 'next-intl'
import { useFieldArray } from 'react-hook-form'
import { ActionButton } from '@/components/form/action-button'
import type { Choice } from '@/components/form/choices-field'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { Button, ButtonLink } from '@/components/ui/button'
import * as actions from '@/lib/cases/actions'
import {
  placeLengthMax,
  questionLengthMax,
  questionsMax,
  questionsMin,
  sourceLengthMax,
  textLengthMax,
  titleLengthMax,
} from '@/lib/cases/rules'

type Values = {
  title: string
  happenedOn: string | null
  place: string
  happened: string
  causes: string
  lessons: string
  source: string
  questions: { text: string }[]
}

const list = '/portal/cases'

const empty: Values = {
  title: '',
  happenedOn: null,
  place: '',
  happened: '',
  causes: '',
  lessons: '',
  source: '',
  questions: Array.from({ length: questionsMin }, () => ({ text: '' })),
}

const asInput = (values: Values) => ({ ...values, happenedOn: values.happenedOn ?? '' })

export function AddCaseForm() {
  const t = useTranslations('cases.form')
  const form = useActionForm({
    action: actions.addCase,
    defaults: empty,
    toInput: asInput,
    say: t('saved'),
    goTo: ({ caseId }) => `${list}/${caseId}`,
  })
  return (
    <Form form={form} submitLabel={t('save')} extra={<ButtonLink href={list}>{t('cancel')}</ButtonLink>}>
      <CaseFields />
    </Form>
  )
}

export function ReviseCaseForm({ accident }: { accident: Values & { id: string; version: number } }) {
  const t = useTranslations('cases.form')
  const { id, version, ...defaults } = accident
  const back = `${list}/${id}`
  const form = useActionForm({
    action: actions.reviseCase,
    defaults: defaults as Values,
    toInput: (values: Values) => ({ caseId: id, version, ...asInput(values) }),
    say: t('saved'),
    goTo: () => back,
  })
  return (
    <Form form={form} submitLabel={t('save')} extra={<ButtonLink href={back}>{t('cancel')}</ButtonLink>}>
      <CaseFields />
    </Form>
  )
}

function CaseFields() {
  const t = useTranslations('cases.field')
  return (
    <>
      <Field name="title" label={t('title')} maxLength={titleLengthMax} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="happenedOn" type="date" label={t('happenedOn')} />
        <Field name="place" label={t('place')} maxLength={placeLengthMax} />
      </div>
      <Field name="happened" type="textarea" label={t('happened')} maxLength={textLengthMax} />
      <Field name="causes" type="textarea" label={t('causes')} maxLength={textLengthMax} />
      <Field name="lessons" type="textarea" label={t('lessons')} maxLength={textLengthMax} />
      <Field name="source" label={t('source')} hint={t('sourceHint')} maxLength={sourceLengthMax} isOptional />
      <QuestionFields />
    </>
  )
}

function QuestionFields() {
  const [t, form] = [useTranslations('cases.field'), useTranslations('cases.form')]
  const { fields, append } = useFieldArray({ name: 'questions' })
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-bold">{t('questions')}</legend>
      <p className="text-sm text-muted">{t('questionsHint')}</p>
      {fields.map((line, index) => (
        <Field
          key={line.id}
          name={`questions.${index}.text`}
          label={t('question', { number: String(index + 1) })}
          maxLength={questionLengthMax}
          isOptional={index >= questionsMin}
        />
      ))}
      {fields.length < questionsMax && (
        <div>
          <Button size="small" onClick={() => append({ text: '' })}>
            {form('addQuestion')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

export function SendCaseForm({ caseId, alliances }: { caseId: string; alliances: Choice[] }) {
  const t = useTranslations('cases.check')
  const form = useActionForm({
    action: actions.sendCase,
    defaults: { allianceId: null, dueOn: null } as { allianceId: string | null; dueOn: string | null },
    toInput: ({ allianceId, dueOn }) => ({ caseId, allianceId: allianceId ?? '', dueOn: dueOn ?? '' }),
    say: t('sentDone'),
    isEmptiedWhenDone: true,
  })
  return (
    <Form form={form} submitLabel={t('send')}>
      <p className="text-sm text-muted">{t('sendNote')}</p>
      <Field name="allianceId" type="select" label={t('alliance')} options={alliances} />
      <Field name="dueOn" type="date" label={t('dueOn')} />
    </Form>
  )
}

export function ExplainCaseForm({ activityId, cases }: { activityId: string; cases: Choice[] }) {
  const t = useTranslations('cases.explained')
  const form = useActionForm({
    action: actions.explainCase,
    defaults: { caseId: null } as { caseId: string | null },
    toInput: ({ caseId }) => ({ activityId, caseId: caseId ?? '' }),
    say: t('added'),
    isEmptiedWhenDone: true,
  })
  return (
    <Form form={form} submitLabel={t('add')} submitVariant="secondary">
      <Field name="caseId" type="select" label={t('choose')} options={cases} />
    </Form>
  )
}

type Dropped = { activityId: string; caseId: string; title: string }

export function DropCaseButton({ activityId, caseId, title }: Dropped) {
  const t = useTranslations('cases.explained')
  return (
    <ActionButton
      action={actions.dropCase}
      input={{ activityId, caseId }}
      label={t('drop')}
      variant="quiet"
      size="small"
      confirm={{ title: t('dropTitle', { title }), text: t('dropText'), confirmLabel: t('drop') }}
      say={t('dropped')}
    />
  )
}
