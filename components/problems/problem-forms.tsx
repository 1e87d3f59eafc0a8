'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import type { Choice } from '@/components/form/choices-field'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { ButtonLink } from '@/components/ui/button'
import * as actions from '@/lib/problems/actions'
import { findingLengthMax, recommendationLengthMax, titleLengthMax } from '@/lib/problems/rules'

type Values = {
  title: string
  finding: string
  recommendation: string
  activityId: string | null
  dueOn: string | null
}

const empty: Values = { title: '', finding: '', recommendation: '', activityId: null, dueOn: null }

type Drafted = { allianceYearId: string; sources: Choice[]; suggestion: Partial<Values> | null; backHref: string }

export function DraftProblemForm({ allianceYearId, sources, suggestion, backHref }: Drafted) {
  const t = useTranslations('problems.form')
  const form = useActionForm({
    action: actions.draftProblem,
    defaults: { ...empty, ...suggestion },
    toInput: (values: Values) => ({ allianceYearId, ...values, dueOn: values.dueOn ?? '' }),
    say: t('saved'),
    goTo: ({ problemId }) => `/portal/problems/${problemId}`,
  })
  return (
    <Form form={form} submitLabel={t('save')} extra={<ButtonLink href={backHref}>{t('cancel')}</ButtonLink>}>
      <ProblemFields sources={sources} />
    </Form>
  )
}

type Revised = Values & { id: string; version: number }

export function ReviseProblemForm({ problem, sources }: { problem: Revised; sources: Choice[] }) {
  const t = useTranslations('problems.form')
  const { id, version, ...defaults } = problem
  const back = `/portal/problems/${id}`
  const form = useActionForm({
    action: actions.reviseProblem,
    defaults,
    toInput: (values: Values) => ({ problemId: id, version, ...values, dueOn: values.dueOn ?? '' }),
    say: t('saved'),
    goTo: () => back,
  })
  return (
    <Form form={form} submitLabel={t('save')} extra={<ButtonLink href={back}>{t('cancel')}</ButtonLink>}>
      <ProblemFields sources={sources} />
    </Form>
  )
}

function ProblemFields({ sources }: { sources: Choice[] }) {
  const t = useTranslations('problems.form')
  return (
    <>
      <Field name="title" label={t('title')} maxLength={titleLengthMax} />
      <Field name="finding" type="textarea" label={t('finding')} hint={t('findingHint')} maxLength={findingLengthMax} />
      <Field
        name="recommendation"
        type="textarea"
        label={t('recommendation')}
        hint={t('recommendationHint')}
        maxLength={recommendationLengthMax}
      />
      <Field
        name="activityId"
        type="select"
        label={t('activity')}
        options={sources}
        emptyLabel={t('noActivity')}
        isOptional
      />
      <Field name="dueOn" type="date" label={t('dueOn')} />
    </>
  )
}

type Sending = { to: 'ALL' | 'CHOSEN'; enterpriseIds: string[] }

export function SendProblemForm({ id, version, members }: { id: string; version: number; members: Choice[] }) {
  const t = useTranslations('problems.send')
  const form = useActionForm({
    action: actions.sendProblem,
    defaults: { to: 'ALL', enterpriseIds: [] } as Sending,
    toInput: ({ to, enterpriseIds }: Sending) => ({
      problemId: id,
      version,
      to,
      enterpriseIds: to === 'ALL' ? [] : enterpriseIds,
    }),
    say: t('sent'),
  })
  const isChosen = form.methods.watch('to') === 'CHOSEN'
  return (
    <Form form={form} submitLabel={t('send')}>
      <p className="text-sm text-muted">{t('note')}</p>
      <Field
        name="to"
        type="radio"
        label={t('to')}
        options={[
          { value: 'ALL', label: t('toName.ALL', { count: members.length }) },
          { value: 'CHOSEN', label: t('toName.CHOSEN') },
        ]}
      />
      {isChosen && <Field name="enterpriseIds" type="checkboxes" label={t('members')} options={members} />}
    </Form>
  )
}

export function DiscardButton({ id, version, backHref }: { id: string; version: number; backHref: string }) {
  const t = useTranslations('problems.detail')
  return (
    <ActionButton
      action={actions.discardProblem}
      input={{ problemId: id, version }}
      label={t('discard')}
      variant="quiet"
      confirm={{ title: t('discardTitle'), text: t('discardText'), confirmLabel: t('discard'), tone: 'danger' }}
      say={t('discarded')}
      goTo={backHref}
    />
  )
}
