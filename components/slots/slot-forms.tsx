'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { bookSlot, cancelBooking, offerSlot, withdrawSlot } from '@/lib/slots/actions'
import { topicLengthMax } from '@/lib/slots/rules'

type Offer = { topic: string; startsAt: string | null; endsAt: string | null; place: string; seats: number | null }

/** A member says when it receives others, whom for how many. */
export function OfferSlotForm({ activityId, place }: { activityId: string; place: string }) {
  const t = useTranslations('slots.offer')
  const form = useActionForm({
    action: offerSlot,
    defaults: { topic: '', startsAt: null, endsAt: null, place, seats: 10 },
    toInput: ({ startsAt, endsAt, seats, ...values }: Offer) => ({
      activityId,
      ...values,
      startsAt: startsAt ?? '',
      endsAt: endsAt ?? '',
      seats: seats ?? 0,
    }),
    say: t('done'),
    isEmptiedWhenDone: true,
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field name="topic" label={t('topic')} hint={t('topicHint')} maxLength={topicLengthMax} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="startsAt" type="datetime-local" label={t('startsAt')} />
        <Field name="endsAt" type="datetime-local" label={t('endsAt')} />
      </div>
      <Field name="place" label={t('place')} maxLength={200} isOptional />
      <Field name="seats" type="number" min={1} inputMode="numeric" label={t('seats')} />
    </Form>
  )
}

export function BookSlotForm({ id, topic }: { id: string; topic: string }) {
  const t = useTranslations('slots.book')
  const form = useActionForm({
    action: bookSlot,
    defaults: { seats: 1 },
    toInput: ({ seats }: { seats: number | null }) => ({ id, seats: seats ?? 0 }),
    say: t('done', { topic }),
  })
  return (
    <Form form={form} submitLabel={t('submit')} layout="row">
      <Field name="seats" type="number" min={1} inputMode="numeric" label={t('seats')} />
    </Form>
  )
}

export function CancelBookingButton({ id, topic, enterprise }: { id: string; topic: string; enterprise: string }) {
  const t = useTranslations('slots.book')
  return (
    <ActionButton
      action={cancelBooking}
      input={{ id }}
      label={
        <>
          {t('cancel')}
          <span className="sr-only"> · {enterprise}</span>
        </>
      }
      size="small"
      say={t('cancelled')}
      confirm={{ title: t('cancelTitle', { topic }), text: t('cancelText'), confirmLabel: t('cancel') }}
    />
  )
}

export function WithdrawSlotForm({ id }: { id: string }) {
  const t = useTranslations('slots.withdraw')
  const form = useActionForm({
    action: withdrawSlot,
    defaults: { reason: '' },
    toInput: ({ reason }: { reason: string }) => ({ id, reason }),
    say: t('done'),
  })
  return (
    <Form form={form} submitLabel={t('submit')} submitVariant="danger">
      <Field name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={200} />
    </Form>
  )
}
