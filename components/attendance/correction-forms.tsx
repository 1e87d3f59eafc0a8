'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { addAttendance, correctAttendance, strikeAttendance } from '@/lib/attendance/actions'
import { judgeAttendance } from '@/lib/attendance/presence-actions'

type Choice = { value: string; label: string }

// As the schema has it; the schema itself would bring its library into the browser.
const reasonLengthMax = 200

const listOf = (activityId: string) => `/portal/activities/${activityId}/check-in`

type Facts = { enterpriseId: string | null; checkedInAt: string | null; checkedOutAt: string | null; reason: string }

type AddProps = { activityId: string; userId: string; enterprises: Choice[]; startsAt: string; checksOut: boolean }

/** For whom, when and why: of a person who was there and did not check in. */
export function AddAttendanceForm({ activityId, userId, enterprises, startsAt, checksOut }: AddProps) {
  const t = useTranslations('attendance.adding')
  const form = useActionForm({
    action: addAttendance,
    defaults: { enterpriseId: enterprises[0]?.value ?? null, checkedInAt: startsAt, checkedOutAt: null, reason: '' },
    toInput: ({ enterpriseId, checkedInAt, checkedOutAt, reason }: Facts) => ({
      activityId,
      userId,
      enterpriseId: enterpriseId ?? '',
      checkedInAt: checkedInAt ?? '',
      checkedOutAt: checkedOutAt ?? '',
      reason,
    }),
    say: t('done'),
    goTo: () => listOf(activityId),
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      {enterprises.length > 0 && (
        <Field name="enterpriseId" type="radio" label={t('enterprise')} options={enterprises} />
      )}
      <Field name="checkedInAt" type="datetime-local" label={t('at')} hint={t('atHint')} />
      {checksOut && <Field name="checkedOutAt" type="datetime-local" label={t('leftAt')} isOptional />}
      <Field name="reason" type="text" label={t('reason')} hint={t('reasonHint')} maxLength={reasonLengthMax} />
    </Form>
  )
}

type CorrectProps = {
  activityId: string
  id: string
  version: number
  enterprises: Choice[]
  enterpriseId: string | null
  checkedInAt: string
  checkedOutAt: string | null
  checksOut: boolean
}

export function CorrectAttendanceForm({ activityId, id, version, enterprises, checksOut, ...now }: CorrectProps) {
  const t = useTranslations('attendance.correcting')
  const form = useActionForm({
    action: correctAttendance,
    defaults: {
      enterpriseId: now.enterpriseId,
      checkedInAt: now.checkedInAt,
      checkedOutAt: now.checkedOutAt,
      reason: '',
    },
    toInput: ({ enterpriseId, checkedInAt, checkedOutAt, reason }: Facts) => ({
      id,
      version,
      enterpriseId: enterpriseId ?? '',
      checkedInAt: checkedInAt ?? '',
      checkedOutAt: checkedOutAt ?? '',
      reason,
    }),
    say: t('done'),
    goTo: () => listOf(activityId),
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field
        name="enterpriseId"
        type="select"
        label={t('enterprise')}
        options={enterprises}
        emptyLabel={t('nobody')}
        isOptional
      />
      <Field name="checkedInAt" type="datetime-local" label={t('at')} />
      {checksOut && <Field name="checkedOutAt" type="datetime-local" label={t('leftAt')} isOptional />}
      <Field name="reason" type="text" label={t('reason')} hint={t('reasonHint')} maxLength={reasonLengthMax} />
    </Form>
  )
}

export function StrikeAttendanceForm({ activityId, id, version }: { activityId: string; id: string; version: number }) {
  const t = useTranslations('attendance.correcting')
  const form = useActionForm({
    action: strikeAttendance,
    defaults: { reason: '' },
    toInput: ({ reason }: { reason: string }) => ({ id, version, reason }),
    say: t('struck'),
    goTo: () => listOf(activityId),
  })
  return (
    <Form form={form} submitLabel={t('strikeSubmit')} submitVariant="danger">
      <Field name="reason" type="text" label={t('strikeReason')} hint={t('reasonHint')} maxLength={reasonLengthMax} />
    </Form>
  )
}

type Judged = { verdict: 'COUNTS' | 'DOES_NOT_COUNT' | null; reason: string }

/** Whether it counts, whatever the rule says: with a reason, and whoever it concerns is told. */
export function JudgeAttendanceForm({ activityId, id, version }: { activityId: string; id: string; version: number }) {
  const [t, words] = [useTranslations('attendance.judging'), useTranslations('attendance.verdict')]
  const form = useActionForm({
    action: judgeAttendance,
    defaults: { verdict: null, reason: '' },
    toInput: ({ verdict, reason }: Judged) => ({ id, version, verdict: verdict as 'COUNTS', reason }),
    say: t('done'),
    goTo: () => `${listOf(activityId)}/review`,
  })
  const options = (['COUNTS', 'DOES_NOT_COUNT'] as const).map((value) => ({ value, label: words(value) }))
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field name="verdict" type="radio" label={t('verdict')} options={options} isInline />
      <Field name="reason" type="text" label={t('reason')} hint={t('reasonHint')} maxLength={reasonLengthMax} />
    </Form>
  )
}
