'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionButton } from '@/components/form/action-button'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { Banner } from '@/components/layout/banner'
import { formatDay } from '@/lib/text/format'
import * as actions from '@/lib/topics/actions'
import { titleLengthMax } from '@/lib/topics/rules'

type Values = { title: string; dueOn: string | null }

type Step = { id: string; title: string; dueOn: string }

export function PlanMilestoneForm({ topicId }: { topicId: string }) {
  const t = useTranslations('topics.steps')
  const form = useActionForm({
    action: actions.planMilestone,
    defaults: { title: '', dueOn: null } as Values,
    toInput: ({ title, dueOn }: Values) => ({ topicId, title, dueOn: dueOn ?? '' }),
    say: t('added'),
    isEmptiedWhenDone: true,
  })
  return (
    <Form form={form} submitLabel={t('add')} submitVariant="secondary" layout="row">
      <StepFields />
    </Form>
  )
}

/** A step has no version: what the form was filled from goes along, and what somebody else wrote meanwhile is shown. */
export function ReviseMilestoneForm({ step }: { step: Step }) {
  const t = useTranslations('topics.steps')
  const locale = useLocale()
  const [was, setWas] = useState({ title: step.title, dueOn: step.dueOn })
  const form = useActionForm<Values, Parameters<typeof actions.reviseMilestone>[0], null>({
    action: async (input) => {
      const result = await actions.reviseMilestone(input)
      if (result.ok) setWas({ title: input.title, dueOn: input.dueOn })
      else if (result.code === 'MILESTONE_CHANGED')
        setWas({ title: String(result.params['title']), dueOn: String(result.params['dueOn']) })
      return result
    },
    defaults: { title: step.title, dueOn: step.dueOn },
    toInput: ({ title, dueOn }) => ({ milestoneId: step.id, was, title, dueOn: dueOn ?? '' }),
    say: t('revised'),
  })
  return (
    <Form form={form} submitLabel={t('save')} submitVariant="secondary" layout="row">
      {form.problem?.code === 'MILESTONE_CHANGED' && (
        <Banner tone="warning">{t('changed', { title: was.title, day: formatDay(locale, was.dueOn) })}</Banner>
      )}
      <StepFields />
    </Form>
  )
}

function StepFields() {
  const t = useTranslations('topics.steps')
  return (
    <>
      <div className="min-w-0 flex-1 basis-60">
        <Field name="title" label={t('name')} maxLength={titleLengthMax} />
      </div>
      <div className="basis-44">
        <Field name="dueOn" type="date" label={t('dueOn')} />
      </div>
    </>
  )
}

export function FinishMilestoneForm({ id, today }: { id: string; today: string }) {
  const t = useTranslations('topics.steps')
  const form = useActionForm({
    action: actions.finishMilestone,
    defaults: { doneOn: today } as { doneOn: string | null },
    toInput: ({ doneOn }: { doneOn: string | null }) => ({ milestoneId: id, doneOn: doneOn ?? '' }),
    say: t('finished'),
  })
  return (
    <Form form={form} submitLabel={t('finish')} submitVariant="secondary" layout="row">
      <div className="basis-44">
        <Field name="doneOn" type="date" label={t('finishOn')} max={today} />
      </div>
    </Form>
  )
}

export function RemoveMilestoneButton({ topicId, step }: { topicId: string; step: Step }) {
  const t = useTranslations('topics.steps')
  const { id, title, dueOn } = step
  return (
    <ActionButton
      action={actions.removeMilestone}
      input={{ milestoneId: id }}
      label={t('remove')}
      variant="quiet"
      size="small"
      say={t('removed', { title })}
      undo={{ action: actions.planMilestone, input: { topicId, title, dueOn } }}
    />
  )
}

export function ReopenMilestoneButton({ step, doneOn }: { step: Step; doneOn: string }) {
  const t = useTranslations('topics.steps')
  return (
    <ActionButton
      action={actions.reopenMilestone}
      input={{ milestoneId: step.id }}
      label={t('reopen')}
      variant="quiet"
      size="small"
      say={t('reopened', { title: step.title })}
      undo={{ action: actions.finishMilestone, input: { milestoneId: step.id, doneOn } }}
    />
  )
}
