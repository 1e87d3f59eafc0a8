'use client'

import { useTranslations } from 'next-intl'
import type { Choice } from '@/components/form/choices-field'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { ButtonLink } from '@/components/ui/button'
import { beginCover } from '@/lib/handovers/actions'
import { coverDaysMax, reasonLengthMax } from '@/lib/handovers/rules'

type Props = { appointmentId: string; people: Choice[]; today: string; lastDay: string | null; backHref: string }

type Values = { deputyId: string | null; startsOn: string | null; lastDay: string | null; reason: string }

export function CoverForm({ appointmentId, people, today, lastDay, backHref }: Props) {
  const [t, common] = [useTranslations('handovers.cover'), useTranslations('common')]
  const form = useActionForm({
    action: beginCover,
    defaults: { deputyId: null, startsOn: today, lastDay: null, reason: '' } as Values,
    toInput: (values: Values) => ({
      appointmentId,
      deputyId: values.deputyId ?? '',
      startsOn: values.startsOn ?? '',
      lastDay: values.lastDay ?? '',
      reason: values.reason,
    }),
    say: t('done'),
    goTo: () => backHref,
  })
  const bound = lastDay ? { max: lastDay } : {}
  return (
    <Form form={form} submitLabel={t('submit')} extra={<ButtonLink href={backHref}>{common('cancel')}</ButtonLink>}>
      {people.length === 0 && <p className="text-warning">{t('noPeople')}</p>}
      <Field name="deputyId" type="select" label={t('deputy')} options={people} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="startsOn" type="date" label={t('from')} min={today} {...bound} />
        <Field name="lastDay" type="date" label={t('lastDay')} min={today} {...bound} />
      </div>
      <p className="text-muted">{t('lastDayHint', { days: coverDaysMax })}</p>
      <Field name="reason" label={t('reason')} maxLength={reasonLengthMax} />
    </Form>
  )
}
