'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { ButtonLink } from '@/components/ui/button'
import type { PracticeShareClass, PracticeVerdict } from '@/lib/core/prisma/enums'
import {
  adoptPractice,
  consentToPractice,
  reviewPractice,
  startPractice,
  withdrawPractice,
} from '@/lib/practices/actions'
import {
  checkKeys,
  commentsLengthMax,
  outcomeLengthMax,
  reasonLengthMax,
  shareClasses,
  titleLengthMax,
  type CheckKey,
} from '@/lib/practices/rules'

type InputOf<Act extends (input: never) => unknown> = Parameters<Act>[0]

/** What it is called and where it is shared; all else is written in the draft. */
export function StartForm({ alliances, backHref }: { alliances: { id: string; name: string }[]; backHref: string }) {
  const t = useTranslations('practices.form')
  const common = useTranslations('common')
  const form = useActionForm<
    { title: string; allianceId: string },
    InputOf<typeof startPractice>,
    { practiceId: string }
  >({
    action: startPractice,
    defaults: { title: '', allianceId: alliances[0]?.id ?? '' },
    toInput: (values) => values,
    goTo: ({ practiceId }) => `/portal/practices/${practiceId}/edit`,
  })
  return (
    <Form form={form} submitLabel={t('start')} extra={<ButtonLink href={backHref}>{common('cancel')}</ButtonLink>}>
      <Field name="title" label={t('title')} hint={t('titleHint')} maxLength={titleLengthMax} />
      {alliances.length > 1 && (
        <Field
          name="allianceId"
          type="select"
          label={t('alliance')}
          options={alliances.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </Form>
  )
}

type ConsentProps = { versionId: string; revision: number; scope: PracticeShareClass; path: string }

/** Who may read it, and the check of what must not get out (四(二)). */
export function ConsentForm({ versionId, revision, scope, path }: ConsentProps) {
  const t = useTranslations('practices')
  const common = useTranslations('common')
  const form = useActionForm<
    { shareClass: PracticeShareClass; checked: CheckKey[] },
    InputOf<typeof consentToPractice>,
    unknown
  >({
    action: consentToPractice,
    defaults: { shareClass: scope, checked: [] },
    toInput: (values) => ({ versionId, revision, ...values }),
    say: t('consent.done'),
    goTo: () => path,
  })
  return (
    <Form form={form} submitLabel={t('consent.submit')} extra={<ButtonLink href={path}>{common('cancel')}</ButtonLink>}>
      <Field
        name="shareClass"
        type="radio"
        label={t('consent.shareClass')}
        options={shareClasses.map((value) => ({
          value,
          label: t(`shareClass.${value}`),
          hint: t(`shareClassHint.${value}`),
        }))}
      />
      <Field
        name="checked"
        type="checkboxes"
        label={t('consent.checklist')}
        hint={t('consent.checklistHint')}
        options={checkKeys.map((value) => ({ value, label: t(`check.${value}`) }))}
      />
    </Form>
  )
}

export function ReviewForm({ versionId, path }: { versionId: string; path: string }) {
  const t = useTranslations('practices')
  const form = useActionForm<
    { verdict: PracticeVerdict | null; comments: string },
    InputOf<typeof reviewPractice>,
    null
  >({
    action: reviewPractice,
    defaults: { verdict: null, comments: '' },
    toInput: ({ verdict, comments }) => ({ versionId, verdict: verdict as PracticeVerdict, comments }),
    say: t('review.done'),
    goTo: () => path,
  })
  const verdicts = ['APPROVE', 'RETURN'] as const
  return (
    <Form form={form} submitLabel={t('review.submit')}>
      <Field
        name="verdict"
        type="radio"
        label={t('review.verdict')}
        hint={t('review.checklist')}
        options={verdicts.map((value) => ({ value, label: t(`verdict.${value}`) }))}
        isInline
      />
      <Field
        name="comments"
        type="textarea"
        label={t('review.comments')}
        hint={t('review.commentsHint')}
        maxLength={commentsLengthMax}
        isOptional
      />
    </Form>
  )
}

export function WithdrawForm({
  practiceId,
  isReasonNeeded,
  path,
}: {
  practiceId: string
  isReasonNeeded: boolean
  path: string
}) {
  const t = useTranslations('practices.withdraw')
  const common = useTranslations('common')
  const form = useActionForm<{ reason: string }, InputOf<typeof withdrawPractice>, null>({
    action: withdrawPractice,
    defaults: { reason: '' },
    toInput: ({ reason }) => ({ practiceId, reason }),
    say: t('done'),
    goTo: () => path,
  })
  return (
    <Form
      form={form}
      submitLabel={t('submit')}
      submitVariant="danger"
      extra={<ButtonLink href={path}>{common('cancel')}</ButtonLink>}
    >
      <Field
        name="reason"
        type="textarea"
        label={t('reason')}
        hint={t('reasonHint')}
        maxLength={reasonLengthMax}
        isOptional={!isReasonNeeded}
      />
    </Form>
  )
}

/** "We use this", with what came of it. */
export function AdoptForm({ practiceId, outcome, isOpen }: { practiceId: string; outcome: string; isOpen: boolean }) {
  const t = useTranslations('practices.adopt')
  const form = useActionForm<{ outcome: string }, InputOf<typeof adoptPractice>, null>({
    action: adoptPractice,
    defaults: { outcome },
    toInput: (values) => ({ practiceId, ...values }),
    say: t('saved'),
  })
  return (
    <Form form={form} submitLabel={t(isOpen ? 'change' : 'save')}>
      <Field
        name="outcome"
        type="textarea"
        rows={3}
        label={t('outcome')}
        hint={t('outcomeHint')}
        maxLength={outcomeLengthMax}
        isOptional
      />
    </Form>
  )
}
