'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import type { Choice } from '@/components/form/choices-field'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import * as actions from '@/lib/kinds/actions'
import { outcomeLengthMax, questionLengthMax, themeLengthMax } from '@/lib/kinds/rules'

type Text = { question: string; outcome: string }

type DiscussionProps = { activityId: string; version: number | null; isHeld: boolean; defaults: Text }

export function DiscussionForm({ activityId, version, isHeld, defaults }: DiscussionProps) {
  const t = useTranslations('kinds.discussion')
  const form = useActionForm({
    action: actions.writeDiscussion,
    defaults,
    toInput: (values: Text) => ({ activityId, version, ...values }),
    say: t('done'),
  })
  const text = { type: 'textarea', rows: 3 } as const
  return (
    <Form form={form} submitLabel={t('submit')} submitVariant="secondary">
      <Field {...text} name="question" label={t('question')} hint={t('questionHint')} maxLength={questionLengthMax} />
      {isHeld && (
        <Field
          {...text}
          name="outcome"
          label={t('outcome')}
          hint={t('outcomeHint')}
          maxLength={outcomeLengthMax}
          isOptional
        />
      )}
    </Form>
  )
}

type Named = { enterpriseId: string | null; theme: string; practiceId: string | null }

type SpeakerProps = { activityId: string; members: Choice[]; practices: Choice[] }

export function SpeakerForm({ activityId, members, practices }: SpeakerProps) {
  const t = useTranslations('kinds.speakers')
  const form = useActionForm({
    action: actions.nameSpeaker,
    defaults: { enterpriseId: null, theme: '', practiceId: null } as Named,
    toInput: ({ enterpriseId, ...values }: Named) => ({ activityId, enterpriseId: enterpriseId ?? '', ...values }),
    say: t('done'),
    isEmptiedWhenDone: true,
  })
  return (
    <Form form={form} submitLabel={t('submit')} submitVariant="secondary">
      <Field name="enterpriseId" type="select" label={t('enterprise')} options={members} />
      <Field name="theme" label={t('theme')} hint={t('themeHint')} maxLength={themeLengthMax} />
      {practices.length > 0 && (
        <Field
          name="practiceId"
          type="select"
          label={t('practice')}
          hint={t('practiceHint')}
          options={practices}
          emptyLabel={t('noPractice')}
          isOptional
        />
      )}
    </Form>
  )
}

export function RemoveSpeakerButton({ id, enterprise }: { id: string; enterprise: string }) {
  const t = useTranslations('kinds.speakers')
  return (
    <ActionButton
      action={actions.removeSpeaker}
      input={{ id }}
      label={
        <>
          {t('remove')}
          <span className="sr-only"> · {enterprise}</span>
        </>
      }
      variant="quiet"
      size="small"
      say={t('removed')}
      confirm={{ title: t('removeTitle', { enterprise }), text: t('removeText'), confirmLabel: t('remove') }}
    />
  )
}
