'use client'

import { useTranslations } from 'next-intl'
import { useFieldArray } from 'react-hook-form'
import { ActionButton } from '@/components/form/action-button'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { Button, ButtonLink } from '@/components/ui/button'
import { activityKinds } from '@/lib/activities/rules'
import type { ActivityKind, DateAnswer } from '@/lib/core/prisma/enums'
import { answerPoll, cancelPoll, chooseDate, openPoll } from '@/lib/polls/actions'
import { dateAnswers, pollNoteLengthMax, pollTitleLengthMax, proposedRange, reasonLengthMax } from '@/lib/polls/rules'

const pageOf = (id: string) => `/portal/polls/${id}`

type Line = { day: string | null; from: string; to: string }
type OpenValues = {
  kind: ActivityKind
  title: string
  note: string
  place: string
  closesOn: string | null
  dates: Line[]
}

const blank: Line = { day: null, from: '14:00', to: '16:00' }

export function OpenPollForm({ allianceId, backHref }: { allianceId: string; backHref: string }) {
  const [t, kinds, common] = [
    useTranslations('polls.open'),
    useTranslations('activities.kind'),
    useTranslations('common'),
  ]
  const form = useActionForm({
    action: openPoll,
    defaults: {
      ...{ kind: 'EXCHANGE_MEETING', title: '', note: '', place: '', closesOn: null },
      dates: [blank, blank, blank],
    } as OpenValues,
    toInput: ({ closesOn, dates, ...values }: OpenValues) => ({
      ...values,
      allianceId,
      closesOn: closesOn ?? '',
      dates: dates.map((line) => ({ ...line, day: line.day ?? '' })),
    }),
    say: t('done'),
    goTo: ({ pollId }) => pageOf(pollId),
  })
  return (
    <Form form={form} submitLabel={t('submit')} extra={<ButtonLink href={backHref}>{common('cancel')}</ButtonLink>}>
      <Field
        name="kind"
        type="select"
        label={t('kind')}
        options={activityKinds.map((value) => ({ value, label: kinds(value) }))}
      />
      <Field name="title" label={t('name')} maxLength={pollTitleLengthMax} />
      <Field name="place" label={t('place')} maxLength={200} isOptional />
      <Field
        name="note"
        type="textarea"
        rows={3}
        label={t('noteField')}
        hint={t('noteHint')}
        maxLength={pollNoteLengthMax}
        isOptional
      />
      <ProposedFields />
      <Field name="closesOn" type="date" label={t('closesOn')} hint={t('closesOnHint')} />
    </Form>
  )
}

function ProposedFields() {
  const t = useTranslations('polls.open')
  const { fields, append, remove } = useFieldArray({ name: 'dates' })
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-bold">{t('dates')}</legend>
      {fields.map((line, index) => (
        <fieldset key={line.id} className="grid grid-cols-2 gap-3 rounded-md border p-3 sm:grid-cols-[1fr_8rem_8rem]">
          <legend className="px-1 text-sm text-muted">{t('line', { number: index + 1 })}</legend>
          <div className="col-span-2 sm:col-span-1">
            <Field name={`dates.${index}.day`} type="date" label={t('day')} />
          </div>
          <Field name={`dates.${index}.from`} type="time" label={t('from')} />
          <Field name={`dates.${index}.to`} type="time" label={t('to')} />
          {fields.length > proposedRange.from && (
            <div className="col-span-full">
              <Button size="small" variant="quiet" onClick={() => remove(index)}>
                {t('remove', { number: index + 1 })}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {fields.length < proposedRange.to && (
        <div>
          <Button size="small" onClick={() => append(blank)}>
            {t('add')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

type AnswerValues = { answers: Record<string, DateAnswer | null> }
type Asked = { id: string; label: string; own: DateAnswer | null }

/** One screen of a phone: a press for each date, and one to send. */
export function AnswerPollForm({ pollId, dates, hint }: { pollId: string; dates: Asked[]; hint: string }) {
  const t = useTranslations('polls')
  const form = useActionForm({
    action: answerPoll,
    defaults: { answers: Object.fromEntries(dates.map(({ id, own }) => [id, own])) } as AnswerValues,
    // What is left open is no answer; the server names the dates that lack one.
    toInput: ({ answers }: AnswerValues) => ({
      pollId,
      answers: Object.fromEntries(
        Object.entries(answers).filter((entry): entry is [string, DateAnswer] => entry[1] !== null),
      ),
    }),
    say: t('answer.done'),
  })
  const options = dateAnswers.map((value) => ({ value, label: t(`answerName.${value}`) }))
  return (
    <Form form={form} submitLabel={t('answer.submit')}>
      <p className="text-sm text-muted">{hint}</p>
      {dates.map(({ id, label }) => (
        <Field key={id} name={`answers.${id}`} type="radio" label={label} options={options} isInline />
      ))}
    </Form>
  )
}

export function ChooseDateButton({ pollId, dateId, when }: { pollId: string; dateId: string; when: string }) {
  const t = useTranslations('polls.result')
  return (
    <ActionButton
      action={chooseDate}
      input={{ pollId, dateId }}
      label={t('choose')}
      size="small"
      confirm={{ title: t('chooseTitle', { when }), text: t('chooseText'), confirmLabel: t('choose') }}
      say={t('chosenDone')}
    />
  )
}

export function CancelPollForm({ pollId }: { pollId: string }) {
  const t = useTranslations('polls.cancel')
  const form = useActionForm({
    action: cancelPoll,
    defaults: { reason: '' },
    toInput: ({ reason }: { reason: string }) => ({ pollId, reason }),
    say: t('done'),
  })
  return (
    <Form form={form} submitLabel={t('submit')} submitVariant="danger">
      <Field
        name="reason"
        type="textarea"
        rows={2}
        label={t('reason')}
        hint={t('reasonHint')}
        maxLength={reasonLengthMax}
      />
    </Form>
  )
}
