'use client'

import { useTranslations } from 'next-intl'
import { useFieldArray, useWatch } from 'react-hook-form'
import { ActionButton } from '@/components/form/action-button'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { Button, ButtonLink } from '@/components/ui/button'
import { closeQuiz, openQuiz, writeQuiz } from '@/lib/quizzes/actions'
import {
  attemptsMostMax,
  blankQuestion,
  optionLengthMax,
  optionsMax,
  questionKinds,
  questionLengthMax,
  questionsMax,
  type WrittenQuestion,
} from '@/lib/quizzes/rules'

type Values = { passMark: number | null; attemptsMax: number | null; isRequired: boolean; questions: WrittenQuestion[] }

const letters = 'ABCD'

const places = Array.from({ length: optionsMax }, (_, place) => place)

type Props = { activityId: string; version: number; quiz: Values }

export function QuizForm({ activityId, version, quiz }: Props) {
  const t = useTranslations('quizzes.form')
  const back = `/portal/activities/${activityId}/quiz`
  const form = useActionForm({
    action: writeQuiz,
    defaults: quiz,
    // An empty field is no number: the answer says so under the field.
    toInput: ({ passMark, attemptsMax, ...values }: Values) => ({
      activityId,
      version,
      passMark: passMark ?? Number.NaN,
      attemptsMax: attemptsMax ?? Number.NaN,
      ...values,
    }),
    say: t('saved'),
    goTo: () => back,
  })
  return (
    <Form
      form={form}
      submitLabel={t('save')}
      extra={<ButtonLink href={`/portal/activities/${activityId}`}>{t('cancel')}</ButtonLink>}
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="passMark" type="number" label={t('passMark')} min={1} max={100} step={1} />
        <Field name="attemptsMax" type="number" label={t('attemptsMax')} min={1} max={attemptsMostMax} step={1} />
      </div>
      <Field name="isRequired" type="checkbox" label={t('isRequired')} />
      <QuestionFields />
    </Form>
  )
}

function QuestionFields() {
  const t = useTranslations('quizzes.form')
  const { fields, append, remove } = useFieldArray({ name: 'questions' })
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-bold">{t('questions')}</legend>
      <p className="text-sm text-muted">{t('hint')}</p>
      {fields.map((line, index) => (
        <fieldset key={line.id} className="flex flex-col gap-3 rounded-md border p-3">
          <legend className="px-1 text-sm text-muted">{t('question', { number: String(index + 1) })}</legend>
          <QuestionLine index={index} />
          {fields.length > 1 && (
            <div>
              <Button size="small" variant="quiet" onClick={() => remove(index)}>
                {t('remove', { number: String(index + 1) })}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {fields.length < questionsMax && (
        <div>
          <Button size="small" onClick={() => append(blankQuestion())}>
            {t('add')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

function QuestionLine({ index }: { index: number }) {
  const t = useTranslations('quizzes')
  const path = `questions.${index}`
  const kind: unknown = useWatch({ name: `${path}.kind` })
  return (
    <>
      <Field
        name={`${path}.kind`}
        type="radio"
        label={t('form.kind')}
        options={questionKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        isInline
      />
      <Field name={`${path}.text`} type="textarea" rows={2} label={t('form.text')} maxLength={questionLengthMax} />
      {kind === 'TRUE_FALSE' ? (
        <Field
          name={`${path}.isTrue`}
          type="radio"
          label={t('form.isTrue')}
          options={[
            { value: 'TRUE', label: t('truth.right') },
            { value: 'FALSE', label: t('truth.wrong') },
          ]}
          isInline
        />
      ) : (
        places.map((place) => (
          <div key={place} className="grid items-end gap-x-4 sm:grid-cols-[1fr_auto]">
            <Field
              name={`${path}.options.${place}.text`}
              label={t('form.option', { letter: letters[place] ?? '' })}
              maxLength={optionLengthMax}
              isOptional
            />
            <Field name={`${path}.options.${place}.isRight`} type="checkbox" label={t('form.isRight')} />
          </div>
        ))
      )}
    </>
  )
}

type Standing = { quizId: string; state: 'DRAFT' | 'OPEN' | 'CLOSED' }

/** Opens the quiz to whoever came, or ends it. */
export function QuizStateButton({ quizId, state }: Standing) {
  const t = useTranslations('quizzes.manage')
  if (state === 'OPEN')
    return (
      <ActionButton
        action={closeQuiz}
        input={{ quizId }}
        label={t('close')}
        confirm={{ title: t('closeTitle'), text: t('closeText'), confirmLabel: t('close') }}
        say={t('closed')}
      />
    )
  const label = t(state === 'DRAFT' ? 'open' : 'openAgain')
  return (
    <ActionButton
      action={openQuiz}
      input={{ quizId }}
      label={label}
      variant="primary"
      {...(state === 'DRAFT' && {
        confirm: { title: t('openTitle'), text: t('openText'), confirmLabel: t('open') },
      })}
      say={t('opened')}
    />
  )
}
