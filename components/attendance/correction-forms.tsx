'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { addAttendance, correctAttendance, strikeAttendance } from '@/lib/attendance/actions'

type Choice = { value: string; label: string }

// As the schema has it; the schema itself would bring its library into the browser.
const reasonLengthMax = 200

const listOf = (activityId: string) => `/portal/activities/${activityId}/check-in`

type Facts = { enterpriseId: string | null; checkedInAt: string | null; reason: string }

type AddProps = { activityId: string; userId: string; enterprises: Choice[]; startsAt: string }

/** For whom, when and why: of a person who was there and did not check in. */
export function AddAttendanceForm({ activityId, userId, enterprises, startsAt }: AddProps) {
  const t = useTranslations('attendance.adding')
  const form = useActionForm({
    action: addAttendance,
    defaults: { enterpriseId: enterprises[0]?.value ?? null, checkedInAt: startsAt, reason: '' },
    toInput: ({ enterpriseId, checkedInAt, reason }: Facts) => ({
      activityId,
      userId,
      enterpriseId: enterpriseId ?? '',
      checkedInAt: checkedInAt ?? '',
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
}

export function CorrectAttendanceForm({ activityId, id, version, enterprises, ...now }: CorrectProps) {
  const t = useTranslations('attendance.correcting')
  const form = useActionForm({
    action: correctAttendance,
    defaults: { enterpriseId: now.enterpriseId, checkedInAt: now.checkedInAt, reason: '' },
    toInput: ({ enterpriseId, checkedInAt, reason }: Facts) => ({
      id,
      version,
      enterpriseId: enterpriseId ?? '',
      checkedInAt: checkedInAt ?? '',
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
