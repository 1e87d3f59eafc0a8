'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { setPresenceRule, startSpotCheck } from '@/lib/attendance/presence-actions'

type Rule = { checksOut: boolean; presenceShareMin: number | null }

/** Whether people check out, and from which share of the planned time their presence counts. */
export function PresenceRuleForm({ activityId, ...rule }: Rule & { activityId: string }) {
  const t = useTranslations('attendance.rule')
  const form = useActionForm({
    action: setPresenceRule,
    defaults: rule,
    // An empty field is no number: the answer says so under the field.
    toInput: ({ checksOut, presenceShareMin }: Rule) => ({
      activityId,
      checksOut,
      presenceShareMin: presenceShareMin ?? Number.NaN,
    }),
    say: t('done'),
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field name="checksOut" type="checkbox" label={t('checksOut')} hint={t('checksOutHint')} />
      <Field
        name="presenceShareMin"
        type="number"
        label={t('share')}
        hint={t('shareHint')}
        min={1}
        max={100}
        step={1}
      />
    </Form>
  )
}

export function StartSpotCheckForm({ activityId }: { activityId: string }) {
  const t = useTranslations('attendance.spot')
  const form = useActionForm({
    action: startSpotCheck,
    defaults: { minutes: 5 },
    toInput: ({ minutes }: { minutes: number | null }) => ({ activityId, minutes: minutes ?? Number.NaN }),
    say: t('done'),
    goTo: () => `/portal/activities/${activityId}/projector?code=SPOT_CHECK`,
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field name="minutes" type="number" label={t('minutes')} hint={t('minutesHint')} min={1} max={30} step={1} />
    </Form>
  )
}
